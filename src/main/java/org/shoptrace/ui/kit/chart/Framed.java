package org.shoptrace.ui.kit.chart;

import java.util.List;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Scale;

/// A plot with an axis below and one on the left.
abstract class Framed extends Plot {
    private Scale across = Scale.shares("", 1);
    private Scale up = Scale.shares("", 1);
    private List<Text> acrossTicks = List.of();
    private List<Text> upTicks = List.of();
    private Text acrossTitle = new Text();
    private Text upTitle = new Text();
    private double left;
    private double top;
    private double wide;
    private double high;

    /// Takes everything away and writes the axes.
    final void frame(Scale newAcross, Scale newUp) {
        clear();
        across = newAcross;
        up = newUp;
        acrossTicks = across.ticks().stream().map(tick -> text(across.words().apply(tick), "muted-text")).toList();
        upTicks = up.ticks().stream().map(tick -> text(up.words().apply(tick), "muted-text")).toList();
        acrossTitle = text(across.title(), "muted-text");
        upTitle = text(up.title(), "muted-text");
    }

    final double x(double value) {
        return left + across.share(value) * wide;
    }

    final double y(double value) {
        return top + (1 - up.share(value)) * high;
    }

    final double right() {
        return left + wide;
    }

    final double ceiling() {
        return top;
    }

    final double floor() {
        return top + high;
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
    protected void layoutChildren() {
        grid.getElements().clear();
        whiskers.getElements().clear();
        double line = height(upTitle);
        left = snappedLeftInset() + upTicks.stream().mapToDouble(Plot::width).max().orElse(0) + GAP;
        top = snappedTopInset() + line + 6;
        wide = Math.max(20, getWidth() - snappedRightInset() - left - 12);
        high = Math.max(20, getHeight() - snappedBottomInset() - top - 2 * line - 8);
        put(upTitle, snappedLeftInset(), snappedTopInset());
        put(acrossTitle, right() - width(acrossTitle), floor() + line + 5);
        for (int i = 0; i < upTicks.size(); i++) {
            double at = y(up.ticks().get(i));
            line(grid, left, crisp(at), right(), crisp(at));
            put(upTicks.get(i), left - GAP - width(upTicks.get(i)), at - line / 2);
        }
        for (int i = 0; i < acrossTicks.size(); i++) {
            double at = x(across.ticks().get(i));
            line(grid, crisp(at), floor(), crisp(at), floor() + 3);
            double half = width(acrossTicks.get(i)) / 2;
            put(acrossTicks.get(i), Math.min(at - half, getWidth() - 2 * half), floor() + 4);
        }
        placeMarks();
    }

    /// Places what stands in the frame; the grid is drawn, whiskers are empty.
    abstract void placeMarks();

    /// An upright whisker.
    final void whisker(double x, double low, double high) {
        double at = crisp(x);
        line(whiskers, at, y(low), at, y(high));
        line(whiskers, at - 3, crisp(y(low)), at + 3, crisp(y(low)));
        line(whiskers, at - 3, crisp(y(high)), at + 3, crisp(y(high)));
    }
}
