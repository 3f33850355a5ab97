package org.shoptrace.core.score;

/// A sentence-embedding model that comes with the program and stands in for Qwen3-Embedding-0.6B. Each has its own thresholds and vectors.
public enum EmbeddedModel {
    MINILM(
            "minilm", "all-MiniLM-L6-v2-q", "MiniLM-L6",
            "all-MiniLM-L6-v2, quantised: the usual one. It ranks pairs of titles a little more as Qwen3 does than bge-small, decides no"
                    + " better, and takes half the time."),
    BGE(
            "bge", "bge-small-en-v1.5-q", "bge-small",
            "bge-small-en-v1.5, quantised: for figures that stand beside earlier ones made with it.");

    /// The one that is used where none is named.
    public static final EmbeddedModel DEFAULT = MINILM;

    private final String wireName;
    private final String model;
    private final String label;
    private final String note;

    EmbeddedModel(String wireName, String model, String label, String note) {
        this.wireName = wireName;
        this.model = model;
        this.label = label;
        this.note = note;
    }

    /// In options and files.
    public String wireName() {
        return wireName;
    }

    /// The model's own name, as reports show it; its vectors on disk are kept by it.
    public String model() {
        return model;
    }

    /// For people who choose.
    public String label() {
        return label;
    }

    /// What speaks for it, a sentence or two.
    public String note() {
        return note;
    }
}
