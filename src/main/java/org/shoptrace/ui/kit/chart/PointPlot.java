package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Two figures of several groups against each other: a point for each, its shape telling the series.
public final class PointPlot extends Framed {
    private static final double SIZE = 11;

    /// A group.
    ///
    /// @param series   the look
    /// @param interval of `y`
    /// @param label    beside the point, where there is room
    /// @param faint    whether the sample is too small to lean on
    public record Point(int series, double x, double y, Optional<ConfidenceInterval> interval, String label, boolean faint, Datum datum) {}

    private record Drawn(Point point, Mark mark, Text label) {}

    private List<Drawn> points = List.of();

    public PointPlot() {
        getStyleClass().add("point-plot");
    }

    public void show(Scale across, Scale up, List<Point> newPoints) {
        frame(across, up);
        points = newPoints.stream()
                .map(point -> {
                    Mark mark = mark(point.datum(), "point", Looks.point(point.series()));
                    if (point.faint()) {
                        mark.getStyleClass().add("faint");
                    }
                    return new Drawn(point, mark, text(point.label(), "muted-text"));
                })
                .toList();
        requestLayout();
    }

    @Override
    void placeMarks() {
        List<Bounds> taken = new ArrayList<>();
        for (Drawn drawn : points) {
            double x = x(drawn.point().x());
            double y = y(drawn.point().y());
            drawn.point().interval().ifPresent(interval -> whisker(x, interval.low(), interval.high()));
            drawn.mark().resizeRelocate(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
            taken.add(new BoundingBox(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE));
        }
        points.forEach(drawn -> label(drawn, taken));
    }

    /// Beside its point where nothing else stands; a label without such a place is left out, and the mark's name has it.
    private void label(Drawn drawn, List<Bounds> taken) {
        Text label = drawn.label();
        double x = x(drawn.point().x());
        double y = y(drawn.point().y());
        double wide = width(label);
        double high = height(label);
        double[][] places = {
                {x + SIZE, y - high / 2}, {x - SIZE - wide, y - high / 2}, {x + SIZE / 2, y - SIZE - high / 2},
                {x + SIZE / 2, y + SIZE / 2},
                {x - SIZE / 2 - wide, y - SIZE - high / 2}, {x - SIZE / 2 - wide, y + SIZE / 2}
        };
        for (double[] place : places) {
            Bounds box = new BoundingBox(place[0], place[1], wide, high);
            boolean inside = place[0] >= 0 && place[0] + wide <= getWidth() && place[1] >= 0 && place[1] + high <= floor() + 2;
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                label.setVisible(true);
                put(label, place[0], place[1]);
                return;
            }
        }
        label.setVisible(false);
    }
}
