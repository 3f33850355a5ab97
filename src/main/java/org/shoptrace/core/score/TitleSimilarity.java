package org.shoptrace.core.score;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// How alike two titles are: the cosine of their embeddings, compared as doubles.
/// A missing model is an error, never a skipped check. Safe for use by several threads.
public interface TitleSimilarity {
    /// The model's name, as reports show it.
    String name();

    /// Whether figures made with it may stand beside published ones (the model is Qwen3-Embedding-0.6B).
    boolean comparableWithPublished();

    /// The similarity, -1..1; equal titles have 1.
    ///
    /// @throws ShoptraceException when it cannot be computed
    double similarity(String a, String b) throws ShoptraceException;

    /// Whether it can compare these two; a table holds only some pairs. Scoring never asks: a pair that it lacks is an error there.
    default boolean compares(String a, String b) {
        return true;
    }

    /// What stands in for a published threshold with this model. The published ones (0.5, 0.7, 0.8) are those of
    /// Qwen3-Embedding-0.6B; another embedding model spreads its cosines differently.
    default double threshold(double published) {
        return calibration(published).map(SimilarityCalibration::threshold).orElse(published);
    }

    /// How well [#threshold] agrees with Qwen3's; empty for a model whose thresholds are the published ones.
    default Optional<SimilarityCalibration> calibration(double published) {
        return Optional.empty();
    }

    /// What a reader of figures should know of the model by now, sentences; asked when they are made.
    default List<String> remarks() {
        return List.of();
    }

    /// Announces titles that will be compared, so that a model can embed them together. Results do not depend on it.
    ///
    /// @throws ShoptraceException when they cannot be embedded
    default void prepare(Collection<String> titles) throws ShoptraceException {}
}
