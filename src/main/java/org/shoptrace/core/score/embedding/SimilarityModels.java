package org.shoptrace.core.score.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.Embedder;
import org.shoptrace.core.score.EndpointEmbedder;
import org.shoptrace.core.score.SuiteVectors;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.task.SuiteEmbeddings;

/// Opens any of the three title similarities. Vectors are kept on disk, a file a model.
public final class SimilarityModels {
    private static final String KEY_VARIABLE = "SHOPTRACE_API_KEY";

    private final Path vectors;
    private final Optional<String> key;

    /// A similarity while it is in use; closing lets go of its vectors on disk.
    public record Opened(TitleSimilarity similarity, Optional<VectorCache> cache) implements AutoCloseable {
        @Override
        public void close() {
            cache.ifPresent(VectorCache::close);
        }
    }

    /// @param cacheFolder the user's cache folder
    /// @param environment the process's variables; an endpoint's key is `SHOPTRACE_API_KEY`
    public SimilarityModels(Path cacheFolder, Map<String, String> environment) {
        this.vectors = cacheFolder.resolve("vectors");
        this.key = Optional.ofNullable(environment.get(KEY_VARIABLE)).filter(k -> !k.isEmpty());
    }

    /// The model inside the program.
    ///
    /// @throws ShoptraceException when its vectors cannot be kept
    public Opened embedded() throws ShoptraceException {
        VectorCache cache = VectorCache.open(vectors, EmbeddedSimilarity.MODEL);
        return new Opened(new EmbeddedSimilarity(cache), Optional.of(cache));
    }

    /// A file of computed similarities.
    ///
    /// @throws ShoptraceException when it cannot be read
    public Opened table(Path file) throws ShoptraceException {
        return new Opened(TableSimilarity.read(file), Optional.empty());
    }

    /// An OpenAI-compatible server.
    ///
    /// @param own vectors that a suite carries; used when the server's model is the one that made them
    /// @throws ShoptraceException when its vectors cannot be kept
    public Opened endpoint(String url, String model, SuiteEmbeddings own) throws ShoptraceException {
        Embedder endpoint = new EndpointEmbedder(url, model, key);
        Embedder embedder = VectorSimilarity.isPublishedModel(model) ? new SuiteVectors(own::vector, endpoint) : endpoint;
        VectorCache cache = VectorCache.open(vectors, model);
        return new Opened(new VectorSimilarity(embedder, cache, List.of()), Optional.of(cache));
    }
}
