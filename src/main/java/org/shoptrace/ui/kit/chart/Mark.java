package org.shoptrace.ui.kit.chart;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.ui.kit.Texts;

/// A part of a chart that can be pressed. A button in all that a person notices, without a button's skin, of which a screen of charts would
/// build hundreds.
public final class Mark extends Region {
    private final Datum datum;
    private final Runnable open;
    private boolean explained;

    Mark(Datum datum, Runnable open) {
        this.datum = datum;
        this.open = open;
        setId(datum.key());
        setManaged(false);
        getStyleClass().add("mark");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(datum.says());
        setOnMouseEntered(_ -> explain());
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                fire();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                fire();
                key.consume();
            }
        });
    }

    Datum datum() {
        return datum;
    }

    /// Opens what it stands for.
    public void fire() {
        open.run();
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /// A tooltip is a window of its own; most marks are never pointed at.
    private void explain() {
        if (!explained) {
            explained = true;
            Tooltip.install(this, Texts.tip(datum.says()));
        }
    }
}
