package org.shoptrace.core.chart;

import java.util.List;

/// How a line is drawn.
///
/// @param name   a style class in the window
/// @param width  in pixels
/// @param dashes the lengths of dashes and gaps in turn, in pixels; empty for a whole line
public record Stroke(String name, Ink ink, double width, List<Double> dashes) {
    public static final Stroke GRID = new Stroke("grid", Ink.GRID, 1, List.of());
    public static final Stroke WHISKER = new Stroke("whiskers", Ink.INK, 1.3, List.of());
    public static final Stroke THRESHOLD = new Stroke("threshold-line", Ink.MUTED, 1, List.of(2.0, 3.0));

    public Stroke {
        dashes = List.copyOf(dashes);
    }
}
