package org.shoptrace.ui.replay;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.MeasuredBox;

/// A step in the transcript: its card, and whether it is the current one.
final class StepCell extends MeasuredBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final int number;
    private final Region card;

    StepCell(Step step, Region card, IntConsumer goTo) {
        super(card);
        this.number = step.number();
        this.card = card;
        getStyleClass().add("step-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText("Step " + step.number());
        // Buttons inside have had their turn.
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            goTo.accept(step.number());
            event.consume();
        });
    }

    /// The step's, from 1.
    int number() {
        return number;
    }

    Region card() {
        return card;
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(SELECTED, current);
    }
}
