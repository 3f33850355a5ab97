package org.shoptrace.ui.replay;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A tool, its arguments and what can be done with the call: in a line, or the arguments below where too little of the line is left for
/// them, as beside a long name in large text.
final class CallLine extends Region {
    /// The arguments stay in the line when it leaves them at least so many times the tool's height.
    private static final double LEAST_WIDTH = 12;
    private static final double GAP = 8;

    private final Region tool;
    private final Region arguments;
    private final HBox buttons = new HBox();

    CallLine(Region tool, Region arguments, List<? extends Node> does) {
        this.tool = tool;
        this.arguments = arguments;
        getStyleClass().add("call");
        tool.setMinWidth(0);
        arguments.setMinWidth(0);
        buttons.getStyleClass().add("call-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.getChildren().setAll(does);
        getChildren().addAll(tool, arguments, buttons);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + tool.prefWidth(-1) + GAP + arguments.prefWidth(-1) + GAP + buttons.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? computePrefWidth(-1) : width) - snappedLeftInset() - snappedRightInset();
        double head = head();
        double content = isOneLine(inner)
                ? Math.max(head, arguments.prefHeight(beside(inner)))
                : head + GAP / 2 + arguments.prefHeight(inner);
        return snappedTopInset() + snapSizeY(content) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double inner = getWidth() - left - snappedRightInset();
        double does = buttons.prefWidth(-1);
        boolean oneLine = isOneLine(inner);
        double height = oneLine ? getHeight() - top - snappedBottomInset() : head();
        double name = Math.max(0, Math.min(tool.prefWidth(-1), inner - does - GAP));
        place(tool, left, top, name, height);
        place(buttons, left + inner - does, top, does, height);
        if (oneLine) {
            place(arguments, left + name + GAP, top, beside(inner), height);
        } else {
            arguments.resizeRelocate(left, top + height + GAP / 2, inner, arguments.prefHeight(inner));
        }
    }

    /// In the middle of the line's height.
    private void place(Region node, double x, double y, double width, double height) {
        double own = Math.min(height, node.prefHeight(width));
        node.resizeRelocate(snapPositionX(x), snapPositionY(y + (height - own) / 2), width, own);
    }

    private boolean isOneLine(double inner) {
        double left = beside(inner);
        return left >= arguments.prefWidth(-1) || left >= LEAST_WIDTH * tool.prefHeight(-1);
    }

    private double beside(double inner) {
        return inner - tool.prefWidth(-1) - buttons.prefWidth(-1) - 2 * GAP;
    }

    private double head() {
        return Math.max(tool.prefHeight(-1), buttons.prefHeight(-1));
    }
}
