package org.shoptrace.core.statistics;

/// A 95 % interval.
///
/// @param low at most `high`
public record ConfidenceInterval(double low, double high) {
    /// What rounding leaves of a 0.
    private static final double NOTHING = 1e-15;

    public ConfidenceInterval {
        low = Math.abs(low) < NOTHING ? 0 : low;
        high = Math.abs(high) < NOTHING ? 0 : high;
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /// Whether its ends differ. A bootstrap of values that are all alike has none, which says nothing of how sure they are.
    public boolean hasWidth() {
        return low < high;
    }

    /// Whether the value is in it, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
