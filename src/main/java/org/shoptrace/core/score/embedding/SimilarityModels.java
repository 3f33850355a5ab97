package org.shoptrace.core.score.embedding;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.CheckedEmbedder;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.Embedder;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.EndpointEmbedder;
import org.shoptrace.core.score.OptionalCache;
import org.shoptrace.core.score.PublishedModel;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.SuiteVectors;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.score.Vectors;
import org.shoptrace.core.secret.Secret;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.model.task.Task;

/// Opens any of the three title similarities. Vectors are kept on disk, a file a model, where that can be written.
public final class SimilarityModels implements Similarities {
    private static final String CHECKED = "checked";

    private final Path vectors;
    private final Map<String, String> environment;

    private record WithVectors(TitleSimilarity similarity, Optional<Vectors> cache) implements Opened {
        @Override
        public void close() {
            cache.ifPresent(Vectors::close);
        }
    }

    /// @param cacheFolder the user's cache folder
    /// @param environment the process's variables; an endpoint's key is `SHOPTRACE_API_KEY`
    public SimilarityModels(Path cacheFolder, Map<String, String> environment) {
        this.vectors = cacheFolder.resolve("vectors");
        this.environment = environment;
    }

    @Override
    public Opened open(SimilarityChoice choice, List<Task> tasks) throws ShoptraceException {
        return switch (choice) {
            case SimilarityChoice.Embedded(EmbeddedModel model) -> embedded(model);
            case SimilarityChoice.Table(Path file) -> new WithVectors(TableSimilarity.read(file), Optional.empty());
            case SimilarityChoice.Endpoint(URI url, String model) -> endpoint(url.toString(), model, SuiteEmbeddings.of(tasks));
        };
    }

    @Override
    public EndpointCheck check(SimilarityChoice.Endpoint choice, List<Task> tasks) throws ShoptraceException {
        SuiteEmbeddings own = SuiteEmbeddings.of(tasks);
        return CheckedEmbedder.check(new EndpointEmbedder(choice.url().toString(), choice.model(), key()), own.titles(), own::vector);
    }

    /// Read when it is to be sent: who uses no endpoint need not have a key that could be.
    private Optional<Secret> key() throws ShoptraceException {
        return Secret.of(environment, Secret.API_KEY);
    }

    private Opened embedded(EmbeddedModel model) throws ShoptraceException {
        Vectors cache = OptionalCache.open(vectors, model.model());
        return new WithVectors(new EmbeddedSimilarity(model, cache), Optional.of(cache));
    }

    /// @param own vectors that a suite carries; used when the server's model is the one that made them
    private Opened endpoint(String url, String model, SuiteEmbeddings own) throws ShoptraceException {
        Embedder endpoint = new EndpointEmbedder(url, model, key());
        boolean published = PublishedModel.isNamed(model);
        Embedder embedder = published
                ? new SuiteVectors(own::vector, new CheckedEmbedder(endpoint, own.titles(), own::vector))
                : endpoint;
        // What a server made that was held against the model must not be mixed with what one made that merely has its name.
        Vectors cache = OptionalCache.open(vectors, published && !own.isEmpty() ? model + " " + CHECKED : model);
        return new WithVectors(new VectorSimilarity(embedder, cache, List.of()), Optional.of(cache));
    }
}
