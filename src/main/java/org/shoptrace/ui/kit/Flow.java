package org.shoptrace.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// A flow that never asks for more width than it gets: what is wider than the whole line is shortened or wrapped within it. A plain flow is
/// at least as wide as its widest child would like to be, and with large text pushes everything around it out of sight.
public class Flow extends FlowPane {
    private final DoubleBinding widest = Bindings.createDoubleBinding(
            () -> getWidth() <= 0 ? Double.MAX_VALUE : Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset()),
            widthProperty(),
            insetsProperty());

    public Flow(Node... children) {
        setMinWidth(0);
        getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(Flow::release);
                change.getAddedSubList().forEach(this::hold);
            }
        });
        getChildren().addAll(children);
    }

    private void hold(Node child) {
        if (child instanceof Region region && !region.maxWidthProperty().isBound()) {
            region.maxWidthProperty().bind(widest);
            if (child instanceof Labeled) {
                region.setMinWidth(0);
            }
        }
    }

    private static void release(Node child) {
        if (child instanceof Region region) {
            region.maxWidthProperty().unbind();
            region.setMaxWidth(USE_COMPUTED_SIZE);
        }
    }
}
