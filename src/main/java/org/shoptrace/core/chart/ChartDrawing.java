package org.shoptrace.core.chart;

/// A chart laid out: where each bar, whisker, tick, label and mark of it stands, for the room that there is.
public sealed interface ChartDrawing
        permits BarsDrawing, GridDrawing, TableDrawing, StackedDrawing, FramedDrawing, DifferenceDrawing, LegendDrawing, CaptionDrawing,
        ListingDrawing,
        SheetDrawing {
    /// Between parts that stand side by side, in pixels.
    double GAP = 8;

    static ChartDrawing of(Chart chart, TextMeasure measure) {
        return switch (chart) {
            case IntervalBars bars -> new BarsDrawing(bars, measure);
            case IntervalGrid grid -> new GridDrawing(grid, measure);
            case BarTable table -> new TableDrawing(table, measure);
            case StackedRows rows -> new StackedDrawing(rows, measure);
            case PointPlot points -> new PointDrawing(points, measure);
            case CurvePlot curves -> new CurveDrawing(curves, measure);
            case DifferenceRows rows -> new DifferenceDrawing(rows, measure);
            case Legend legend -> new LegendDrawing(legend, measure);
            case Caption caption -> new CaptionDrawing(caption, measure);
            case Listing listing -> new ListingDrawing(listing, measure);
            case ChartSheet sheet -> new SheetDrawing(sheet, measure);
        };
    }

    /// How wide it would like to be, in pixels.
    double width();

    /// How high it would like to be at that width.
    double height(double width);

    /// How low it can be at that width; as high as it would like, where nothing of it can give way.
    default double least(double width) {
        return height(width);
    }

    /// Whether it makes use of more height than it would like.
    default boolean grows() {
        return false;
    }

    /// Draws it into a place that is as large as it would like, or larger, or smaller down to the least.
    void draw(Canvas canvas, Box box);

    /// The middle of a pixel, so that thin lines are not blurred.
    static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
