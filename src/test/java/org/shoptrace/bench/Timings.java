package org.shoptrace.bench;

import java.util.Arrays;
import java.util.Locale;

/// Durations of one kind of request, in milliseconds.
record Timings(@SuppressWarnings("ArrayRecordComponent") double[] millis) {
    double quantile(double share) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    double median() {
        return quantile(0.5);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.2f ms", median(), quantile(0.95), quantile(0.99),
                quantile(1));
    }
}
