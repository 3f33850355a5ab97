package org.shoptrace.core.score.embedding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.score.Vectors;

/// Title similarity by an embedded model, with thresholds calibrated against Qwen3-Embedding-0.6B. Figures made with it are
/// not comparable with published ones.
public final class EmbeddedSimilarity implements TitleSimilarity {
    private final VectorSimilarity vectors;

    /// @param cache the vectors of the model
    public EmbeddedSimilarity(EmbeddedModel model, Vectors cache) {
        this.vectors = new VectorSimilarity(new OnnxEmbedder(model), cache, ShippedCalibrations.of(model));
    }

    /// The thresholds of a model, and how far they agree on other titles, without opening it.
    public static List<SimilarityCalibration> calibrations(EmbeddedModel model) {
        return ShippedCalibrations.of(model);
    }

    @Override
    public String name() {
        return vectors.name();
    }

    @Override
    public boolean comparableWithPublished() {
        return false;
    }

    @Override
    public Optional<SimilarityCalibration> calibration(double published) {
        return vectors.calibration(published);
    }

    @Override
    public void prepare(Collection<String> titles) throws ShoptraceException {
        vectors.prepare(titles);
    }

    @Override
    public double similarity(String a, String b) throws ShoptraceException {
        return vectors.similarity(a, b);
    }
}
