package org.shoptrace.app;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.model.task.Task;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;

/// How the window scores: the default profile with the embedded similarity for lists and the inspector, and whatever Evaluate asks for.
/// The embedded model is loaded once, when it is first needed. Its methods are called from jobs.
final class ScoringModel implements Similarities {
    private final SimilarityModels models;
    private Optional<TitleSimilarity> embedded = Optional.empty();

    ScoringModel(SimilarityModels models) {
        this.models = models;
    }

    /// The profile that runs are scored with unasked.
    Profile defaultProfile(Sandbox sandbox) throws ShoptraceException {
        return new ShoppingBenchProfile(sandbox::product, embedded(), false);
    }

    @Override
    public Opened open(SimilarityChoice choice, List<Task> tasks) throws ShoptraceException {
        return switch (choice) {
            case SimilarityChoice.Embedded _ -> new Kept(embedded());
            case SimilarityChoice.Table(var file) -> new Lent(models.table(file));
            case SimilarityChoice.Endpoint(var url, var model) ->
                new Lent(models.endpoint(url.toString(), model, SuiteEmbeddings.of(tasks)));
        };
    }

    private synchronized TitleSimilarity embedded() throws ShoptraceException {
        if (embedded.isEmpty()) {
            embedded = Optional.of(models.embedded().similarity());
        }
        return embedded.get();
    }

    /// The one that stays open for the next evaluation.
    private record Kept(TitleSimilarity similarity) implements Opened {
        @Override
        public void close() {}
    }

    private record Lent(SimilarityModels.Opened opened) implements Opened {
        @Override
        public TitleSimilarity similarity() {
            return opened.similarity();
        }

        @Override
        public void close() {
            opened.close();
        }
    }
}
