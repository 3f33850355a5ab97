package org.shoptrace.ui.kit.chart;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Differences with their intervals around a line of no difference: a row each, what is above 0 to the right.
public final class DifferenceRows extends Plot {
    private static final double LABELS = 0.3;
    private static final double DOT = 9;
    /// How much higher than its text a row becomes where there is room.
    private static final double AIRY = 2.6;

    /// A difference.
    ///
    /// @param value -1..1
    /// @param text  at the end of the row
    public record Row(String label, double value, double low, double high, String text, Datum datum) {}

    private record Drawn(Row row, Text label, Region dot, Text text, Mark mark) {}

    private List<Drawn> rows = List.of();
    private Text below = new Text();
    private Text above = new Text();
    private Text zero = new Text();
    private double reach = 1;

    public DifferenceRows() {
        getStyleClass().add("difference-rows");
    }

    /// @param less what a difference below 0 says
    /// @param more what one above 0 says
    public void show(List<Row> newRows, String less, String more) {
        clear();
        double greatest = newRows.stream().mapToDouble(row -> Math.max(Math.abs(row.low()), Math.abs(row.high()))).max().orElse(1);
        reach = Math.clamp(Math.ceil(greatest * 10 - 1e-9) / 10, 0.1, 1);
        below = text(less, "muted-text");
        above = text(more, "muted-text");
        zero = text("0", "muted-text");
        rows = newRows.stream()
                .map(row -> new Drawn(row, text(row.label()), area("fill", "difference-dot"), text(row.text(), "value-text"),
                        mark(row.datum(), "cell-mark")))
                .toList();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 380;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + rows.size() * row() + 2 * height(zero) + 6;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double row() {
        return Math.ceil(height(zero) * 1.6) + 4;
    }

    @Override
    protected void layoutChildren() {
        grid.getElements().clear();
        whiskers.getElements().clear();
        double labels = Math.min(rows.stream().mapToDouble(drawn -> width(drawn.label())).max().orElse(0), getWidth() * LABELS) + 1;
        double texts = rows.stream().mapToDouble(drawn -> width(drawn.text())).max().orElse(0);
        double left = snappedLeftInset() + labels + GAP;
        double wide = Math.max(40, getWidth() - snappedRightInset() - left - texts - 2 * GAP);
        double top = snappedTopInset() + height(zero) + 2;
        double room = (getHeight() - snappedBottomInset() - top - height(zero) - 4) / Math.max(1, rows.size());
        double row = Math.clamp(Math.floor(room), row(), AIRY * row());
        double middle = crisp(left + wide / 2);
        double bottom = top + rows.size() * row;
        line(grid, middle, top, middle, bottom);
        put(zero, middle - width(zero) / 2, bottom + 1);
        put(below, left, snappedTopInset());
        // Below when both do not fit on one line.
        boolean beside = width(below) + width(above) + 2 * GAP <= wide;
        put(above, left + wide - width(above), beside ? snappedTopInset() : bottom + 1 + height(zero) / 2);
        for (int i = 0; i < rows.size(); i++) {
            Drawn drawn = rows.get(i);
            double y = top + i * row;
            wrap(drawn.label(), labels);
            put(drawn.label(), left - GAP - width(drawn.label()), y + (row - height(drawn.label())) / 2);
            double center = crisp(y + row / 2);
            line(whiskers, x(drawn.row().low(), left, wide), center, x(drawn.row().high(), left, wide), center);
            for (double end : new double[] {drawn.row().low(), drawn.row().high()}) {
                line(whiskers, crisp(x(end, left, wide)), center - 4, crisp(x(end, left, wide)), center + 4);
            }
            drawn.dot().resizeRelocate(x(drawn.row().value(), left, wide) - DOT / 2, y + (row - DOT) / 2, DOT, DOT);
            put(drawn.text(), left + wide + GAP, y + (row - height(drawn.text())) / 2);
            drawn.mark().resizeRelocate(left - 2, y, getWidth() - snappedRightInset() - left + 2, row);
        }
    }

    private double x(double value, double left, double wide) {
        return left + (Math.clamp(value / reach, -1, 1) + 1) / 2 * wide;
    }
}
