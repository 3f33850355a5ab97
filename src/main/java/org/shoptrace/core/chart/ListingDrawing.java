package org.shoptrace.core.chart;

import java.util.stream.DoubleStream;

/// The columns of a table, each as wide as its widest cell.
final class ListingDrawing implements ChartDrawing {
    private static final double APART = 18;
    private static final double BETWEEN = 4;

    private final Listing listing;
    private final TextMeasure measure;
    private final double row;
    private final double[] columns;

    ListingDrawing(Listing listing, TextMeasure measure) {
        this.listing = listing;
        this.measure = measure;
        this.row = measure.height(TextStyle.PLAIN) + BETWEEN;
        this.columns = new double[listing.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            int column = i;
            columns[i] = DoubleStream.concat(
                    DoubleStream.of(measure.width(listing.columns().get(i).title(), TextStyle.MUTED)),
                    listing.rows().stream().mapToDouble(cells -> measure.width(cells.get(column), TextStyle.PLAIN)))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public double width() {
        return DoubleStream.of(columns).sum() + APART * columns.length;
    }

    @Override
    public double height(double width) {
        return (1 + listing.rows().size()) * row;
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        double x = box.x();
        for (int column = 0; column < columns.length && x < box.right(); column++) {
            double room = Math.min(columns[column], box.right() - x);
            put(canvas, column, TextBlock.shortened(listing.columns().get(column).title(), TextStyle.MUTED, measure, room), x, box.y(),
                    room);
            for (int i = 0; i < listing.rows().size(); i++) {
                TextBlock cell = TextBlock.shortened(listing.rows().get(i).get(column), TextStyle.PLAIN, measure, room);
                put(canvas, column, cell, x, box.y() + (i + 1) * row, room);
            }
            x += room + APART;
        }
    }

    private void put(Canvas canvas, int column, TextBlock words, double x, double y, double room) {
        if (listing.columns().get(column).number()) {
            words.end(canvas, x + room, y);
        } else {
            words.start(canvas, x, y);
        }
    }
}
