package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.chart.BarTable.Bar;
import org.shoptrace.core.chart.BarTable.Column;
import org.shoptrace.core.chart.BarTable.Row;

/// Labels on the left, columns of bars beside, their values at the end of each column, lines between rows.
final class TableDrawing implements ChartDrawing {
    private static final double LABELS = 0.24;
    private static final double LONG_LABEL = 200;
    private static final double LEAST_BAR = 44;
    private static final double USUAL_BAR = 120;
    /// Between columns, so that a value is not read with the bar to its right.
    private static final double APART = 20;
    private static final double BETWEEN_BANDS = 10;
    private static final double PADDING = 4;
    /// What was lost is wide enough to be pressed.
    private static final double LEAST_LOST = 6;

    private final BarTable chart;
    private final TextMeasure measure;
    private final double line;
    private final double value;

    TableDrawing(BarTable chart, TextMeasure measure) {
        this.chart = chart;
        this.measure = measure;
        this.line = measure.height(TextStyle.PLAIN);
        this.value = bars().mapToDouble(bar -> measure.width(bar.text(), style(bar))).max().orElse(0);
    }

    private Stream<Bar> bars() {
        return chart.rows().stream().flatMap(row -> row.cells().stream()).flatMap(List::stream).flatMap(Optional::stream);
    }

    private static TextStyle style(Bar bar) {
        return bar.faint() || bar.value() == 0 ? TextStyle.MUTED : TextStyle.STRONG;
    }

    @Override
    public double width() {
        return Math.min(LONG_LABEL, widestLabel()) + GAP + chart.columns().size() * (USUAL_BAR + value + GAP + APART);
    }

    private double widestLabel() {
        return chart.rows().stream()
                .filter(row -> !row.isHeading())
                .mapToDouble(row -> TextBlock.of(row.label(), TextStyle.PLAIN, measure).width())
                .max()
                .orElse(0);
    }

    @Override
    public double height(double width) {
        if (chart.rows().isEmpty() || chart.columns().isEmpty()) {
            return 0;
        }
        Frame frame = new Frame(width);
        return frame.bands * frame.band + (frame.bands - 1) * BETWEEN_BANDS;
    }

    /// The measures of a width.
    private final class Frame {
        final double width;
        final double labels;
        final int perBand;
        final int bands;
        final double column;
        final double bar;
        final List<TextBlock> names;
        final List<TextBlock> titles;
        final double head;
        final double band;

        Frame(double width) {
            this.width = width;
            labels = Math.min(widestLabel(), width * LABELS) + 1;
            double room = width - labels - GAP;
            int columns = chart.columns().size();
            int fit = Math.clamp((long) (room / (LEAST_BAR + GAP + value + APART)), 1, columns);
            bands = (columns + fit - 1) / fit;
            perBand = (columns + bands - 1) / bands;
            column = Math.max(1, room / perBand);
            bar = Math.max(1, column - value - GAP - APART);
            names = chart.rows().stream()
                    .map(row -> row.isHeading()
                            ? TextBlock.shortened(row.label(), TextStyle.STRONG, measure, width)
                            : TextBlock.wrapped(row.label(), TextStyle.PLAIN, measure, labels))
                    .toList();
            titles = chart.columns().stream()
                    .map(each -> TextBlock.wrapped(each.title(), TextStyle.STRONG, measure, Math.max(1, column - APART)))
                    .toList();
            double samples = chart.columns().stream().allMatch(each -> each.sample().isEmpty()) ? 0 : line;
            head = titles.stream().mapToDouble(TextBlock::height).max().orElse(0) + samples + PADDING;
            double rows = 0;
            for (int i = 0; i < chart.rows().size(); i++) {
                rows += row(i);
            }
            band = head + rows + line + 2;
        }

        double row(int place) {
            int series = chart.rows().get(place).cells().stream().mapToInt(List::size).max().orElse(0);
            return Math.max(names.get(place).height(), series * line) + 2 * PADDING;
        }
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        if (chart.rows().isEmpty() || chart.columns().isEmpty()) {
            return;
        }
        Frame frame = new Frame(box.width());
        for (int band = 0; band < frame.bands; band++) {
            int first = band * frame.perBand;
            int last = Math.min(chart.columns().size(), first + frame.perBand);
            draw(canvas, frame, first, last, new Box(
                    box.x(), box.y() + band * (frame.band + BETWEEN_BANDS), box.width(), frame.band));
        }
    }

    private void draw(Canvas canvas, Frame frame, int first, int last, Box band) {
        double left = band.x() + frame.labels + GAP;
        double y = band.y() + frame.head;
        for (int column = first; column < last; column++) {
            double x = left + (column - first) * frame.column;
            head(canvas, frame, column, x, band.y());
            axis(canvas, frame, chart.columns().get(column), new Box(x, y, frame.bar, band.bottom() - line - 2 - y));
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            Row row = chart.rows().get(i);
            double high = frame.row(i);
            double rule = ChartDrawing.crisp(y);
            canvas.line(Stroke.GRID, band.x(), rule, band.right(), rule);
            TextBlock name = frame.names.get(i);
            name.start(canvas, band.x(), y + (high - name.height()) / 2);
            for (int column = first; column < last && !row.isHeading(); column++) {
                double x = left + (column - first) * frame.column;
                List<Optional<Bar>> cell = row.cells().get(column);
                double top = y + (high - cell.size() * line) / 2;
                for (int series = 0; series < cell.size(); series++) {
                    Box place = new Box(x, top + series * line, frame.bar, line);
                    int look = series;
                    double scale = chart.columns().get(column).top();
                    cell.get(series).ifPresent(bar -> draw(canvas, bar, look, scale, place));
                }
            }
            y += high;
        }
    }

    private void head(Canvas canvas, Frame frame, int column, double x, double y) {
        TextBlock title = frame.titles.get(column);
        title.start(canvas, x, y);
        TextBlock.shortened(chart.columns().get(column).sample(), TextStyle.MUTED, measure, Math.max(1, frame.column - APART))
                .start(canvas, x, y + title.height());
    }

    private void axis(Canvas canvas, Frame frame, Column column, Box plot) {
        for (double share : new double[] {0, 0.5, 1}) {
            double at = ChartDrawing.crisp(plot.x() + share * plot.width());
            canvas.line(Stroke.GRID, at, plot.y(), at, plot.bottom());
        }
        TextBlock zero = TextBlock.of("0", TextStyle.MUTED, measure);
        TextBlock full = TextBlock.of(Shares.tick(column.top()), TextStyle.MUTED, measure);
        if (zero.width() + full.width() + 4 <= plot.width()) {
            zero.start(canvas, plot.x(), plot.bottom() + 1);
        }
        if (full.width() <= frame.column) {
            full.end(canvas, Math.max(plot.right(), plot.x() + full.width()), plot.bottom() + 1);
        }
    }

    /// @param place as high as a line, as wide as the scale
    private void draw(Canvas canvas, Bar bar, int series, double scale, Box place) {
        double thick = Math.max(4, line - 5);
        double end = place.x() + Math.clamp(bar.value() / scale, 0, 1) * place.width();
        boolean counted = Double.isFinite(bar.value());
        if (counted && bar.value() > 0) {
            canvas.area(
                    Looks.bar(series), bar.faint(),
                    new Box(place.x(), Math.round(place.centerY() - thick / 2), Math.max(2, end - place.x()), thick));
        }
        bar.lost().filter(_ -> counted).ifPresent(lost -> canvas.area(Looks.bar(series), true, lost(lost, end, scale, place, thick / 2)));
        bar.interval().ifPresent(interval -> {
            double middle = ChartDrawing.crisp(place.centerY());
            double low = ChartDrawing.crisp(place.x() + Math.clamp(interval.low() / scale, 0, 1) * place.width());
            double high = ChartDrawing.crisp(place.x() + Math.clamp(interval.high() / scale, 0, 1) * place.width());
            canvas.line(Stroke.WHISKER, low, middle, high, middle);
            canvas.line(Stroke.WHISKER, low, middle - 3, low, middle + 3);
            // Beyond the scale it has no end to be seen.
            if (interval.high() <= scale + 1e-9) {
                canvas.line(Stroke.WHISKER, high, middle - 3, high, middle + 3);
            }
        });
        TextBlock text = TextBlock.of(bar.text(), style(bar), measure);
        text.end(canvas, place.right() + GAP + value, place.centerY() - text.height() / 2);
        canvas.mark(bar.datum(), Optional.empty(), false, new Box(place.x() - 1, place.y(), place.width() + GAP + value + 2, line));
        bar.lost().filter(_ -> counted)
                .ifPresent(lost -> canvas.mark(lost.datum(), Optional.empty(), false, lost(lost, end, scale, place, line - 2)));
    }

    private static Box lost(BarTable.Lost lost, double end, double scale, Box place, double high) {
        double to = place.x() + Math.clamp(lost.to() / scale, 0, 1) * place.width();
        double wide = Math.max(LEAST_LOST, to - end);
        return new Box(Math.min(end, place.right() - wide), place.centerY() - high / 2, wide, high);
    }
}
