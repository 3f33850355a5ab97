package org.shoptrace.core.score;

import org.shoptrace.core.ShoptraceException;

/// How alike two titles are: the cosine of their embeddings, compared as doubles.
/// A missing model is an error, never a skipped check.
public interface TitleSimilarity {
    /// The model's name, as reports show it.
    String name();

    /// Whether figures made with it may stand beside published ones (the model is Qwen3-Embedding-0.6B).
    boolean comparableWithPublished();

    /// @return the similarity, -1..1
    /// @throws ShoptraceException when it cannot be computed
    double similarity(String a, String b) throws ShoptraceException;
}
