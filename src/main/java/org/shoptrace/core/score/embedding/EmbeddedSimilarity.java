package org.shoptrace.core.score.embedding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.HeldOutAgreement.Share;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Title similarity by the embedded model, with thresholds calibrated against Qwen3-Embedding-0.6B. Figures made with it are
/// not comparable with published ones.
public final class EmbeddedSimilarity implements TitleSimilarity {
    /// The model's name, which is also that of its vectors on disk.
    public static final String MODEL = BgeEmbedder.MODEL;

    private static final int TITLES = 53;
    private static final int PAIRS = TITLES * (TITLES - 1) / 2;

    /// Made by `shoptrace calibrate` over the titles of `oro_problem_suite_v3.json`, whose Qwen3 vectors the suite carries; what they say
    /// of agreement is of other titles.
    public static final List<SimilarityCalibration> CALIBRATIONS = List.of(
            calibration(0.5, 0.6331, share(0.7545, 0.6618, 0.8343), 0.7293, share(0.0252, -0.0169, 0.0686)),
            calibration(0.7, 0.7105, share(0.9922, 0.9834, 0.9979), 0.9898, share(0.0023, -0.0051, 0.0108)),
            calibration(0.8, 0.8543, share(0.9976, 0.9918, 1.0000), 0.9949, share(0.0027, -0.0013, 0.0087)));

    private final VectorSimilarity vectors;

    /// @param cache the vectors of [#MODEL]
    public EmbeddedSimilarity(VectorCache cache) {
        this.vectors = new VectorSimilarity(new BgeEmbedder(), cache, CALIBRATIONS);
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

    private static SimilarityCalibration calibration(
            double published, double threshold, Share agreement, double alwaysNo, Share gain) {
        return new SimilarityCalibration(published, threshold, new HeldOutAgreement(TITLES, PAIRS, agreement, alwaysNo, gain));
    }

    private static Share share(double value, double low, double high) {
        return new Share(value, new ConfidenceInterval(low, high));
    }
}
