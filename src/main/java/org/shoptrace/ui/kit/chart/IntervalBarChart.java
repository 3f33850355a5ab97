package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares (0..1) as grouped bars with intervals: a group for each level, a bar for each series, whiskers and the value above it.
/// Series differ by hatching as well as by colour, so that it reads in greyscale.
public final class IntervalBarChart extends Plot {
    /// Between groups.
    private static final double APART = 16;
    /// Between the bars of a group.
    private static final double BETWEEN = 3;
    private static final double CAP = 8;
    /// A rate of 0 has a bar too: something stands behind it.
    private static final double LEAST_BAR = 4;
    private static final double LEAST_PLOT = 70;
    private static final double DOT = 9;

    /// One bar.
    ///
    /// @param level    the group that it stands in, as its label on the axis; groups stand in the order of their first bar
    /// @param value    its height, 0..1
    /// @param interval the whiskers; empty when there is none
    /// @param label    above the bar
    public record Bar(String level, double value, Optional<ConfidenceInterval> interval, String label, Datum datum) {
        private double high() {
            return interval.map(ConfidenceInterval::high).orElse(value);
        }
    }

    /// Somebody else's figure, as a small ring to the right of a level's bars.
    ///
    /// @param value 0..1
    public record Dot(String level, double value, Datum datum) {}

    private record DrawnBar(Bar bar, int series, Region fill, Text value, Mark mark) {}

    private record DrawnDot(Dot dot, Mark mark) {}

    private final SequencedMap<String, Text> levels = new LinkedHashMap<>();
    private Scale scale = Scale.shares("", 1);
    private List<Text> ticks = List.of();
    private List<DrawnBar> bars = List.of();
    private List<DrawnDot> dots = List.of();
    private int series;

    public IntervalBarChart() {
        getStyleClass().add("interval-chart");
    }

    /// Replaces what is shown.
    ///
    /// @param shown  the bars of each series, such as a model
    /// @param others figures that stand beside the bars, of levels that have bars
    /// @param top    the end of the scale, above 0 and at most 1; charts to be compared are given the same
    public void show(List<List<Bar>> shown, List<Dot> others, double top) {
        clear();
        levels.clear();
        scale = Scale.shares("", top);
        series = shown.size();
        ticks = scale.ticks().stream().map(tick -> text(scale.words().apply(tick), "muted-text")).toList();
        shown.stream().flatMap(List::stream).forEach(bar -> levels.computeIfAbsent(bar.level(), this::level));
        List<DrawnBar> drawn = new ArrayList<>();
        for (String level : levels.keySet()) {
            for (int i = 0; i < shown.size(); i++) {
                for (Bar bar : shown.get(i)) {
                    if (bar.level().equals(level)) {
                        drawn.add(new DrawnBar(
                                bar, i, area("fill", Looks.bar(i)), text(bar.label(), "bar-value"), mark(bar.datum(), "cell-mark")));
                    }
                }
            }
        }
        bars = List.copyOf(drawn);
        dots = others.stream().map(dot -> new DrawnDot(dot, mark(dot.datum(), "dot-mark"))).toList();
        requestLayout();
    }

    private Text level(String name) {
        Text text = text(name, "level-text");
        text.setTextAlignment(TextAlignment.CENTER);
        return text;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    @Override
    protected double computeMinHeight(double width) {
        double group = getWidth() > 0 ? group(getWidth()) : Double.MAX_VALUE;
        return snappedTopInset() + snappedBottomInset() + LEAST_PLOT + foot(group) + values(false);
    }

    private double left() {
        return snappedLeftInset() + ticks.stream().mapToDouble(Plot::width).max().orElse(0) + GAP;
    }

    /// The width of a group.
    private double group(double width) {
        return Math.max(20, width - snappedRightInset() - left()) / Math.max(1, levels.size());
    }

    /// The height below the bars.
    private double foot(double group) {
        // A long word may reach into the gap beside its group before it is broken.
        double room = group + APART / 2;
        levels.forEach((name, level) -> {
            level.setText(name);
            if (width(level) > room) {
                // A text of the toolkit breaks a long word anywhere rather than at its hyphen.
                level.setText(name.replace("-", "-\n"));
            }
            wrap(level, room);
        });
        return levels.values().stream().mapToDouble(Plot::height).max().orElse(0) + 6;
    }

    /// The height above the highest whisker.
    private double values(boolean upright) {
        return bars.stream().mapToDouble(bar -> upright ? width(bar.value()) + 3 : height(bar.value())).max().orElse(0) + 4;
    }

    @Override
    protected void layoutChildren() {
        grid.getElements().clear();
        whiskers.getElements().clear();
        double left = left();
        double group = group(getWidth());
        double place = (group - APART) / Math.max(1, series + (dots.isEmpty() ? 0 : 1));
        boolean upright = bars.stream().mapToDouble(bar -> width(bar.value())).max().orElse(0) > place;
        double top = snappedTopInset() + values(upright);
        double high = Math.max(20, getHeight() - snappedBottomInset() - foot(group) - top);
        for (int i = 0; i < ticks.size(); i++) {
            double at = y(scale.ticks().get(i), top, high);
            line(grid, left, crisp(at), left + levels.size() * group, crisp(at));
            put(ticks.get(i), left - GAP - width(ticks.get(i)), at - height(ticks.get(i)) / 2);
        }
        List<String> names = List.copyOf(levels.keySet());
        levels.forEach((name, level) -> put(level, left + (names.indexOf(name) + 0.5) * group - width(level) / 2, top + high + 5));
        for (DrawnBar bar : bars) {
            double x = left + names.indexOf(bar.bar().level()) * group + APART / 2 + bar.series() * place;
            place(bar, x, Math.max(2, place - BETWEEN), upright, top, high);
        }
        for (DrawnDot dot : dots) {
            double x = left + (names.indexOf(dot.dot().level()) + 1) * group - APART / 2 - place / 2;
            dot.mark().resizeRelocate(x - DOT / 2, y(dot.dot().value(), top, high) - DOT / 2, DOT, DOT);
        }
    }

    private void place(DrawnBar drawn, double x, double wide, boolean upright, double top, double high) {
        Bar bar = drawn.bar();
        double floor = top + high;
        double tall = Math.max(LEAST_BAR, floor - y(bar.value(), top, high));
        drawn.fill().resizeRelocate(x, floor - tall, wide, tall);
        double end = y(bar.high(), top, high);
        double middle = crisp(x + wide / 2);
        bar.interval().ifPresent(interval -> {
            double low = y(interval.low(), top, high);
            double reach = Math.min(CAP, wide - 2) / 2;
            line(whiskers, middle, low, middle, end);
            line(whiskers, middle - reach, crisp(end), middle + reach, crisp(end));
            line(whiskers, middle - reach, crisp(low), middle + reach, crisp(low));
        });
        double ceiling = Math.min(end, floor - tall);
        drawn.mark().resizeRelocate(x - 1, ceiling - 2, wide + 2, floor - ceiling + 2);
        Text value = drawn.value();
        value.setRotate(upright ? -90 : 0);
        double half = (upright ? width(value) : height(value)) / 2;
        put(value, middle - width(value) / 2, ceiling - (upright ? 5 : 2) - half - height(value) / 2);
    }

    private double y(double share, double top, double high) {
        return top + (1 - scale.share(share)) * high;
    }
}
