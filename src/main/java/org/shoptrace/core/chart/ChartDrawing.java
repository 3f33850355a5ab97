package org.shoptrace.core.chart;

import java.util.Locale;

/// A chart laid out, ready to be drawn on any canvas.
interface ChartDrawing {
    /// How wide every chart is, in pixels.
    int WIDTH = 760;

    static ChartDrawing of(Chart chart) {
        return switch (chart) {
            case IntervalChart bars -> new IntervalDrawing(bars);
            case StackedChart rows -> new StackedDrawing(rows);
            case PointChart points -> new PointDrawing(points);
        };
    }

    /// In pixels.
    double height();

    void draw(Canvas canvas);

    /// A label of limited length, its end replaced by an ellipsis; the description of the thing has it whole.
    static String shortened(String label, int longest) {
        return label.codePointCount(0, label.length()) <= longest
                ? label
                : label.substring(0, label.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /// `59.6 %`.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
