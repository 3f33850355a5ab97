package org.shoptrace.ui.runs;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The field to search by and the buttons beside it: in a line, or the buttons below where they leave the field too little to read its
/// words, as with large text.
final class FilterLine extends Region {
    /// The field stays in the line when that leaves it at least so many times its height.
    private static final double LEAST_WIDTH = 3.2;
    private static final double GAP = 6;

    private final Region field;
    private final HBox buttons = new HBox(GAP);

    FilterLine(Region field, List<? extends Node> beside) {
        this.field = field;
        getStyleClass().add("filter-line");
        buttons.getChildren().setAll(beside);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, buttons);
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
        return field.prefWidth(-1) + GAP + buttons.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double own = field.prefHeight(-1);
        double others = buttons.prefHeight(-1);
        return isOneLine(width < 0 ? computePrefWidth(-1) : width) ? Math.max(own, others) : own + GAP + others;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double others = snapSizeX(buttons.prefWidth(-1));
        if (isOneLine(width)) {
            field.resizeRelocate(0, 0, Math.max(0, width - others - GAP), getHeight());
            buttons.resizeRelocate(width - others, 0, others, getHeight());
        } else {
            double own = snapSizeY(field.prefHeight(-1));
            field.resizeRelocate(0, 0, width, own);
            buttons.resizeRelocate(0, own + GAP, Math.min(width, others), Math.max(0, getHeight() - own - GAP));
        }
    }

    private boolean isOneLine(double width) {
        return width - buttons.prefWidth(-1) - GAP >= LEAST_WIDTH * field.prefHeight(-1);
    }
}
