package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A share over a number, such as a threshold: a line for each series, a mark for each number.
public record CurvePlot(Scale across, Scale up, List<Curve> curves, List<Threshold> thresholds) implements Chart {
    public CurvePlot {
        curves = List.copyOf(curves);
        thresholds = List.copyOf(thresholds);
    }

    /// A line.
    ///
    /// @param name   at its end
    /// @param series its look
    public record Curve(String name, int series, List<Vertex> vertices) {
        public Curve {
            vertices = List.copyOf(vertices);
        }
    }

    /// A point of a line.
    ///
    /// @param y 0..1
    public record Vertex(double x, double y, Optional<ConfidenceInterval> interval, Datum datum) {}

    /// A number that matters, as an upright line.
    public record Threshold(double x, String label) {}
}
