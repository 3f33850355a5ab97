package org.shoptrace.ui.kit.chart;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.shoptrace.core.chart.Box;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.ChartDrawing;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Paper;

/// A chart in the window. Tab reaches it, at the mark that was focused last; arrows go from mark to mark, Enter opens one.
public final class ChartPane extends Region {
    private final NodeMeasure texts = new NodeMeasure(this::measureAgain);
    private final NodeCanvas canvas = new NodeCanvas(texts);
    private Chart chart = ChartSheet.of();
    private ChartDrawing drawing = ChartDrawing.of(chart, texts);

    /// @param id             of its node
    /// @param accessibleText what it is, for people who do not see it
    public ChartPane(String id, String accessibleText) {
        setId(id);
        setAccessibleText(accessibleText);
        getStyleClass().add("plot");
        getChildren().addAll(canvas.layers());
        texts.samples().forEach(getChildren()::add);
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /// Replaces what is shown.
    ///
    /// @param openings what its marks open
    public void show(Chart newChart, Openings openings) {
        chart = newChart;
        canvas.replace(openings::open);
        measureAgain();
        // The nodes are there at once; the next layout moves them to where they belong.
        layoutChildren();
    }

    /// What is shown.
    public Chart chart() {
        return chart;
    }

    /// The marks, in reading order.
    public List<Mark> marks() {
        return canvas.marks();
    }

    /// The size of its text, in pixels.
    public double textSize() {
        return texts.font().getSize();
    }

    /// Dark in the dark theme.
    public Paper paper() {
        return texts.paper();
    }

    private void measureAgain() {
        drawing = ChartDrawing.of(chart, texts);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + drawing.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + Math.ceil(drawing.height(inner(width)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + Math.ceil(drawing.least(inner(width)));
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return drawing.grows() ? Double.MAX_VALUE : computePrefHeight(width);
    }

    private double inner(double width) {
        double outer = width >= 0 ? width : getWidth() > 0 ? getWidth() : computePrefWidth(-1);
        return Math.max(0, outer - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected void layoutChildren() {
        double wide = inner(-1);
        double high = getHeight() > 0 ? getHeight() - snappedTopInset() - snappedBottomInset() : drawing.height(wide);
        canvas.draw(to -> drawing.draw(to, new Box(snappedLeftInset(), snappedTopInset(), wide, high)));
    }

    private void move(KeyEvent key) {
        List<Mark> marks = marks();
        int at = key.getTarget() instanceof Node node ? marks.indexOf(node) : -1;
        if (at < 0 || key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        int to = switch (key.getCode()) {
            case KeyCode.RIGHT, KeyCode.DOWN -> Math.min(at + 1, marks.size() - 1);
            case KeyCode.LEFT, KeyCode.UP -> Math.max(at - 1, 0);
            case KeyCode.HOME -> 0;
            case KeyCode.END -> marks.size() - 1;
            default -> -1;
        };
        if (to >= 0) {
            marks.get(to).requestFocus();
            key.consume();
        }
    }
}
