package org.shoptrace.core.score;

import java.net.URI;
import java.util.List;

/// Programs that serve Qwen3-Embedding-0.6B on one's own machine, and the three lines that it takes.
public enum EmbeddingServer {
    LLAMA_CPP(
            "llama.cpp", "Runs on a laptop's processor; 1.2 GB to download.", "brew install llama.cpp",
            "llama-server -hf Qwen/Qwen3-Embedding-0.6B-GGUF:F16 --embeddings --pooling last --ubatch-size 8192 --port 8000",
            "http://localhost:8000", "Qwen3-Embedding-0.6B"),
    VLLM(
            "vLLM", "For a machine with a graphics card.", "pip install vllm",
            "vllm serve Qwen/Qwen3-Embedding-0.6B --runner pooling --port 8000", "http://localhost:8000", "Qwen/Qwen3-Embedding-0.6B"),
    OLLAMA(
            "Ollama", "Where Ollama runs already.", "ollama pull qwen3-embedding:0.6b-fp16", "ollama serve", "http://localhost:11434",
            "qwen3-embedding:0.6b-fp16");

    private final String label;
    private final String note;
    private final String get;
    private final String serve;
    private final URI url;
    private final String model;

    EmbeddingServer(String label, String note, String get, String serve, String url, String model) {
        this.label = label;
        this.note = note;
        this.get = get;
        this.serve = serve;
        this.url = URI.create(url);
        this.model = model;
    }

    /// Its name.
    public String label() {
        return label;
    }

    /// Whom it is for, a sentence.
    public String note() {
        return note;
    }

    /// Where it answers, and what it calls the model.
    public SimilarityChoice.Endpoint choice() {
        return new SimilarityChoice.Endpoint(url, model);
    }

    /// To be typed one after the other: get it, serve the model, score with it.
    public List<String> lines() {
        return List.of(get, serve, "shoptrace evaluate … --similarity " + choice().written());
    }
}
