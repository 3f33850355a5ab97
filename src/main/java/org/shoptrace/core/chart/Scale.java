package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// An axis of a plot: its end, its marks and what they are called. It starts at `from`.
///
/// @param title what is measured
/// @param to    above `from`
/// @param ticks in rising order, each within the scale
/// @param words how a tick reads
public record Scale(String title, double from, double to, List<Double> ticks, DoubleFunction<String> words) {
    private static final int MOST_NUMBERS = 8;

    public Scale {
        ticks = List.copyOf(ticks);
    }

    /// Shares, from 0 to a fifth.
    ///
    /// @param top by [Shares#top]
    public static Scale shares(String title, double top) {
        List<Double> ticks = new ArrayList<>();
        double step = top <= 0.2 ? 0.05 : top <= 0.4 ? 0.1 : 0.2;
        for (int i = 0; i * step <= top + 1e-9; i++) {
            ticks.add(i * step);
        }
        return new Scale(title, 0, top, ticks, Shares::tick);
    }

    /// Whole numbers, each a tick as long as they are few.
    public static Scale numbers(String title, int from, int to) {
        int end = Math.max(to, from + 1);
        int step = Math.max(1, (int) Math.ceil((end - from) / (double) MOST_NUMBERS));
        List<Double> ticks = new ArrayList<>();
        for (int i = from; i <= end; i += step) {
            ticks.add((double) i);
        }
        return new Scale(title, from, end, ticks, value -> Integer.toString((int) Math.round(value)));
    }

    /// Draws the grid of an axis that rises on the left of a plot, and its ticks as far as they do not run into each other.
    void drawUpwards(Canvas canvas, TextMeasure measure, Box plot) {
        double free = Double.POSITIVE_INFINITY;
        for (double tick : ticks) {
            double at = ChartDrawing.crisp(plot.y() + (1 - share(tick)) * plot.height());
            canvas.line(Stroke.GRID, plot.x(), at, plot.right(), at);
            TextBlock label = TextBlock.of(words.apply(tick), TextStyle.MUTED, measure);
            if (at + label.height() / 2 <= free) {
                label.end(canvas, plot.x() - ChartDrawing.GAP, at - label.height() / 2);
                free = at - label.height() / 2;
            }
        }
    }

    /// How far along the axis a value is, 0..1.
    public double share(double value) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }
}
