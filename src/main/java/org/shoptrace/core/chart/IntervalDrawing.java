package org.shoptrace.core.chart;

import static org.shoptrace.core.chart.ChartDrawing.percent;

import java.util.List;
import org.shoptrace.core.chart.Canvas.Anchor;
import org.shoptrace.core.chart.Canvas.Sign;
import org.shoptrace.core.chart.IntervalChart.Bar;
import org.shoptrace.core.chart.IntervalChart.Mark;
import org.shoptrace.core.chart.IntervalChart.Panel;
import org.shoptrace.core.chart.Palette.Ink;

/// Panels of horizontal bars with whiskers, over one scale from 0 to 100 %.
record IntervalDrawing(IntervalChart chart) implements ChartDrawing {
    private static final int LEFT = 180;
    private static final int RIGHT = 190;
    private static final int PLOT = WIDTH - LEFT - RIGHT;
    private static final int ROW = 24;
    private static final int PANEL_TITLE = 28;
    private static final int LONGEST_LABEL = 24;
    private static final int LONGEST_COUNT = 22;

    @Override
    public double height() {
        return 24 + chart.panels().stream().mapToInt(IntervalDrawing::height).sum();
    }

    @Override
    public void draw(Canvas canvas) {
        int top = 0;
        for (Panel panel : chart.panels()) {
            draw(panel, top, canvas);
            top += height(panel);
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            canvas.text(Ink.MUTED, false, Anchor.MIDDLE, x(percent / 100.0), top + 14, percent + " %");
        }
    }

    private static int height(Panel panel) {
        return PANEL_TITLE + ROW * (panel.bars().size() + (panel.published().isEmpty() ? 0 : 1)) + 8;
    }

    private static void draw(Panel panel, int top, Canvas canvas) {
        canvas.text(Ink.INK, true, Anchor.START, 0, top + 20, panel.title());
        int first = top + PANEL_TITLE;
        int bottom = top + height(panel) - 8;
        for (int percent = 0; percent <= 100; percent += 25) {
            canvas.line(Ink.GRID, 1, x(percent / 100.0), first, x(percent / 100.0), bottom);
        }
        int y = first;
        for (Bar bar : panel.bars()) {
            draw(bar, y, canvas);
            y += ROW;
        }
        if (!panel.published().isEmpty()) {
            draw(panel.published(), y, canvas);
        }
    }

    private static void draw(Bar bar, int top, Canvas canvas) {
        canvas.open(bar.label() + ": " + described(bar));
        canvas.text(Ink.INK, false, Anchor.END, LEFT - 10, top + 16, ChartDrawing.shortened(bar.label(), LONGEST_LABEL));
        bar.value().ifPresent(value -> canvas.rectangle(Ink.BAR, x(0), top + 4, value * PLOT, ROW - 8));
        bar.interval().ifPresent(interval -> {
            double low = x(interval.low());
            double high = x(interval.high());
            canvas.line(Ink.INK, 1.5, low, top + 12, high, top + 12);
            canvas.line(Ink.INK, 1.5, low, top + 8, low, top + 16);
            canvas.line(Ink.INK, 1.5, high, top + 8, high, top + 16);
        });
        canvas.text(
                Ink.INK, false, Anchor.START, LEFT + PLOT + 12, top + 16, bar.value().map(ChartDrawing::percent).orElse("no scored run"));
        canvas.text(Ink.MUTED, false, Anchor.END, WIDTH - 4, top + 16, ChartDrawing.shortened(bar.of(), LONGEST_COUNT));
        canvas.close();
    }

    private static void draw(List<Mark> marks, int top, Canvas canvas) {
        canvas.text(Ink.MUTED, false, Anchor.END, LEFT - 10, top + 16, "published, not re-run");
        for (Mark mark : marks) {
            canvas.open(mark.label() + ": " + percent(mark.value()) + ", published, not re-run");
            canvas.sign(Sign.CIRCLE, Ink.MARK, false, x(mark.value()), top + 12, 4);
            canvas.close();
        }
        canvas.text(Ink.MUTED, false, Anchor.END, WIDTH - 4, top + 16, marks.size() + " models");
    }

    private static String described(Bar bar) {
        String interval = bar.interval().map(i -> ", 95 % interval " + percent(i.low()) + " to " + percent(i.high())).orElse("");
        return bar.value().map(ChartDrawing::percent).orElse("no scored run") + " (" + bar.of() + ")" + interval;
    }

    private static double x(double share) {
        return LEFT + PLOT * Math.clamp(share, 0, 1);
    }
}
