package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shoptrace.core.chart.IntervalGrid.Cell;
import org.shoptrace.core.chart.IntervalGrid.Dot;
import org.shoptrace.core.chart.IntervalGrid.Row;

/// Small multiples: labels on the left, a column for each series, as many bands of columns as it takes.
final class GridDrawing implements ChartDrawing {
    private static final double LABELS = 0.32;
    private static final double LEAST_BAR = 36;
    /// Between columns, so that a value is not read with the bar to its right.
    private static final double APART = 28;
    private static final double BETWEEN_BANDS = 8;
    private static final double USUAL_BAR = 130;
    private static final double LONG_LABEL = 240;

    private final IntervalGrid chart;
    private final TextMeasure measure;
    private final boolean published;
    private final int columns;
    private final double line;
    private final double value;
    private final double of;

    GridDrawing(IntervalGrid chart, TextMeasure measure) {
        this.chart = chart;
        this.measure = measure;
        this.published = chart.rows().stream().anyMatch(row -> !row.published().isEmpty());
        this.columns = chart.series().size() + (published ? 1 : 0);
        this.line = measure.height(TextStyle.PLAIN);
        this.value = cells().mapToDouble(cell -> measure.width(cell.text(), style(cell))).max().orElse(0);
        this.of = cells().mapToDouble(cell -> measure.width(cell.of(), TextStyle.MUTED)).max().orElse(0);
    }

    private Stream<Cell> cells() {
        return chart.rows().stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream);
    }

    private static TextStyle style(Cell cell) {
        return cell.faint() ? TextStyle.MUTED : TextStyle.STRONG;
    }

    @Override
    public double width() {
        double labels = chart.rows().stream().mapToDouble(row -> TextBlock.of(row.label(), TextStyle.PLAIN, measure).width()).max()
                .orElse(0);
        return Math.min(labels, LONG_LABEL) + GAP + Math.max(1, columns) * (USUAL_BAR + value + of + 2 * GAP + APART);
    }

    @Override
    public double height(double width) {
        if (chart.rows().isEmpty()) {
            return 0;
        }
        Frame frame = new Frame(width);
        return frame.bands * frame.band() + (frame.bands - 1) * BETWEEN_BANDS;
    }

    /// The measures of a width.
    private final class Frame {
        final double labels;
        final int bands;
        final int perBand;
        final double column;
        final List<TextBlock> names;
        final List<TextBlock> heads;
        final double head;
        final double row;
        final boolean sampled;
        final double bars;

        Frame(double width) {
            double widest = chart.rows().stream().mapToDouble(row -> TextBlock.of(row.label(), TextStyle.PLAIN, measure).width()).max()
                    .orElse(0);
            labels = Math.min(widest, width * LABELS) + 1;
            double room = width - labels - GAP;
            int fit = Math.clamp((long) (room / (value + GAP + APART + LEAST_BAR)), 1, Math.max(1, columns));
            bands = (Math.max(1, columns) + fit - 1) / fit;
            perBand = (Math.max(1, columns) + bands - 1) / bands;
            column = Math.max(1, room / perBand);
            names = chart.rows().stream().map(row -> TextBlock.wrapped(row.label(), TextStyle.PLAIN, measure, labels)).toList();
            heads = columns < 2 ? List.of() : headings(column - APART);
            head = heads.stream().mapToDouble(TextBlock::height).max().orElse(-3) + 3;
            row = Math.ceil(names.stream().mapToDouble(TextBlock::height).max().orElse(line) * 1.15) + 4;
            double plot = column - value - of - 2 * GAP - APART;
            // Where there is no room the sample gives way first: it is in the mark's name too.
            sampled = plot >= LEAST_BAR;
            bars = Math.max(LEAST_BAR / 2, sampled ? plot : column - value - GAP - APART);
        }

        double band() {
            return head + chart.rows().size() * row + line + 2;
        }

        private List<TextBlock> headings(double room) {
            Stream<TextBlock> series = chart.series().stream().map(name -> TextBlock.wrapped(name, TextStyle.STRONG, measure, room));
            return published
                    ? Stream.concat(series, Stream.of(TextBlock.wrapped("published, not re-run", TextStyle.MUTED, measure, room))).toList()
                    : series.toList();
        }
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        if (chart.rows().isEmpty()) {
            return;
        }
        Frame frame = new Frame(box.width());
        for (int band = 0; band < frame.bands; band++) {
            int first = band * frame.perBand;
            int last = Math.min(columns, first + frame.perBand);
            draw(canvas, frame, first, last, box.x(), box.y() + band * (frame.band() + BETWEEN_BANDS));
        }
    }

    private void draw(Canvas canvas, Frame frame, int first, int last, double x, double y) {
        double left = x + frame.labels + GAP;
        double top = y + frame.head;
        double bottom = top + chart.rows().size() * frame.row;
        for (int i = first; i < last; i++) {
            double at = left + (i - first) * frame.column;
            boolean others = published && i == columns - 1;
            axis(canvas, at, others ? frame.column - APART : frame.bars, top, bottom);
            if (!frame.heads.isEmpty()) {
                frame.heads.get(i).start(canvas, at, y);
            }
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            Row row = chart.rows().get(i);
            TextBlock name = frame.names.get(i);
            double at = top + i * frame.row;
            name.end(canvas, left - GAP, at + (frame.row - name.height()) / 2);
            IntStream.range(first, Math.min(last, row.cells().size())).forEach(column -> row.cells().get(column)
                    .ifPresent(cell -> draw(canvas, frame, column, cell, left + (column - first) * frame.column, at)));
            if (published && last == columns) {
                double beside = left + (columns - 1 - first) * frame.column;
                double size = Math.min(10, frame.row - 4);
                for (Dot dot : row.published()) {
                    canvas.mark(
                            dot.datum(), Optional.of(Looks.OTHERS), false,
                            Box.around(beside + at(dot.value(), frame.column - APART), at + frame.row / 2, size));
                }
            }
        }
    }

    private void axis(Canvas canvas, double x, double end, double top, double bottom) {
        for (double share : new double[] {0, 0.5, 1}) {
            double at = ChartDrawing.crisp(x + share * end);
            canvas.line(Stroke.GRID, at, top, at, bottom);
        }
        TextBlock zero = TextBlock.of("0", TextStyle.MUTED, measure);
        TextBlock full = TextBlock.of(Shares.tick(chart.top()), TextStyle.MUTED, measure);
        if (zero.width() + full.width() + 4 <= end) {
            zero.start(canvas, x, bottom + 1);
        }
        full.end(canvas, Math.max(x + end, x + full.width()), bottom + 1);
    }

    private void draw(Canvas canvas, Frame frame, int column, Cell cell, double x, double y) {
        double thickness = Math.max(6, frame.row - 8);
        if (Double.isFinite(cell.value())) {
            canvas.area(
                    Looks.bar(column), cell.faint(),
                    new Box(x, Math.round(y + (frame.row - thickness) / 2), Math.max(2, at(cell.value(), frame.bars)), thickness));
        }
        cell.interval().ifPresent(interval -> {
            double middle = ChartDrawing.crisp(y + frame.row / 2);
            double low = ChartDrawing.crisp(x + at(interval.low(), frame.bars));
            double high = ChartDrawing.crisp(x + at(interval.high(), frame.bars));
            canvas.line(Stroke.WHISKER, low, middle, high, middle);
            canvas.line(Stroke.WHISKER, low, middle - 3, low, middle + 3);
            canvas.line(Stroke.WHISKER, high, middle - 3, high, middle + 3);
        });
        double text = y + (frame.row - line) / 2;
        TextBlock.of(cell.text(), style(cell), measure).end(canvas, x + frame.bars + GAP + value, text);
        if (frame.sampled) {
            TextBlock.of(cell.of(), TextStyle.MUTED, measure).start(canvas, x + frame.bars + 2 * GAP + value, text);
        }
        canvas.mark(cell.datum(), Optional.empty(), false, new Box(x - 2, y, frame.column - APART + 4, frame.row));
    }

    private double at(double share, double plot) {
        return Math.clamp(share / chart.top(), 0, 1) * plot;
    }
}
