package org.shoptrace.core.chart;

/// A plot with an axis below and one on the left.
abstract sealed class FramedDrawing implements ChartDrawing permits PointDrawing, CurveDrawing {
    final TextMeasure measure;
    private final Scale across;
    private final Scale up;

    FramedDrawing(Scale across, Scale up, TextMeasure measure) {
        this.across = across;
        this.up = up;
        this.measure = measure;
    }

    @Override
    public final double width() {
        return 360;
    }

    @Override
    public final double height(double width) {
        return 240;
    }

    @Override
    public final double least(double width) {
        return 40 + 3.5 * measure.height(TextStyle.MUTED) + 8;
    }

    @Override
    public final boolean grows() {
        return true;
    }

    @Override
    public final void draw(Canvas canvas, Box box) {
        double line = measure.height(TextStyle.MUTED);
        double ticks = up.ticks().stream().mapToDouble(tick -> measure.width(up.words().apply(tick), TextStyle.MUTED)).max().orElse(0);
        double left = box.x() + ticks + GAP;
        double top = box.y() + 1.5 * line;
        Box plot = new Box(left, top, Math.max(20, box.right() - left - 12), Math.max(20, box.bottom() - top - 2 * line - 8));
        TextBlock.shortened(up.title(), TextStyle.MUTED, measure, box.width()).start(canvas, box.x(), box.y());
        TextBlock.shortened(across.title(), TextStyle.MUTED, measure, plot.width()).end(canvas, plot.right(), plot.bottom() + line + 5);
        up.drawUpwards(canvas, measure, plot);
        double free = box.x();
        for (double tick : across.ticks()) {
            double at = ChartDrawing.crisp(x(tick, plot));
            canvas.line(Stroke.GRID, at, plot.bottom(), at, plot.bottom() + 3);
            TextBlock words = TextBlock.of(across.words().apply(tick), TextStyle.MUTED, measure);
            // The first one does not reach below the lowest number of the other axis.
            double start = Math.clamp(at - words.width() / 2, left - GAP + 2, Math.max(left, box.right() - words.width()));
            if (start >= free) {
                words.start(canvas, start, plot.bottom() + 4);
                free = start + words.width() + 4;
            }
        }
        drawMarks(canvas, plot, box);
    }

    /// Draws what stands in the frame.
    ///
    /// @param plot within the axes
    /// @param box  what nothing reaches out of
    abstract void drawMarks(Canvas canvas, Box plot, Box box);

    final double x(double value, Box plot) {
        return plot.x() + across.share(value) * plot.width();
    }

    final double y(double value, Box plot) {
        return plot.y() + (1 - up.share(value)) * plot.height();
    }

    /// An upright whisker.
    final void whisker(Canvas canvas, double x, double low, double high, Box plot) {
        double at = ChartDrawing.crisp(x);
        canvas.line(Stroke.WHISKER, at, y(low, plot), at, y(high, plot));
        for (double end : new double[] {low, high}) {
            double cap = ChartDrawing.crisp(y(end, plot));
            canvas.line(Stroke.WHISKER, at - 3, cap, at + 3, cap);
        }
    }
}
