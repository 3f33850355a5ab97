package org.shoptrace.core.evaluate;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.interval.Interval;
import org.apache.commons.statistics.interval.NormalConfidenceInterval;

/// The Student-t 95 % interval of the mean of shares, cut to 0..1.
public record MeanInterval(double low, double high) {
    private static final double ERROR = 0.05;

    /// The interval of their mean.
    ///
    /// @param shares each 0..1
    /// @return empty for less than two, which say nothing about their spread
    public static Optional<MeanInterval> of(double[] shares) {
        int n = shares.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = Arrays.stream(shares).sum() / n;
        double variance = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum() / (n - 1);
        if (variance == 0) {
            return Optional.of(new MeanInterval(mean, mean));
        }
        Interval interval = NormalConfidenceInterval.MEAN.fromErrorRate(mean, variance, n, ERROR);
        return Optional.of(new MeanInterval(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound())));
    }
}
