package org.shoptrace.core.score.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.spi.model.embedding.EmbeddingModelFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.Embedder;

/// An embedded model from its jar on the class path. It is loaded when the first title needs it, and not at all when every vector is
/// cached.
final class OnnxEmbedder implements Embedder {
    /// The tokenizer's library asks a cloud's metadata service where it runs, and may report it, unless it is told that it is offline.
    private static final String TOKENIZER_OFFLINE = "ai.djl.offline";

    /// Of either model.
    private static final int DIMENSIONS = 384;
    private static final int BATCH = 64;

    private final EmbeddedModel which;
    private @Nullable EmbeddingModel model;

    OnnxEmbedder(EmbeddedModel which) {
        this.which = which;
    }

    @Override
    public String model() {
        return which.model();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        EmbeddingModel loaded = load();
        List<float[]> vectors = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            vectors.addAll(embed(loaded, texts.subList(start, Math.min(start + BATCH, texts.size()))));
        }
        return vectors;
    }

    /// The model takes no blank text; a title without words has the vector that resembles nothing.
    private List<float[]> embed(EmbeddingModel model, List<String> texts) throws ShoptraceException {
        List<TextSegment> segments = texts.stream().filter(text -> !text.isBlank()).map(TextSegment::from).toList();
        try {
            var embeddings = segments.isEmpty()
                    ? List.<Embedding>of().iterator()
                    : model.embedAll(segments).content().iterator();
            return texts.stream()
                    .map(text -> text.isBlank() ? new float[DIMENSIONS] : embeddings.next().vector())
                    .toList();
        } catch (RuntimeException e) {
            throw new ShoptraceException(
                    "the embedded model cannot embed a title, " + e.getMessage(), which.model(), "Score with another similarity", e);
        }
    }

    private synchronized EmbeddingModel load() throws ShoptraceException {
        if (model == null) {
            try {
                System.setProperty(TOKENIZER_OFFLINE, "true");
                model = factory().create();
            } catch (LinkageError | ServiceConfigurationError | RuntimeException e) {
                throw new ShoptraceException(
                        "the embedded model cannot be loaded, " + e,
                        which.model(),
                        "Reinstall the program, or score with a table or an endpoint of similarities",
                        e);
            }
        }
        return model;
    }

    /// Each model's jar offers itself as a service; they are told apart by their packages.
    private EmbeddingModelFactory factory() throws ShoptraceException {
        return ServiceLoader.load(EmbeddingModelFactory.class).stream()
                .filter(offered -> offered.type().getPackageName().endsWith(packageName()))
                .findFirst()
                .orElseThrow(() -> new ShoptraceException(
                        "the embedded model is not in this installation", which.model(),
                        "Reinstall the program, or score with another similarity"))
                .get();
    }

    private String packageName() {
        return switch (which) {
            case MINILM -> ".allminilml6v2q";
            case BGE -> ".bgesmallenv15q";
        };
    }
}
