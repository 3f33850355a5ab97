package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.Embedder;
import org.shoptrace.core.score.EndpointEmbedder;
import org.shoptrace.core.score.SuiteVectors;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;

/// `--similarity` of `evaluate`: which model compares titles.
///
/// @param kind `embedded`, `table` or `endpoint`
/// @param rest the table's file, or the endpoint's address
/// @param model the endpoint's model
record SimilarityOption(Kind kind, String rest, String model) {
    private static final String KEY_VARIABLE = "SHOPTRACE_API_KEY";

    /// The ways to compare titles.
    enum Kind {
        EMBEDDED,
        TABLE,
        ENDPOINT
    }

    /// A similarity and what must be closed after it.
    record Opened(TitleSimilarity similarity, Optional<VectorCache> cache) implements AutoCloseable {
        @Override
        public void close() {
            cache.ifPresent(VectorCache::close);
        }
    }

    /// @throws IllegalArgumentException when the text is none of the three forms; the message says which there are
    static SimilarityOption parse(String text) {
        if (text.equals("embedded")) {
            return new SimilarityOption(Kind.EMBEDDED, "", "");
        }
        if (text.startsWith("table:") && text.length() > "table:".length()) {
            return new SimilarityOption(Kind.TABLE, text.substring("table:".length()), "");
        }
        int comma = text.lastIndexOf(',');
        if (text.startsWith("endpoint:") && comma > "endpoint:".length() && comma < text.length() - 1) {
            return new SimilarityOption(Kind.ENDPOINT, text.substring("endpoint:".length(), comma), text.substring(comma + 1));
        }
        throw new IllegalArgumentException("one of embedded, table:FILE, endpoint:URL,MODEL is expected, not " + text);
    }

    /// @param tasks whose vectors are used when the endpoint serves the model that made them
    Opened open(UserFolders folders, TaskFile tasks) throws ShoptraceException {
        Path vectors = folders.cache().resolve("vectors");
        return switch (kind) {
            case TABLE -> new Opened(TableSimilarity.read(Path.of(rest)), Optional.empty());
            case EMBEDDED -> {
                VectorCache cache = VectorCache.open(vectors, EmbeddedSimilarity.MODEL);
                yield new Opened(new EmbeddedSimilarity(cache), Optional.of(cache));
            }
            case ENDPOINT -> {
                Optional<String> key = Optional.ofNullable(System.getenv(KEY_VARIABLE)).filter(k -> !k.isEmpty());
                Embedder endpoint = new EndpointEmbedder(rest, model, key);
                Embedder embedder = VectorSimilarity.isPublishedModel(model)
                        ? new SuiteVectors(tasks.embeddings()::vector, endpoint)
                        : endpoint;
                VectorCache cache = VectorCache.open(vectors, model);
                yield new Opened(new VectorSimilarity(embedder, cache, List.of()), Optional.of(cache));
            }
        };
    }
}
