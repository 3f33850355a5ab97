package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Points over two axes, a panel for each intent; those of a series may be joined to a curve.
///
/// @param x      what runs to the right
/// @param y      what runs upwards; always a share, 0..1
/// @param low    the left end of the x axis
/// @param high   its right end, above `low`
/// @param series the names of the series, each with a sign of its own
public record PointChart(
        String name, String title, String note, String x, String y, double low, double high, List<String> series, List<Panel> panels)
        implements Chart {
    public PointChart {
        series = List.copyOf(series);
        panels = List.copyOf(panels);
        if (!(low < high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /// The points of one intent.
    public record Panel(String title, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /// The points of one series.
    ///
    /// @param series its place among the chart's series, from 0
    public record Line(int series, Look look, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// How points are drawn.
    public enum Look {
        POINTS,
        /// A line leads from point to point.
        CURVE,
        /// Small and hollow: what is not of this evaluation.
        PUBLISHED
    }

    /// @param y        0..1
    /// @param interval of `y`
    /// @param text     what the point is, for its tooltip
    public record Point(double x, double y, Optional<ConfidenceInterval> interval, String text) {}
}
