package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.chart.PointPlot.Dot;
import org.shoptrace.core.chart.PointPlot.Point;

/// Points in a frame, each with its label where there is room.
final class PointDrawing extends FramedDrawing {
    private static final double SIZE = 11;
    private static final double DOT = 7;

    private final PointPlot chart;

    PointDrawing(PointPlot chart, TextMeasure measure) {
        super(chart.across(), chart.up(), measure);
        this.chart = chart;
    }

    @Override
    void drawMarks(Canvas canvas, Box plot, Box box) {
        for (Dot dot : chart.others()) {
            canvas.mark(dot.datum(), Optional.of(Looks.OTHERS), false, Box.around(x(dot.x(), plot), y(dot.y(), plot), DOT));
        }
        List<Box> taken = new ArrayList<>();
        for (Point point : chart.points()) {
            double x = x(point.x(), plot);
            point.interval().ifPresent(interval -> whisker(canvas, x, interval.low(), interval.high(), plot));
            taken.add(Box.around(x, y(point.y(), plot), SIZE));
        }
        for (int i = 0; i < chart.points().size(); i++) {
            Point point = chart.points().get(i);
            canvas.mark(point.datum(), Optional.of(Looks.point(point.series())), point.faint(), taken.get(i));
        }
        for (Point point : chart.points()) {
            label(canvas, point, taken, plot, box);
        }
    }

    /// Beside its point where nothing else stands; a label without such a place is left out, and the mark's name has it.
    private void label(Canvas canvas, Point point, List<Box> taken, Box plot, Box box) {
        TextBlock label = TextBlock.of(point.label(), TextStyle.MUTED, measure);
        double x = x(point.x(), plot);
        double y = y(point.y(), plot);
        double wide = label.width();
        double high = label.height();
        double[][] places = {
                {x + SIZE, y - high / 2}, {x - SIZE - wide, y - high / 2}, {x + SIZE / 2, y - SIZE - high / 2},
                {x + SIZE / 2, y + SIZE / 2},
                {x - SIZE / 2 - wide, y - SIZE - high / 2}, {x - SIZE / 2 - wide, y + SIZE / 2}
        };
        Box area = new Box(plot.x(), box.y(), box.right() - plot.x(), plot.bottom() + 2 - box.y());
        for (double[] place : places) {
            Box there = new Box(place[0], place[1], wide, high);
            if (area.contains(there) && taken.stream().noneMatch(there::intersects)) {
                taken.add(there);
                label.start(canvas, place[0], place[1]);
                return;
            }
        }
    }
}
