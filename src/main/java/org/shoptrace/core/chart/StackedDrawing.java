package org.shoptrace.core.chart;

import org.shoptrace.core.chart.Canvas.Anchor;
import org.shoptrace.core.chart.Palette.Ink;
import org.shoptrace.core.chart.StackedChart.Panel;
import org.shoptrace.core.chart.StackedChart.Row;

/// Panels of rows, each a stack of hatched segments with their counts on them; the legend is at the foot.
record StackedDrawing(StackedChart chart) implements ChartDrawing {
    private static final int LEFT = 230;
    private static final int RIGHT = 60;
    private static final int PLOT = WIDTH - LEFT - RIGHT;
    private static final int ROW = 26;
    private static final int PANEL_TITLE = 28;
    private static final int LEGEND = 34;
    private static final int LONGEST_LABEL = 34;

    /// The least width on which a count of up to three digits has room.
    private static final double ROOM = 22;

    @Override
    public double height() {
        return LEGEND + chart.panels().stream().mapToInt(StackedDrawing::height).sum();
    }

    @Override
    public void draw(Canvas canvas) {
        int most = chart.panels().stream().flatMap(panel -> panel.rows().stream()).mapToInt(Row::sum).max().orElse(0);
        int top = 0;
        for (Panel panel : chart.panels()) {
            canvas.text(Ink.INK, true, Anchor.START, 0, top + 20, panel.title());
            int y = top + PANEL_TITLE;
            for (Row row : panel.rows()) {
                draw(row, y, Math.max(1, most), canvas);
                y += ROW;
            }
            top += height(panel);
        }
        legend(top, canvas);
    }

    private static int height(Panel panel) {
        return PANEL_TITLE + ROW * panel.rows().size() + 8;
    }

    private void draw(Row row, int top, int most, Canvas canvas) {
        canvas.text(Ink.INK, false, Anchor.END, LEFT - 10, top + 17, ChartDrawing.shortened(row.label(), LONGEST_LABEL));
        double x = LEFT;
        for (int segment = 0; segment < row.counts().size(); segment++) {
            int count = row.counts().get(segment);
            double width = (double) PLOT * count / most;
            if (count > 0) {
                Palette.Fill fill = Palette.fill(segment);
                canvas.open(row.label() + ", " + chart.segments().get(segment) + ": " + count);
                canvas.rectangle(fill, x, top + 3, width, ROW - 6);
                if (width >= ROOM && fill.hatch() == 0) {
                    canvas.text(fill.ink(), x + width / 2, top + 17, Integer.toString(count));
                } else if (width >= ROOM) {
                    // a plain spot, for hatching would run through the digits
                    canvas.rectangle(new Palette.Fill(fill.colour(), fill.colour(), 0), x + width / 2 - 10, top + 5, 20, ROW - 10);
                    canvas.text(fill.ink(), x + width / 2, top + 17, Integer.toString(count));
                }
                canvas.close();
            }
            x += width;
        }
        canvas.text(Ink.MUTED, false, Anchor.START, x + 8, top + 17, Integer.toString(row.sum()));
    }

    private void legend(int top, Canvas canvas) {
        double apart = (double) WIDTH / Math.max(1, chart.segments().size());
        for (int segment = 0; segment < chart.segments().size(); segment++) {
            double x = segment * apart;
            canvas.rectangle(Palette.fill(segment), x + 1, top + 10, 14, 14);
            canvas.text(
                    Ink.MUTED, false, Anchor.START, x + 22, top + 21,
                    ChartDrawing.shortened(chart.segments().get(segment), (int) (apart / 7.5)));
        }
    }
}
