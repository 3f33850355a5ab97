package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.chart.StackedRows.Row;
import org.shoptrace.core.chart.StackedRows.Segment;

/// Rows of segments that follow their counts, the label on the left and the sum at the end.
final class StackedDrawing implements ChartDrawing {
    private static final double LABELS = 0.4;
    private static final double LEAST = 4;
    private static final double BETWEEN = 1;

    private final StackedRows chart;
    private final TextMeasure measure;
    private final double line;

    StackedDrawing(StackedRows chart, TextMeasure measure) {
        this.chart = chart;
        this.measure = measure;
        this.line = measure.height(TextStyle.PLAIN);
    }

    @Override
    public double width() {
        return 420;
    }

    @Override
    public double height(double width) {
        return chart.rows().size() * rowHeight(labels(width));
    }

    @Override
    public double least(double width) {
        return chart.rows().size() * (line + 4);
    }

    @Override
    public boolean grows() {
        return true;
    }

    private List<TextBlock> labels(double width) {
        double widest = chart.rows().stream().mapToDouble(row -> TextBlock.of(row.label(), TextStyle.PLAIN, measure).width()).max()
                .orElse(0);
        double room = Math.min(widest, width * LABELS) + 1;
        return chart.rows().stream().map(row -> TextBlock.wrapped(row.label(), TextStyle.PLAIN, measure, room)).toList();
    }

    private double rowHeight(List<TextBlock> labels) {
        return labels.stream().mapToDouble(TextBlock::height).max().orElse(line) + 10;
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        List<TextBlock> labels = labels(box.width());
        double total = chart.rows().stream()
                .mapToDouble(row -> measure.width(Integer.toString(row.total()), TextStyle.STRONG))
                .max()
                .orElse(0);
        double left = box.x() + labels.stream().mapToDouble(TextBlock::width).max().orElse(0) + 1 + GAP;
        double plot = Math.max(20, box.right() - left - total - GAP);
        double high = Math.min(rowHeight(labels), box.height() / Math.max(1, labels.size()));
        for (int i = 0; i < labels.size(); i++) {
            draw(canvas, chart.rows().get(i), labels.get(i), new Box(box.x(), box.y() + i * high, box.width(), high), left, plot);
        }
    }

    private void draw(Canvas canvas, Row row, TextBlock label, Box box, double left, double plot) {
        label.end(canvas, left - GAP, box.centerY() - label.height() / 2);
        canvas.mark(row.datum(), Optional.empty(), false, new Box(box.x(), box.y(), left - GAP - box.x() + 2, box.height()));
        double x = left;
        for (Segment segment : row.segments()) {
            double room = plot - (LEAST + BETWEEN) * row.segments().size();
            double wide = Math.max(LEAST, room * segment.count() / chart.highest());
            Box area = new Box(x, box.y() + 2, wide, box.height() - 4);
            canvas.area(Looks.kind(segment.kind()), false, area);
            TextBlock count = TextBlock.of(Integer.toString(segment.count()), TextStyle.PLAIN, measure);
            if (count.width() + 8 <= wide) {
                double top = box.centerY() - count.height() / 2;
                canvas.area(
                        Looks.PLATE, false,
                        new Box(area.centerX() - count.width() / 2 - 3, top, count.width() + 6, count.height()));
                count.middle(canvas, area.centerX(), top);
            }
            canvas.mark(segment.datum(), Optional.empty(), false, area);
            x += wide + BETWEEN;
        }
        TextBlock total = TextBlock.of(Integer.toString(row.total()), TextStyle.STRONG, measure);
        total.start(canvas, x + GAP / 2, box.centerY() - total.height() / 2);
    }
}
