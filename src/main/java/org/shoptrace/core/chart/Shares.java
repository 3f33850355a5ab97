package org.shoptrace.core.chart;

import java.util.Locale;
import java.util.stream.DoubleStream;

/// Shares as charts write and scale them.
public final class Shares {
    private Shares() {}

    /// Per cent with one decimal, without the sign: `59.6`.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    /// The next fifth above all, so that low rates can be told apart; at least 0.2, at most 1.
    ///
    /// @param highest the greatest numbers to be shown; those that are not finite do not count
    public static double top(DoubleStream highest) {
        double greatest = highest.filter(Double::isFinite).max().orElse(1);
        return Math.clamp(Math.ceil(greatest * 5 - 1e-9) / 5, 0.2, 1);
    }

    /// A mark of a scale: `20 %`.
    public static String tick(double share) {
        return Math.round(share * 100) + " %";
    }
}
