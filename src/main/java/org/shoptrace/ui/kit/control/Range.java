package org.shoptrace.ui.kit.control;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.RangeSlider;

/// A slider with two thumbs, from 0 to 1. Left and Right move the thumb that has the focus, Tab goes from the one to the other, Home
/// takes the lower one to its end and End the upper one. It tells what the user moves, never what it is given.
public final class Range extends RangeSlider {
    /// What an arrow key moves.
    private static final double STEP = 0.02;

    private boolean filling;

    /// @param low  told the low end whenever the user moves it
    /// @param high told the high end whenever the user moves it
    public Range(String id, DoubleConsumer low, DoubleConsumer high) {
        super(0, 1, 0, 1);
        setId(id);
        setAccessibleRole(AccessibleRole.SLIDER);
        setBlockIncrement(STEP);
        setMajorTickUnit(1);
        lowValueProperty().addListener((_, _, now) -> tell(low, now.doubleValue()));
        highValueProperty().addListener((_, _, now) -> tell(high, now.doubleValue()));
        addEventFilter(KeyEvent.ANY, this::key);
        // The focus is the slider's; which thumb has it the slider knows.
        skinProperty().subscribe(_ -> thumb("low").ifPresent(thumb -> thumb.setFocusTraversable(false)));
    }

    /// Keeps from the slider what it does not do well: its Home and End move the upper thumb to either end, its Tab stays inside, and it
    /// swallows every key, also those of the screen.
    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, RIGHT, KP_LEFT, KP_RIGHT -> {
                return;
            }
            case HOME -> onPress(event, () -> setLowValue(getMin()));
            case END -> onPress(event, () -> setHighValue(getMax()));
            case TAB -> {
                if (!leaves(event)) {
                    return;
                }
                onPress(event, () -> requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT));
            }
            default -> {
                Parent around = getParent();
                if (around != null) {
                    around.fireEvent(event.copyFor(around, around));
                }
            }
        }
        event.consume();
    }

    private static void onPress(KeyEvent event, Runnable action) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            action.run();
        }
    }

    private boolean leaves(KeyEvent tab) {
        return thumb(tab.isShiftDown() ? "low" : "high").filter(Node::isFocused).isPresent();
    }

    private Optional<Node> thumb(String which) {
        return getChildrenUnmodifiable().stream().filter(child -> child.getStyleClass().contains(which + "-thumb")).findFirst();
    }

    /// Sets both ends, each from 0 to 1, the low one not above the high one; nobody is told.
    public void set(double low, double high) {
        filling = true;
        // The one end stops at the other, so the one that moves away goes first.
        if (high >= getLowValue()) {
            setHighValue(high);
            setLowValue(low);
        } else {
            setLowValue(low);
            setHighValue(high);
        }
        filling = false;
    }

    private void tell(DoubleConsumer listener, double now) {
        if (!filling) {
            listener.accept(now);
        }
    }
}
