package org.shoptrace.core.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Cohen's kappa of two raters over the same items, unweighted (Cohen 1960).
///
/// @param value         at most 1; 0 is the agreement of chance
/// @param standardError by Fleiss, Cohen and Everitt 1969, *Psychological Bulletin* 72:323
/// @param items         how many items were rated
public record CohenKappa(double value, double standardError, int items) {
    private static final double QUANTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /// Kappa of a table of counts.
    ///
    /// @param counts `counts[i][j]` items that the first rater put in category i and the second in j; as many rows as columns
    /// @return empty when kappa is not defined: no item, or both raters know one and the same category only
    public static Optional<CohenKappa> of(int[][] counts) {
        int n = 0;
        double[] first = new double[counts.length];
        double[] second = new double[counts.length];
        double agreed = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i].length != counts.length) {
                throw new IllegalArgumentException(counts.length + " rows, and a row of " + counts[i].length);
            }
            agreed += counts[i][i];
            for (int j = 0; j < counts.length; j++) {
                n += counts[i][j];
                first[i] += counts[i][j];
                second[j] += counts[i][j];
            }
        }
        double byChance = 0;
        for (int i = 0; i < counts.length; i++) {
            byChance += first[i] * second[i];
        }
        if (n == 0 || byChance == (double) n * n) {
            return Optional.empty();
        }
        double expected = byChance / n / n;
        double kappa = (agreed / n - expected) / (1 - expected);
        return Optional.of(new CohenKappa(kappa, standardError(counts, first, second, kappa, expected), n));
    }

    /// [#value] ± 1.96 [#standardError], cut to -1..1.
    public ConfidenceInterval interval() {
        double half = QUANTILE * standardError;
        return new ConfidenceInterval(Math.max(-1, value - half), Math.min(1, value + half));
    }

    private static double standardError(int[][] counts, double[] first, double[] second, double kappa, double expected) {
        double n = 0;
        for (double row : first) {
            n += row;
        }
        double onDiagonal = 0;
        double offDiagonal = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double share = counts[i][j] / n;
                if (i == j) {
                    onDiagonal += share * square(1 - (first[i] + second[i]) / n * (1 - kappa));
                } else {
                    offDiagonal += share * square((second[i] + first[j]) / n);
                }
            }
        }
        double variance = onDiagonal + square(1 - kappa) * offDiagonal - square(kappa - expected * (1 - kappa));
        return Math.sqrt(Math.max(0, variance)) / ((1 - expected) * Math.sqrt(n));
    }

    private static double square(double x) {
        return x * x;
    }
}
