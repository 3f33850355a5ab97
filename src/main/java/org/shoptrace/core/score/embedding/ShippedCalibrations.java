package org.shoptrace.core.score.embedding;

import java.util.List;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.HeldOutAgreement.Share;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// The thresholds of the embedded models, one for each published threshold. Made by `shoptrace calibrate` over the titles of
/// `oro_problem_suite_v3.json`, whose Qwen3 vectors the suite carries; what they say of agreement is of other titles.
final class ShippedCalibrations {
    private static final int TITLES = 53;
    private static final int PAIRS = TITLES * (TITLES - 1) / 2;

    private static final List<SimilarityCalibration> MINILM = List.of(
            calibration(0.5, 0.2596, share(0.7512, 0.6604, 0.8301), 0.7293, share(0.0219, -0.0207, 0.0622)),
            calibration(0.7, 0.5827, share(0.9938, 0.9844, 0.9992), 0.9898, share(0.0040, -0.0038, 0.0136)),
            calibration(0.8, 0.5895, share(0.9972, 0.9911, 1.0000), 0.9949, share(0.0023, -0.0026, 0.0089)));

    private static final List<SimilarityCalibration> BGE = List.of(
            calibration(0.5, 0.6331, share(0.7545, 0.6618, 0.8343), 0.7293, share(0.0252, -0.0169, 0.0686)),
            calibration(0.7, 0.7105, share(0.9922, 0.9834, 0.9979), 0.9898, share(0.0023, -0.0051, 0.0108)),
            calibration(0.8, 0.8543, share(0.9976, 0.9918, 1.0000), 0.9949, share(0.0027, -0.0013, 0.0087)));

    private ShippedCalibrations() {}

    static List<SimilarityCalibration> of(EmbeddedModel model) {
        return switch (model) {
            case MINILM -> MINILM;
            case BGE -> BGE;
        };
    }

    private static SimilarityCalibration calibration(
            double published, double threshold, Share agreement, double alwaysNo, Share gain) {
        return new SimilarityCalibration(published, threshold, new HeldOutAgreement(TITLES, PAIRS, agreement, alwaysNo, gain));
    }

    private static Share share(double value, double low, double high) {
        return new Share(value, new ConfidenceInterval(low, high));
    }
}
