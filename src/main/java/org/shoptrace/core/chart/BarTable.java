package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares as lying bars in a table: a row for each thing that is counted, a column for each level, and in each cell a bar for each series,
/// one below the other, so that series are compared by looking down. A series keeps its look. Columns that do not fit side by side stand
/// below the others.
///
/// @param columns those of the cells
/// @param rows    from above to below
public record BarTable(List<Column> columns, List<Row> rows) implements Chart {
    /// @throws IllegalArgumentException when a row has other cells than there are columns, and is no heading
    public BarTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (!row.isHeading() && row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(columns.size() + " columns, " + row.cells().size() + " cells");
            }
        }
    }

    /// A column.
    ///
    /// @param sample beside the title: what its shares are of, such as `n 250`
    /// @param top    the end of its scale, above 0 and at most 1
    public record Column(String title, String sample, double top) {}

    /// A row, or a heading over those that follow.
    ///
    /// @param cells one for each column, with a bar for each series; empty where a series has nothing there. None for a heading
    public record Row(String label, List<List<Optional<Bar>>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }

        /// A heading.
        public static Row heading(String label) {
            return new Row(label, List.of());
        }

        public boolean isHeading() {
            return cells.isEmpty();
        }
    }

    /// A bar.
    ///
    /// @param value 0..1; `NaN` draws no bar
    /// @param text  beside the bar: its value
    /// @param faint whether the sample is too small to lean on
    /// @param lost  what was there a row above and is not any more
    public record Bar(double value, Optional<ConfidenceInterval> interval, String text, boolean faint, Datum datum, Optional<Lost> lost) {}

    /// What follows a bar up to a higher share, drawn thin and pale.
    ///
    /// @param to where it ends, 0..1, above the bar's value
    public record Lost(double to, Datum datum) {}
}
