package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// Charts below and beside each other, each under its title.
final class SheetDrawing implements ChartDrawing {
    private static final double BETWEEN = 6;
    private static final double BELOW_TITLE = 4;
    private static final double ABOVE_TITLE = 8;
    private static final double COLUMNS_APART = 24;

    private record Part(String title, ChartDrawing drawing) {}

    private final int columns;
    private final TextMeasure measure;
    private final List<List<Part>> rows = new ArrayList<>();

    SheetDrawing(ChartSheet sheet, TextMeasure measure) {
        this.columns = sheet.columns();
        this.measure = measure;
        List<Part> parts = sheet.parts().stream().map(part -> new Part(part.title(), ChartDrawing.of(part.chart(), measure))).toList();
        for (int i = 0; i < parts.size(); i += columns) {
            rows.add(parts.subList(i, Math.min(parts.size(), i + columns)));
        }
    }

    @Override
    public double width() {
        double widest = rows.stream().flatMap(List::stream).filter(SheetDrawing::asks).mapToDouble(part -> part.drawing().width()).max()
                .orElse(360);
        return columns * widest + (columns - 1) * COLUMNS_APART;
    }

    /// Legends and captions take the width that the others need.
    private static boolean asks(Part part) {
        return !(part.drawing() instanceof LegendDrawing || part.drawing() instanceof CaptionDrawing);
    }

    @Override
    public double height(double width) {
        return sum(width, ChartDrawing::height);
    }

    @Override
    public double least(double width) {
        return sum(width, ChartDrawing::least);
    }

    @Override
    public boolean grows() {
        return rows.stream().anyMatch(SheetDrawing::grows);
    }

    private static boolean grows(List<Part> row) {
        return row.stream().anyMatch(part -> part.drawing().grows());
    }

    private double sum(double width, ToDoubleBiFunction<ChartDrawing, Double> height) {
        double column = column(width);
        double between = Math.max(0, rows.size() - 1) * BETWEEN;
        return rows.stream().mapToDouble(row -> title(row) + high(row, column, height)).sum() + between;
    }

    private static double high(List<Part> row, double column, ToDoubleBiFunction<ChartDrawing, Double> height) {
        return row.stream().mapToDouble(part -> height.applyAsDouble(part.drawing(), column)).max().orElse(0);
    }

    private double column(double width) {
        return Math.max(0, (width - (columns - 1) * COLUMNS_APART) / columns);
    }

    private double title(List<Part> row) {
        return row.stream().allMatch(part -> part.title().isEmpty()) ? 0 : ABOVE_TITLE + measure.height(TextStyle.STRONG) + BELOW_TITLE;
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        double column = column(box.width());
        double spare = box.height() - height(box.width());
        long growing = rows.stream().filter(SheetDrawing::grows).count();
        double slack = height(box.width()) - least(box.width());
        double y = box.y();
        for (List<Part> row : rows) {
            double title = title(row);
            double high = high(row, column, ChartDrawing::height);
            if (spare > 0 && grows(row)) {
                high += spare / growing;
            } else if (spare < 0 && slack > 0) {
                double gives = high - high(row, column, ChartDrawing::least);
                high -= gives * Math.min(1, -spare / slack);
            }
            for (int i = 0; i < row.size(); i++) {
                double x = box.x() + i * (column + COLUMNS_APART);
                TextBlock.shortened(row.get(i).title(), TextStyle.STRONG, measure, column).start(canvas, x, y + ABOVE_TITLE);
                row.get(i).drawing().draw(canvas, new Box(x, y + title, column, high));
            }
            y += title + high + BETWEEN;
        }
    }
}
