package org.shoptrace.core.score;

import org.shoptrace.core.statistics.ConfidenceInterval;

/// How often a stand-in decides as the published model does about titles that its threshold was not chosen on. A threshold agrees best with
/// the pairs it was chosen on, so the agreement on those very pairs says nothing of other titles.
///
/// @param titles    how many titles the pairs are made of
/// @param pairs     how many pairs of titles were compared
/// @param agreement the share of pairs on which both decide alike, 0..1, each pair decided by thresholds chosen on other titles
/// @param alwaysNo  the share of pairs on which answering "no" always would decide alike, 0..1
/// @param gain      `agreement` minus `alwaysNo`, -1..1; a stand-in is worth nothing where its interval has 0 in it
public record HeldOutAgreement(int titles, int pairs, Share agreement, double alwaysNo, Share gain) {

    /// A figure and the 95 % interval of resampled titles.
    public record Share(double value, ConfidenceInterval interval) {}

    /// Whether it decides better than answering "no" always, beyond what the choice of titles may do.
    public boolean isBetterThanAlwaysNo() {
        return gain.interval().low() > 0;
    }
}
