package org.shoptrace.ui.kit.control;

import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.ToggleSwitch;

/// Something that is on or off and counts at once. Space and Enter turn it, and a screen reader is told which it is.
public final class Switch extends ToggleSwitch {

    /// @param text what is on or off; its accessible text as well
    public Switch(String id, String text) {
        super(text);
        setId(id);
        setAccessibleText(text);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        selectedProperty().addListener((_, _, _) -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
        // Before the control itself, which knows Space only and lets it go on to the screen.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                fire();
                event.consume();
            }
        });
        // All of it can be pressed, not only its two ends.
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && contains(event.getX(), event.getY())) {
                fire();
            }
            event.consume();
        });
    }

    /// Told whenever it is turned, by whomever.
    public void setOnSwitch(Consumer<Boolean> told) {
        selectedProperty().addListener((_, _, now) -> told.accept(now));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? isSelected() : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
