package org.shoptrace.core.score;

import java.util.Locale;

/// A threshold of a stand-in model, chosen to decide as Qwen3-Embedding-0.6B does at a published threshold.
///
/// @param published the threshold of Qwen3-Embedding-0.6B
/// @param threshold the stand-in's threshold that agrees with it on most pairs
/// @param heldOut   how well thresholds that are chosen so agree on other titles
public record SimilarityCalibration(double published, double threshold, HeldOutAgreement heldOut) {

    /// A line for people, without a full stop; what it says of agreement is of titles that the threshold was not chosen on.
    public String told() {
        return String.format(
                Locale.ROOT, "threshold %s stands in for %s: on other titles it agrees on %s of %,d pairs (cross-validated over %d titles),"
                        + " where answering no always agrees on %.3f; difference %s",
                threshold, published, told("%.3f", heldOut.agreement()), heldOut.pairs(), heldOut.titles(), heldOut.alwaysNo(),
                told("%+.3f", heldOut.gain()));
    }

    /// A short sentence for people who choose a model.
    public String brief() {
        HeldOutAgreement.Share agreement = heldOut.agreement();
        return String.format(
                Locale.ROOT,
                "At Qwen3's %s it decides alike on %.1f %% [%.1f, %.1f] of the pairs of other titles, answering no always on %.1f %%.",
                published, 100 * agreement.value(), 100 * agreement.interval().low(), 100 * agreement.interval().high(),
                100 * heldOut.alwaysNo());
    }

    private static String told(String form, HeldOutAgreement.Share share) {
        return String.format(
                Locale.ROOT, form + " [" + form + ", " + form + "]", share.value(), share.interval().low(), share.interval().high());
    }
}
