package org.shoptrace.core.statistics;

/// A 95 % interval.
///
/// @param low at most `high`
public record ConfidenceInterval(double low, double high) {
    public ConfidenceInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /// Whether the value is in it, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
