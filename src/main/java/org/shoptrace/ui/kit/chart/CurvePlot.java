package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A share over a number, such as a threshold: a line for each series, a mark for each number.
public final class CurvePlot extends Framed {
    private static final double SIZE = 9;

    /// A line.
    ///
    /// @param name   at its end
    /// @param series its look
    public record Curve(String name, int series, List<Vertex> vertices) {
        public Curve {
            vertices = List.copyOf(vertices);
        }
    }

    /// A point of a line.
    ///
    /// @param y 0..1
    public record Vertex(double x, double y, Optional<ConfidenceInterval> interval, Datum datum) {}

    /// A number that matters, as an upright line.
    public record Threshold(double x, String label) {}

    private record Drawn(Curve curve, Path line, List<Mark> marks, Text name) {}

    private record DrawnThreshold(Threshold threshold, Text label) {}

    private final Path thresholdLines = path("threshold-line");
    private List<Drawn> curves = List.of();
    private List<DrawnThreshold> thresholds = List.of();

    public CurvePlot() {
        getStyleClass().add("curve-plot");
    }

    public void show(Scale across, Scale up, List<Curve> newCurves, List<Threshold> newThresholds) {
        frame(across, up);
        getChildren().add(thresholdLines);
        thresholds = newThresholds.stream().map(one -> new DrawnThreshold(one, text(one.label(), "muted-text"))).toList();
        curves = newCurves.stream().map(this::drawn).toList();
        requestLayout();
    }

    private Drawn drawn(Curve curve) {
        Path line = path("curve", Looks.line(curve.series()));
        getChildren().add(line);
        List<Mark> marks = curve.vertices().stream()
                .map(vertex -> mark(vertex.datum(), "point", Looks.point(curve.series())))
                .toList();
        return new Drawn(curve, line, marks, text(curve.name(), "value-text"));
    }

    @Override
    void placeMarks() {
        thresholdLines.getElements().clear();
        for (DrawnThreshold one : thresholds) {
            double x = crisp(x(one.threshold().x()));
            line(thresholdLines, x, ceiling(), x, floor());
            put(one.label(), Math.min(x + 4, getWidth() - width(one.label())), ceiling() - 2);
        }
        for (Drawn drawn : curves) {
            drawn.line().getElements().clear();
            for (int i = 0; i < drawn.marks().size(); i++) {
                Vertex vertex = drawn.curve().vertices().get(i);
                double x = x(vertex.x());
                double y = y(vertex.y());
                drawn.line().getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
                vertex.interval().ifPresent(interval -> whisker(x, interval.low(), interval.high()));
                drawn.marks().get(i).resizeRelocate(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
            }
        }
        List<Bounds> taken = new ArrayList<>();
        curves.stream().filter(drawn -> !drawn.marks().isEmpty()).forEach(drawn -> name(drawn, taken));
    }

    /// At the end of its line: above it, or below where curves end together.
    private void name(Drawn drawn, List<Bounds> taken) {
        Vertex last = drawn.curve().vertices().getLast();
        Text name = drawn.name();
        double wide = width(name);
        double high = height(name);
        double x = Math.min(x(last.x()) + SIZE, right() - wide - SIZE);
        double above = y(last.y()) - high - SIZE / 2;
        double below = y(last.y()) + SIZE / 2;
        for (double y : new double[] {above, below, above - high, below + high}) {
            Bounds box = new BoundingBox(x, y, wide, high);
            if (y >= 0 && y + high <= floor() && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                put(name, x, y);
                return;
            }
        }
        put(name, x, above);
    }
}
