package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares with intervals as small multiples on one scale: a row for each group, a column for each series. Beside each bar stand its value
/// and what it is of. A column keeps its look, so that it is found again in other charts.
public final class IntervalGrid extends Plot {
    private static final double LABELS = 0.32;
    private static final double LEAST_BAR = 36;
    /// Between columns, so that a value is not read with the bar to its right.
    private static final double APART = 28;

    /// One group, such as the tasks with two products.
    ///
    /// @param cells     one for each column; empty where a series has nothing of the group
    /// @param published figures of others, drawn in a column of their own
    public record Row(String label, List<Optional<Cell>> cells, List<Dot> published) {
        public Row {
            cells = List.copyOf(cells);
            published = List.copyOf(published);
        }
    }

    /// A bar.
    ///
    /// @param value 0..1; `NaN` draws no bar
    /// @param text  beside the bar: its value
    /// @param of    beside the value: the sample, such as `n 250`
    /// @param faint whether the sample is too small to lean on
    public record Cell(double value, Optional<ConfidenceInterval> interval, String text, String of, boolean faint, Datum datum) {}

    /// Somebody else's figure.
    public record Dot(double value, Datum datum) {}

    private record Drawn(int column, Cell cell, Region bar, Text text, Text of, Mark mark) {}

    private record DrawnRow(Text label, List<Drawn> cells, List<Drawing> dots) {}

    private record Drawing(Dot dot, Mark mark) {}

    private final List<Text> heads = new ArrayList<>();
    private final List<Text> ticks = new ArrayList<>();
    private List<DrawnRow> rows = List.of();
    private int columns;
    private boolean published;
    private double top = 1;

    public IntervalGrid() {
        getStyleClass().add("interval-grid");
    }

    /// Replaces what is shown.
    ///
    /// @param series a name for each column; the only one is not written above it
    /// @param newTop the end of the scale, above 0 and at most 1
    public void show(List<String> series, List<Row> groups, double newTop) {
        clear();
        heads.clear();
        ticks.clear();
        top = newTop;
        published = groups.stream().anyMatch(row -> !row.published().isEmpty());
        columns = series.size() + (published ? 1 : 0);
        if (columns > 1) {
            series.forEach(name -> heads.add(text(name, "head")));
            if (published) {
                heads.add(text("published, not re-run", "muted-text"));
            }
        }
        for (int i = 0; i < columns; i++) {
            ticks.addAll(List.of(text("0", "muted-text"), text(Shares.tick(top), "muted-text")));
        }
        rows = groups.stream().map(this::drawn).toList();
        requestLayout();
    }

    private DrawnRow drawn(Row row) {
        Text label = text(row.label());
        List<Drawn> cells = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cells().get(column).isPresent()) {
                Cell cell = row.cells().get(column).get();
                Region bar = area("fill", Looks.bar(column));
                if (cell.faint()) {
                    bar.getStyleClass().add("faint");
                }
                Text value = text(cell.text(), cell.faint() ? "muted-text" : "value-text");
                cells.add(new Drawn(column, cell, bar, value, text(cell.of(), "muted-text"), mark(cell.datum(), "cell-mark")));
            }
        }
        List<Drawing> dots = row.published().stream().map(dot -> new Drawing(dot, mark(dot.datum(), "dot-mark"))).toList();
        return new DrawnRow(label, cells, dots);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        return snappedTopInset() + snappedBottomInset()
                + (rows.isEmpty() ? 0 : headHeight(columnWidth(room)) + rows.size() * rowHeight(room) + tickHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 160 + columns * 180;
    }

    private double labelWidth(double width) {
        double widest = rows.stream().mapToDouble(row -> natural(row.label())).max().orElse(0);
        return Math.min(widest, width * LABELS) + 1;
    }

    private static double natural(Text text) {
        text.setWrappingWidth(0);
        return width(text);
    }

    private double columnWidth(double width) {
        return Math.max(1, (width - snappedLeftInset() - snappedRightInset() - labelWidth(width) - GAP) / Math.max(1, columns));
    }

    private double headHeight(double columnWidth) {
        heads.forEach(head -> wrap(head, columnWidth - APART));
        return heads.stream().mapToDouble(Plot::height).max().orElse(-3) + 3;
    }

    private double rowHeight(double width) {
        double label = labelWidth(width);
        double highest = 0;
        for (DrawnRow row : rows) {
            wrap(row.label(), label);
            highest = Math.max(highest, height(row.label()));
        }
        return Math.ceil(highest * 1.15) + 4;
    }

    private double tickHeight() {
        return ticks.isEmpty() ? 0 : height(ticks.getFirst()) + 2;
    }

    private double widest(boolean of) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(cell -> width(of ? cell.of() : cell.text()))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        grid.getElements().clear();
        whiskers.getElements().clear();
        double left = snappedLeftInset() + labelWidth(getWidth()) + GAP;
        double column = columnWidth(getWidth());
        double head = snappedTopInset() + headHeight(column);
        double row = rowHeight(getWidth());
        double value = widest(false);
        double of = widest(true);
        double plot = column - value - of - 2 * GAP - APART;
        // Where there is no room the sample gives way first: it is in the mark's name too.
        boolean sampled = plot >= LEAST_BAR;
        double bars = Math.max(LEAST_BAR / 2, sampled ? plot : column - value - GAP - APART);
        for (int i = 0; i < heads.size(); i++) {
            put(heads.get(i), left + i * column, snappedTopInset());
        }
        for (int i = 0; i < rows.size(); i++) {
            DrawnRow drawn = rows.get(i);
            double y = head + i * row;
            put(drawn.label(), left - GAP - width(drawn.label()), y + (row - height(drawn.label())) / 2);
            for (Drawn cell : drawn.cells()) {
                double x = left + cell.column() * column;
                place(cell, x, y, row, bars);
                cell.mark().resizeRelocate(x - 2, y, column - APART + 4, row);
                put(cell.text(), x + bars + GAP + value - width(cell.text()), y + (row - height(cell.text())) / 2);
                cell.of().setVisible(sampled);
                put(cell.of(), x + bars + 2 * GAP + value, y + (row - height(cell.of())) / 2);
            }
            double beside = left + (columns - 1) * column;
            drawn.dots().forEach(dot -> {
                double size = Math.min(10, row - 4);
                dot.mark().resizeRelocate(beside + at(dot.dot().value(), column - APART) - size / 2, y + (row - size) / 2, size, size);
            });
        }
        double bottom = head + rows.size() * row;
        for (int i = 0; i < columns; i++) {
            double end = published && i == columns - 1 ? column - APART : bars;
            axis(left + i * column, end, head, bottom, ticks.get(2 * i), ticks.get(2 * i + 1));
        }
    }

    private void axis(double x, double end, double head, double bottom, Text zero, Text full) {
        for (double share : new double[] {0, 0.5, 1}) {
            double at = crisp(x + share * end);
            line(grid, at, head, at, bottom);
        }
        zero.setVisible(width(zero) + width(full) + 4 <= end);
        put(zero, x, bottom + 1);
        put(full, x + end - width(full), bottom + 1);
    }

    private double at(double value, double plot) {
        return Math.clamp(value / top, 0, 1) * plot;
    }

    private void place(Drawn drawn, double x, double y, double row, double plot) {
        Cell cell = drawn.cell();
        double thickness = Math.max(6, row - 8);
        drawn.bar().setVisible(Double.isFinite(cell.value()));
        drawn.bar().resizeRelocate(x, Math.round(y + (row - thickness) / 2), Math.max(2, at(cell.value(), plot)), thickness);
        cell.interval().ifPresent(interval -> {
            double middle = crisp(y + row / 2);
            double low = crisp(x + at(interval.low(), plot));
            double high = crisp(x + at(interval.high(), plot));
            line(whiskers, low, middle, high, middle);
            line(whiskers, low, middle - 3, low, middle + 3);
            line(whiskers, high, middle - 3, high, middle + 3);
        });
    }
}
