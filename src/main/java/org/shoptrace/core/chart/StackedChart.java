package org.shoptrace.core.chart;

import java.util.List;

/// Counts as rows of segments, a panel for each model.
///
/// @param segments what the parts of every row are, for the legend; six at most
public record StackedChart(String name, String title, String note, List<String> segments, List<Panel> panels) implements Chart {
    public StackedChart {
        segments = List.copyOf(segments);
        panels = List.copyOf(panels);
        if (segments.size() > Palette.SEGMENTS) {
            throw new IllegalArgumentException(segments.size() + " segments, where " + Palette.SEGMENTS + " can be told apart");
        }
    }

    /// The rows of one model.
    public record Panel(String title, List<Row> rows) {
        public Panel {
            rows = List.copyOf(rows);
        }
    }

    /// One row.
    ///
    /// @param counts one for each segment
    public record Row(String label, List<Integer> counts) {
        public Row {
            counts = List.copyOf(counts);
        }

        int sum() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
