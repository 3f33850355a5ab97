package org.shoptrace.core.chart;

import java.util.List;
import java.util.Locale;
import org.shoptrace.core.chart.Canvas.Anchor;
import org.shoptrace.core.chart.Canvas.Sign;
import org.shoptrace.core.chart.Palette.Ink;
import org.shoptrace.core.chart.PointChart.Line;
import org.shoptrace.core.chart.PointChart.Panel;
import org.shoptrace.core.chart.PointChart.Point;

/// Two panels a row, each with its own axes; every series has a sign of its own, explained at the foot.
record PointDrawing(PointChart chart) implements ChartDrawing {
    private static final int COLUMNS = 2;
    private static final int CELL = WIDTH / COLUMNS;
    private static final int LEFT = 52;
    private static final int PLOT_WIDTH = CELL - LEFT - 24;
    private static final int PLOT_HEIGHT = 190;
    private static final int PANEL_TITLE = 30;
    private static final int PANEL = PANEL_TITLE + PLOT_HEIGHT + 50;
    private static final int LEGEND_ROW = 22;
    private static final int LONGEST_LABEL = 46;
    private static final int TICKS = 4;

    @Override
    public double height() {
        int rows = (chart.panels().size() + COLUMNS - 1) / COLUMNS;
        int legend = (chart.series().size() + COLUMNS - 1) / COLUMNS;
        return rows * PANEL + legend * LEGEND_ROW + 8;
    }

    @Override
    public void draw(Canvas canvas) {
        for (int i = 0; i < chart.panels().size(); i++) {
            draw(chart.panels().get(i), (double) (i % COLUMNS) * CELL, (double) (i / COLUMNS) * PANEL, canvas);
        }
        double top = (chart.panels().size() + COLUMNS - 1) / COLUMNS * (double) PANEL;
        for (int i = 0; i < chart.series().size(); i++) {
            int series = i;
            double x = (double) (i % COLUMNS) * CELL + LEFT;
            double y = top + (double) (i / COLUMNS) * LEGEND_ROW + 12;
            boolean published = chart.panels().stream()
                    .flatMap(panel -> panel.lines().stream())
                    .anyMatch(line -> line.series() == series && line.look() == PointChart.Look.PUBLISHED);
            sign(published ? PointChart.Look.PUBLISHED : PointChart.Look.POINTS, i, x, y, canvas);
            canvas.text(Ink.INK, false, Anchor.START, x + 14, y + 4, ChartDrawing.shortened(chart.series().get(i), LONGEST_LABEL));
        }
    }

    private void draw(Panel panel, double left, double top, Canvas canvas) {
        canvas.text(Ink.INK, true, Anchor.START, left, top + 18, panel.title());
        double x0 = left + LEFT;
        double y0 = top + PANEL_TITLE + PLOT_HEIGHT;
        for (int i = 0; i <= TICKS; i++) {
            double share = (double) i / TICKS;
            double y = y0 - share * PLOT_HEIGHT;
            canvas.line(Ink.GRID, 1, x0, y, x0 + PLOT_WIDTH, y);
            canvas.text(Ink.MUTED, false, Anchor.END, x0 - 6, y + 4, Math.round(100 * share) + " %");
            double x = x0 + share * PLOT_WIDTH;
            canvas.line(Ink.GRID, 1, x, y0, x, y0 + 4);
            canvas.text(Ink.MUTED, false, Anchor.MIDDLE, x, y0 + 18, tick(chart.low() + share * (chart.high() - chart.low())));
        }
        canvas.text(Ink.MUTED, false, Anchor.MIDDLE, x0 + PLOT_WIDTH / 2.0, y0 + 36, chart.x());
        canvas.text(Ink.MUTED, false, Anchor.END, x0 + PLOT_WIDTH, top + 18, chart.y() + " ↑");
        for (Line line : panel.lines()) {
            draw(line, x0, y0, canvas);
        }
    }

    private void draw(Line line, double x0, double y0, Canvas canvas) {
        List<Point> points = line.points();
        if (line.look() == PointChart.Look.CURVE) {
            for (int i = 1; i < points.size(); i++) {
                canvas.line(
                        ink(line.series()), 1.5, x(points.get(i - 1), x0), y(points.get(i - 1).y(), y0), x(points.get(i), x0),
                        y(points.get(i).y(), y0));
            }
        }
        for (Point point : points) {
            double x = x(point, x0);
            canvas.open(point.text());
            point.interval().ifPresent(interval -> {
                canvas.line(Ink.MUTED, 1, x, y(interval.low(), y0), x, y(interval.high(), y0));
                canvas.line(Ink.MUTED, 1, x - 3, y(interval.low(), y0), x + 3, y(interval.low(), y0));
                canvas.line(Ink.MUTED, 1, x - 3, y(interval.high(), y0), x + 3, y(interval.high(), y0));
            });
            sign(line.look(), line.series(), x, y(point.y(), y0), canvas);
            canvas.close();
        }
    }

    private static void sign(PointChart.Look look, int series, double x, double y, Canvas canvas) {
        if (look == PointChart.Look.PUBLISHED) {
            canvas.sign(Sign.CIRCLE, Ink.MUTED, false, x, y, 3);
        } else {
            canvas.sign(Sign.of(series), ink(series), true, x, y, 4.5);
        }
    }

    private double x(Point point, double x0) {
        return x0 + PLOT_WIDTH * Math.clamp((point.x() - chart.low()) / (chart.high() - chart.low()), 0, 1);
    }

    private static double y(double share, double y0) {
        return y0 - PLOT_HEIGHT * Math.clamp(share, 0, 1);
    }

    /// Shapes tell series apart; three inks keep neighbours from running together.
    private static Ink ink(int series) {
        return switch (series % 3) {
            case 0 -> Ink.LINE;
            case 1 -> Ink.MARK;
            default -> Ink.INK;
        };
    }

    private String tick(double value) {
        return chart.high() - chart.low() >= TICKS
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
