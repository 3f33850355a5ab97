package org.shoptrace.core.score.embedding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.model.task.Task;

/// The title similarities of a program that runs for long: an embedded model is loaded once, when it is first needed, and stays. Safe for
/// use by several threads.
public final class LastingSimilarities implements Similarities {
    private final Similarities models;
    private final Map<EmbeddedModel, TitleSimilarity> embedded = new EnumMap<>(EmbeddedModel.class);

    public LastingSimilarities(Similarities models) {
        this.models = models;
    }

    /// The profile that runs are scored with unasked.
    ///
    /// @throws ShoptraceException when the embedded model's vectors cannot be kept
    public Profile defaultProfile(ProductSource products) throws ShoptraceException {
        return ScoringProfile.SHOPPINGBENCH.with(products, embedded(EmbeddedModel.DEFAULT), false);
    }

    @Override
    public Opened open(SimilarityChoice choice, List<Task> tasks) throws ShoptraceException {
        return choice instanceof SimilarityChoice.Embedded(EmbeddedModel model) ? new Kept(embedded(model)) : models.open(choice, tasks);
    }

    @Override
    public EndpointCheck check(SimilarityChoice.Endpoint choice, List<Task> tasks) throws ShoptraceException {
        return models.check(choice, tasks);
    }

    private synchronized TitleSimilarity embedded(EmbeddedModel model) throws ShoptraceException {
        TitleSimilarity kept = embedded.get(model);
        if (kept == null) {
            kept = models.open(new SimilarityChoice.Embedded(model), List.of()).similarity();
            embedded.put(model, kept);
        }
        return kept;
    }

    /// The one that stays open for the next evaluation.
    private record Kept(TitleSimilarity similarity) implements Opened {
        @Override
        public void close() {}
    }
}
