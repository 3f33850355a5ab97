package org.shoptrace.core.score;

import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.task.Task;

/// What runs are scored with, as somebody chose it; nothing of it is opened before it is used.
///
/// @param similarities opens the chosen similarity
public record ChosenScorer(ScoringProfile profile, SimilarityChoice similarity, Similarities similarities) {

    /// Something that is done with the scorer while its similarity is open.
    @FunctionalInterface
    public interface Use<T> {
        T with(Profile profile) throws ShoptraceException;
    }

    /// Opens the scorer for as long as it is used.
    ///
    /// @param tasks whose own vectors may be used where the chosen model made them
    /// @throws ShoptraceException when the model, the table or the vectors on disk cannot be had, or the use fails
    public <T> T use(ProductSource products, List<Task> tasks, Use<T> use) throws ShoptraceException {
        try (Similarities.Opened opened = similarities.open(similarity, tasks)) {
            return use.with(profile.with(products, opened.similarity(), false));
        }
    }
}
