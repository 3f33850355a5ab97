package org.shoptrace.core.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/// Pass and fail of two systems, A and B, on the same tasks: the four cells.
///
/// @param both    tasks that both pass
/// @param onlyA   tasks that A passes and B fails
/// @param onlyB   tasks that B passes and A fails
/// @param neither tasks that both fail
public record PairedOutcomes(int both, int onlyA, int onlyB, int neither) {
    private static final double ERROR = 0.05;

    public PairedOutcomes {
        if (both < 0 || onlyA < 0 || onlyB < 0 || neither < 0) {
            throw new IllegalArgumentException("negative count: " + both + ", " + onlyA + ", " + onlyB + ", " + neither);
        }
    }

    /// How many tasks there are.
    public int tasks() {
        return both + onlyA + onlyB + neither;
    }

    /// The tasks on which the two differ.
    public int discordant() {
        return onlyA + onlyB;
    }

    /// [#discordant] of [#tasks], 0..1; 0 of nothing.
    public double discordantShare() {
        return tasks() == 0 ? 0 : (double) discordant() / tasks();
    }

    /// A's rate minus B's, -1..1; 0 of nothing.
    public double difference() {
        return tasks() == 0 ? 0 : (double) (onlyA - onlyB) / tasks();
    }

    /// The two-sided p of McNemar's exact test: the discordant tasks fall on either side as a fair coin does. 1 when none are
    /// discordant. (McNemar 1947; exact as in Fagerland, Lydersen and Laake 2013, "exact conditional".)
    public double exactP() {
        if (discordant() == 0) {
            return 1;
        }
        double tail = BinomialDistribution.of(discordant(), 0.5).cumulativeProbability(Math.min(onlyA, onlyB));
        return Math.min(1, 2 * tail);
    }

    /// Newcombe's square-and-add interval of [#difference]: the Wilson intervals of the two rates, joined with their correlation
    /// phi, whose numerator is lessened by n/2 when it is positive (Newcombe 1998, *Statistics in Medicine* 17:2635, method 10).
    /// -1 to 1 when there is no task.
    public ConfidenceInterval differenceInterval() {
        if (tasks() == 0) {
            return new ConfidenceInterval(-1, 1);
        }
        int n = tasks();
        double rateA = (double) (both + onlyA) / n;
        double rateB = (double) (both + onlyB) / n;
        Interval wilsonA = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, both + onlyA, ERROR);
        Interval wilsonB = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, both + onlyB, ERROR);
        double phi = phi();
        double below = added(rateA - wilsonA.getLowerBound(), wilsonB.getUpperBound() - rateB, phi);
        double above = added(wilsonA.getUpperBound() - rateA, rateB - wilsonB.getLowerBound(), phi);
        return new ConfidenceInterval(Math.max(-1, difference() - below), Math.min(1, difference() + above));
    }

    private static double added(double a, double b, double phi) {
        return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
    }

    private double phi() {
        double margins = (double) (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
        if (margins == 0) {
            return 0;
        }
        double numerator = (double) both * neither - (double) onlyA * onlyB;
        double corrected = numerator > 0 ? Math.max(0, numerator - tasks() / 2.0) : numerator;
        return corrected / Math.sqrt(margins);
    }
}
