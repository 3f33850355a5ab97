package org.shoptrace.core.chart;

import java.util.List;

/// Differences with their intervals around a line of no difference: a row each, what is above 0 to the right.
///
/// @param less what a difference below 0 says
/// @param more what one above 0 says
public record DifferenceRows(List<Row> rows, String less, String more) implements Chart {
    public DifferenceRows {
        rows = List.copyOf(rows);
    }

    /// A difference.
    ///
    /// @param value -1..1
    /// @param text  at the end of the row
    public record Row(String label, double value, double low, double high, String text, Datum datum) {}
}
