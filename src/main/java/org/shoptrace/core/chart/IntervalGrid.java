package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares with intervals as small multiples on one scale: a row for each group, a column for each series. Beside each bar stand its value
/// and what it is of. A column keeps its look, so that it is found again in other charts. Columns that do not fit side by side stand below
/// the others.
///
/// @param series a name for each column; the only one is not written above it
/// @param top    the end of the scale, above 0 and at most 1
public record IntervalGrid(List<String> series, List<Row> rows, double top) implements Chart {
    public IntervalGrid {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /// One group, such as the tasks with two products.
    ///
    /// @param cells     one for each column; empty where a series has nothing of the group
    /// @param published figures of others, drawn in a column of their own
    public record Row(String label, List<Optional<Cell>> cells, List<Dot> published) {
        public Row {
            cells = List.copyOf(cells);
            published = List.copyOf(published);
        }
    }

    /// A bar.
    ///
    /// @param value 0..1; `NaN` draws no bar
    /// @param text  beside the bar: its value
    /// @param of    beside the value: the sample, such as `n 250`
    /// @param faint whether the sample is too small to lean on
    public record Cell(double value, Optional<ConfidenceInterval> interval, String text, String of, boolean faint, Datum datum) {}

    /// Somebody else's figure.
    public record Dot(double value, Datum datum) {}
}
