package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.chart.CurvePlot.Curve;
import org.shoptrace.core.chart.CurvePlot.Threshold;
import org.shoptrace.core.chart.CurvePlot.Vertex;

/// Lines in a frame, their marks, and their names at their ends.
final class CurveDrawing extends FramedDrawing {
    private static final double SIZE = 9;

    private final CurvePlot chart;

    CurveDrawing(CurvePlot chart, TextMeasure measure) {
        super(chart.across(), chart.up(), measure);
        this.chart = chart;
    }

    @Override
    void drawMarks(Canvas canvas, Box plot, Box box) {
        for (Threshold one : chart.thresholds()) {
            double x = ChartDrawing.crisp(x(one.x(), plot));
            canvas.line(Stroke.THRESHOLD, x, plot.y(), x, plot.bottom());
            TextBlock label = TextBlock.shortened(one.label(), TextStyle.MUTED, measure, box.width());
            label.start(canvas, Math.min(x + 4, box.right() - label.width()), plot.y() - 2);
        }
        for (Curve curve : chart.curves()) {
            draw(canvas, curve, plot);
        }
        List<Box> taken = new ArrayList<>();
        chart.curves().stream().filter(curve -> !curve.vertices().isEmpty()).forEach(curve -> name(canvas, curve, taken, plot, box));
    }

    private void draw(Canvas canvas, Curve curve, Box plot) {
        List<Vertex> vertices = curve.vertices();
        double[] places = new double[2 * vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            double x = x(vertices.get(i).x(), plot);
            places[2 * i] = x;
            places[2 * i + 1] = y(vertices.get(i).y(), plot);
            vertices.get(i).interval().ifPresent(interval -> whisker(canvas, x, interval.low(), interval.high(), plot));
        }
        if (vertices.size() > 1) {
            canvas.line(Looks.line(curve.series()), places);
        }
        for (int i = 0; i < vertices.size(); i++) {
            canvas.mark(
                    vertices.get(i).datum(), Optional.of(Looks.point(curve.series())), false,
                    Box.around(places[2 * i], places[2 * i + 1], SIZE));
        }
    }

    /// At the end of its line: above it, or below where curves end together.
    private void name(Canvas canvas, Curve curve, List<Box> taken, Box plot, Box box) {
        Vertex last = curve.vertices().getLast();
        TextBlock name = TextBlock.shortened(curve.name(), TextStyle.STRONG, measure, plot.width() - SIZE);
        double wide = name.width();
        double high = name.height();
        double x = Math.max(plot.x(), Math.min(x(last.x(), plot) + SIZE, plot.right() - wide - SIZE));
        double above = y(last.y(), plot) - high - SIZE / 2;
        double below = y(last.y(), plot) + SIZE / 2;
        for (double y : new double[] {above, below, above - high, below + high}) {
            Box there = new Box(x, y, wide, high);
            if (y >= box.y() && there.bottom() <= plot.bottom() && taken.stream().noneMatch(there::intersects)) {
                taken.add(there);
                name.start(canvas, x, y);
                return;
            }
        }
        name.start(canvas, x, Math.max(box.y(), above));
    }
}
