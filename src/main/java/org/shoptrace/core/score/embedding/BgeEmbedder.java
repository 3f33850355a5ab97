package org.shoptrace.core.score.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.Embedder;

/// bge-small-en-v1.5, quantised, from its jar on the class path. It is loaded when the first title needs it, and not at all
/// when every vector is cached.
final class BgeEmbedder implements Embedder {
    /// The tokenizer's library asks a cloud's metadata service where it runs, and may report it, unless it is told that it is offline.
    private static final String TOKENIZER_OFFLINE = "ai.djl.offline";

    static final String MODEL = "bge-small-en-v1.5-q";
    private static final int DIMENSIONS = 384;
    private static final int BATCH = 64;

    private @Nullable EmbeddingModel model;

    @Override
    public String model() {
        return MODEL;
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
    private static List<float[]> embed(EmbeddingModel model, List<String> texts) throws ShoptraceException {
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
                    "the embedded model cannot embed a title, " + e.getMessage(), MODEL, "Score with another similarity", e);
        }
    }

    private synchronized EmbeddingModel load() throws ShoptraceException {
        if (model == null) {
            try {
                System.setProperty(TOKENIZER_OFFLINE, "true");
                model = new BgeSmallEnV15QuantizedEmbeddingModel();
            } catch (LinkageError | RuntimeException e) {
                throw new ShoptraceException(
                        "the embedded model cannot be loaded, " + e,
                        MODEL,
                        "Reinstall the program, or score with a table or an endpoint of similarities",
                        e);
            }
        }
        return model;
    }
}
