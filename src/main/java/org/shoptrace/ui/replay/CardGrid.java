package org.shoptrace.ui.replay;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards in as many columns of equal width as fit; the cards of a row are equally high.
final class CardGrid extends Region {
    /// Until the styles say how wide a card is at least, as `-fx-min-width`: it grows with the text.
    private static final double LEAST_WIDTH = 176;

    private static final double GAP = 8;

    private double measuredWidth = Double.NaN;
    private double[] rowHeights = {};

    CardGrid(List<? extends Node> cards) {
        getStyleClass().add("card-grid");
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return leastWidth();
    }

    private double leastWidth() {
        return getMinWidth() > 0 ? getMinWidth() : LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * leastWidth() + 2 * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /// Whatever changes the height of a card calls this.
    @Override
    public void requestLayout() {
        measuredWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] heights = rowHeights(width);
        return heights.length == 0 ? 0 : Arrays.stream(heights).sum() + (heights.length - 1) * GAP;
    }

    /// The heights of the rows; kept, since every box round the grid asks for them several times.
    private double[] rowHeights(double width) {
        if (measuredWidth != width) {
            int columns = columns(width);
            rowHeights = new double[(getChildren().size() + columns - 1) / columns];
            for (int row = 0; row < rowHeights.length; row++) {
                rowHeights[row] = rowHeight(row * columns, columns, cardWidth(width, columns));
            }
            measuredWidth = width;
        }
        return rowHeights;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double cardWidth = cardWidth(getWidth(), columns);
        double[] heights = rowHeights(getWidth());
        double y = 0;
        for (int start = 0; start < getChildren().size(); start += columns) {
            double height = heights[start / columns];
            for (int i = start; i < Math.min(start + columns, getChildren().size()); i++) {
                getChildren().get(i).resizeRelocate(snapPositionX((i - start) * (cardWidth + GAP)), y, cardWidth, height);
            }
            y += height + GAP;
        }
    }

    private int columns(double width) {
        double available = width < 0 ? computePrefWidth(-1) : width;
        return Math.max(1, Math.min((int) ((available + GAP) / (leastWidth() + GAP)), 4));
    }

    private double cardWidth(double width, int columns) {
        double available = width < 0 ? computePrefWidth(-1) : width;
        return snapPositionX((available - (columns - 1) * GAP) / columns);
    }

    private double rowHeight(int start, int columns, double cardWidth) {
        double height = 0;
        for (int i = start; i < Math.min(start + columns, getChildren().size()); i++) {
            height = Math.max(height, getChildren().get(i).prefHeight(cardWidth));
        }
        return snapSizeY(height);
    }
}
