package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
        return labels(width).stream().mapToDouble(StackedDrawing::leastHeight).sum();
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

    /// Of a row by itself, which its label stands in.
    private static double leastHeight(TextBlock label) {
        return label.height() + 4;
    }

    /// All alike where there is room for that; where there is less, the ones of short labels give way first to the lines of the long ones.
    private double[] rowHeights(List<TextBlock> labels, double height) {
        double alike = rowHeight(labels);
        double least = labels.stream().mapToDouble(StackedDrawing::leastHeight).sum();
        double slack = alike * labels.size() - least;
        double more = slack > 0 ? Math.clamp((height - least) / slack, 0, 1) : 0;
        double less = least > 0 ? Math.clamp(height / least, 0, 1) : 0;
        return labels.stream()
                .mapToDouble(StackedDrawing::leastHeight)
                .map(low -> (low + (alike - low) * more) * less)
                .toArray();
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
        double[] heights = rowHeights(labels, box.height());
        double thick = Math.max(1, DoubleStream.of(heights).min().orElse(0) - 4);
        double y = box.y();
        for (int i = 0; i < labels.size(); i++) {
            draw(canvas, chart.rows().get(i), labels.get(i), new Box(box.x(), y, box.width(), heights[i]), new Bars(left, plot, thick));
            y += heights[i];
        }
    }

    /// Where the bars of all rows stand.
    ///
    /// @param plot  how wide the longest may be
    /// @param thick how high each is
    private record Bars(double left, double plot, double thick) {}

    private void draw(Canvas canvas, Row row, TextBlock label, Box box, Bars bars) {
        label.end(canvas, bars.left() - GAP, box.centerY() - label.height() / 2);
        canvas.mark(row.datum(), Optional.empty(), false, new Box(box.x(), box.y(), bars.left() - GAP - box.x() + 2, box.height()));
        double x = bars.left();
        for (Segment segment : row.segments()) {
            double room = bars.plot() - (LEAST + BETWEEN) * row.segments().size();
            double wide = Math.max(LEAST, room * segment.count() / chart.highest());
            Box area = new Box(x, box.centerY() - bars.thick() / 2, wide, bars.thick());
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
