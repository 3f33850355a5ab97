package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Two figures of several groups against each other: a point for each, its shape telling the series.
///
/// @param up     of shares
/// @param others figures of others, as small rings below the points
public record PointPlot(Scale across, Scale up, List<Point> points, List<Dot> others) implements Chart {
    public PointPlot {
        points = List.copyOf(points);
        others = List.copyOf(others);
    }

    public PointPlot(Scale across, Scale up, List<Point> points) {
        this(across, up, points, List.of());
    }

    /// A group.
    ///
    /// @param series   the look
    /// @param interval of `y`
    /// @param label    beside the point, where there is room
    /// @param faint    whether the sample is too small to lean on
    public record Point(
            int series, double x, double y, Optional<ConfidenceInterval> interval, String label, boolean faint, Datum datum) {}

    /// Somebody else's figures.
    public record Dot(double x, double y, Datum datum) {}
}
