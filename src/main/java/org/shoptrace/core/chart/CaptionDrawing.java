package org.shoptrace.core.chart;

/// A sentence on its lines.
final class CaptionDrawing implements ChartDrawing {
    private static final int USUAL_WIDTH = 360;

    private final Caption caption;
    private final TextMeasure measure;

    CaptionDrawing(Caption caption, TextMeasure measure) {
        this.caption = caption;
        this.measure = measure;
    }

    private TextBlock words(double width) {
        return TextBlock.wrapped(caption.text(), caption.style(), measure, width);
    }

    @Override
    public double width() {
        return USUAL_WIDTH;
    }

    @Override
    public double height(double width) {
        return words(width).height();
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        words(box.width()).start(canvas, box.x(), box.y());
    }
}
