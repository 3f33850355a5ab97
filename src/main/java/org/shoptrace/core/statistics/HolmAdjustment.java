package org.shoptrace.core.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Holm's step-down adjustment of the p values of one family of tests (Holm 1979, *Scandinavian Journal of Statistics* 6:65).
public final class HolmAdjustment {
    private HolmAdjustment() {}

    /// The adjusted values, in the order given; each is at least the raw one and at most 1.
    ///
    /// @throws IllegalArgumentException when a value is not in 0..1
    public static double[] adjust(double... p) {
        if (!Arrays.stream(p).allMatch(value -> value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("not all in 0..1: " + Arrays.toString(p));
        }
        List<Integer> rising = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
        double[] adjusted = new double[p.length];
        double greatest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int index = rising.get(rank);
            greatest = Math.max(greatest, Math.min(1, (p.length - rank) * p[index]));
            adjusted[index] = greatest;
        }
        return adjusted;
    }
}
