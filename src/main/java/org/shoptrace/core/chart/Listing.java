package org.shoptrace.core.chart;

import java.util.List;

/// A short table that belongs to a chart, as plain text.
///
/// @param rows as many cells as there are columns
public record Listing(List<Column> columns, List<List<String>> rows) implements Chart {
    public Listing {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(columns.size() + " columns, " + row.size() + " cells");
            }
        }
    }

    /// A column.
    ///
    /// @param number whether it holds numbers, which stand to the right
    public record Column(String title, boolean number) {}
}
