package org.shoptrace.core.score.embedding;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.model.task.Task;

/// The title similarities of a program that runs for long: the embedded model is loaded once, when it is first needed, and stays. Safe for
/// use by several threads.
public final class LastingSimilarities implements Similarities {
    private final Similarities models;
    private Optional<TitleSimilarity> embedded = Optional.empty();

    public LastingSimilarities(Similarities models) {
        this.models = models;
    }

    /// The profile that runs are scored with unasked.
    ///
    /// @throws ShoptraceException when the embedded model's vectors cannot be kept
    public Profile defaultProfile(ProductSource products) throws ShoptraceException {
        return ScoringProfile.SHOPPINGBENCH.with(products, embedded(), false);
    }

    @Override
    public Opened open(SimilarityChoice choice, List<Task> tasks) throws ShoptraceException {
        return choice instanceof SimilarityChoice.Embedded ? new Kept(embedded()) : models.open(choice, tasks);
    }

    private synchronized TitleSimilarity embedded() throws ShoptraceException {
        if (embedded.isEmpty()) {
            embedded = Optional.of(models.open(new SimilarityChoice.Embedded(), List.of()).similarity());
        }
        return embedded.get();
    }

    /// The one that stays open for the next evaluation.
    private record Kept(TitleSimilarity similarity) implements Opened {
        @Override
        public void close() {}
    }
}
