package org.shoptrace.core.chart;

import java.util.List;
import java.util.stream.Stream;

/// Charts that are one picture, such as a plot and its legend, or a panel for each model.
///
/// @param columns how many stand side by side, at least 1
public record ChartSheet(int columns, List<Part> parts) implements Chart {
    public ChartSheet {
        parts = List.copyOf(parts);
        if (columns < 1) {
            throw new IllegalArgumentException("columns: " + columns);
        }
    }

    /// A chart of a sheet.
    ///
    /// @param title above it; empty for none
    public record Part(String title, Chart chart) {}

    /// One below the other, without titles.
    public static ChartSheet of(Chart... charts) {
        return new ChartSheet(1, Stream.of(charts).map(chart -> new Part("", chart)).toList());
    }
}
