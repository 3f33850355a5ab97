package org.shoptrace.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column that knows how high it is at a width once it has been asked. Texts that wrap make every box round them ask for their heights
/// again, several times a layout and more often the deeper they lie; measuring text is what a layout costs.
public class MeasuredBox extends VBox {
    private Height preferred = Height.UNKNOWN;
    private Height least = Height.UNKNOWN;

    private record Height(double atWidth, double height) {
        static final Height UNKNOWN = new Height(Double.NaN, Double.NaN);
    }

    public MeasuredBox(Node... children) {
        super(children);
    }

    /// Whatever changes the height of anything inside calls this.
    @Override
    public void requestLayout() {
        preferred = Height.UNKNOWN;
        least = Height.UNKNOWN;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (preferred == null || preferred.atWidth() != width) {
            preferred = new Height(width, super.computePrefHeight(width));
        }
        return preferred.height();
    }

    @Override
    protected double computeMinHeight(double width) {
        if (least == null || least.atWidth() != width) {
            least = new Height(width, super.computeMinHeight(width));
        }
        return least.height();
    }
}
