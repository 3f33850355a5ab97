package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.chart.DifferenceRows.Row;

/// Rows of dots with whiskers about a line in the middle.
final class DifferenceDrawing implements ChartDrawing {
    private static final double LABELS = 0.3;
    private static final double DOT = 9;
    /// How much higher than its text a row becomes where there is room.
    private static final double AIRY = 2.6;

    private final DifferenceRows chart;
    private final TextMeasure measure;
    private final double line;
    private final double reach;

    DifferenceDrawing(DifferenceRows chart, TextMeasure measure) {
        this.chart = chart;
        this.measure = measure;
        this.line = measure.height(TextStyle.PLAIN);
        double greatest = chart.rows().stream().mapToDouble(row -> Math.max(Math.abs(row.low()), Math.abs(row.high()))).max().orElse(1);
        this.reach = Math.clamp(Math.ceil(greatest * 10 - 1e-9) / 10, 0.1, 1);
    }

    @Override
    public double width() {
        return 380;
    }

    @Override
    public double height(double width) {
        return chart.rows().size() * row(width) + 2 * line + 6 + (beside(plot(width)) ? 0 : line);
    }

    @Override
    public boolean grows() {
        return true;
    }

    private double row(double width) {
        double highest = names(width).stream().mapToDouble(TextBlock::height).max().orElse(0);
        return Math.max(Math.ceil(line * 1.6), Math.ceil(highest)) + 4;
    }

    private double labels(double width) {
        double widest = chart.rows().stream().mapToDouble(row -> measure.width(row.label(), TextStyle.PLAIN)).max().orElse(0);
        return Math.min(widest, width * LABELS) + 1;
    }

    private List<TextBlock> names(double width) {
        return chart.rows().stream().map(row -> TextBlock.wrapped(row.label(), TextStyle.PLAIN, measure, labels(width))).toList();
    }

    /// The width within the labels and the numbers.
    private double plot(double width) {
        double texts = chart.rows().stream().mapToDouble(row -> measure.width(row.text(), TextStyle.STRONG)).max().orElse(0);
        return Math.max(40, width - labels(width) - texts - 3 * GAP);
    }

    /// Whether what both sides say fits on one line.
    private boolean beside(double plot) {
        return measure.width(chart.less(), TextStyle.MUTED) + measure.width(chart.more(), TextStyle.MUTED) + 2 * GAP <= plot;
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        double labels = labels(box.width());
        double left = box.x() + labels + GAP;
        double wide = plot(box.width());
        double top = box.y() + line + 2;
        boolean beside = beside(wide);
        double foot = line + 4 + (beside ? 0 : line);
        double row = Math.clamp(
                Math.floor((box.bottom() - top - foot) / Math.max(1, chart.rows().size())), row(box.width()), AIRY * row(box.width()));
        double middle = ChartDrawing.crisp(left + wide / 2);
        double bottom = top + chart.rows().size() * row;
        canvas.line(Stroke.GRID, middle, top, middle, bottom);
        TextBlock.of("0", TextStyle.MUTED, measure).middle(canvas, middle, bottom + 1);
        TextBlock.shortened(chart.less(), TextStyle.MUTED, measure, wide).start(canvas, left, box.y());
        TextBlock.shortened(chart.more(), TextStyle.MUTED, measure, wide).end(canvas, left + wide, beside ? box.y() : bottom + 1 + line);
        List<TextBlock> names = names(box.width());
        for (int i = 0; i < chart.rows().size(); i++) {
            draw(canvas, chart.rows().get(i), names.get(i), new Box(left, top + i * row, wide, row), box.right());
        }
    }

    private void draw(Canvas canvas, Row row, TextBlock label, Box plot, double right) {
        label.end(canvas, plot.x() - GAP, plot.centerY() - label.height() / 2);
        double center = ChartDrawing.crisp(plot.centerY());
        canvas.line(Stroke.WHISKER, x(row.low(), plot), center, x(row.high(), plot), center);
        for (double end : List.of(row.low(), row.high())) {
            double at = ChartDrawing.crisp(x(end, plot));
            canvas.line(Stroke.WHISKER, at, center - 4, at, center + 4);
        }
        canvas.glyph(Looks.DIFFERENCE, Box.around(x(row.value(), plot), plot.centerY(), DOT));
        TextBlock.of(row.text(), TextStyle.STRONG, measure).start(canvas, plot.right() + GAP, plot.centerY() - line / 2);
        canvas.mark(row.datum(), Optional.empty(), false, new Box(plot.x() - 2, plot.y(), right - plot.x() + 2, plot.height()));
    }

    private double x(double value, Box plot) {
        return plot.x() + (Math.clamp(value / reach, -1, 1) + 1) / 2 * plot.width();
    }
}
