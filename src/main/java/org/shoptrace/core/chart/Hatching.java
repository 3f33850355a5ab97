package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;

/// The lines that hatch a rectangle, cut off at its edges: no format's own patterns are needed, and all look alike.
final class Hatching {
    private static final double APART = 6;

    private Hatching() {}

    record Line(double x1, double y1, double x2, double y2) {}

    /// @param slope 1 rising, -1 falling, 0 none
    static List<Line> of(int slope, double x, double y, double width, double height) {
        List<Line> lines = new ArrayList<>();
        if (slope == 0) {
            return lines;
        }
        // on each line, run is how far it is to the right at the bottom (rising) or at the top (falling) of the rectangle
        for (double start = -height + APART / 2; start < width; start += APART) {
            double from = Math.max(0, start);
            double to = Math.min(width, start + height);
            double down = from - start;
            double end = to - start;
            if (to > from) {
                lines.add(
                        slope > 0
                                ? new Line(x + from, y + height - down, x + to, y + height - end)
                                : new Line(x + from, y + down, x + to, y + end));
            }
        }
        return lines;
    }
}
