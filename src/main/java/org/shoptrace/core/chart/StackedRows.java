package org.shoptrace.core.chart;

import java.util.List;

/// Counts of several kinds, such as intent levels, side by side in a row for each reason. A segment that is wide enough carries its count;
/// its mark always names it.
///
/// @param highest the count at the end of the scale; at least 1 and that of the longest row
public record StackedRows(List<Row> rows, int highest) implements Chart {
    public StackedRows {
        rows = List.copyOf(rows);
        highest = Math.max(highest, longest(rows));
    }

    /// On a scale of its own.
    public StackedRows(List<Row> rows) {
        this(rows, 1);
    }

    /// The count of the longest row, at least 1.
    public static int longest(List<Row> rows) {
        return Math.max(1, rows.stream().mapToInt(Row::total).max().orElse(1));
    }

    /// A reason, with its counts.
    ///
    /// @param segments those of 0 are left out
    /// @param datum    the whole row, behind its label
    public record Row(String label, List<Segment> segments, Datum datum) {
        public Row {
            segments = segments.stream().filter(segment -> segment.count() > 0).toList();
        }

        int total() {
            return segments.stream().mapToInt(Segment::count).sum();
        }
    }

    /// A count.
    ///
    /// @param kind the look of what is counted
    public record Segment(int kind, int count, Datum datum) {}
}
