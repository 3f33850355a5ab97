package org.shoptrace.ui.inspect;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// How many steps the agents of the workspace had, which *out of steps* and *step limit* are reckoned by. Enter says another; Escape
/// leaves it as it was.
final class StepLimitField extends Flow {
    private static final int LONGEST = 6;

    private final InspectorViewModel model;
    private final TextField field = new LineField();

    /// @param leave gives the focus away when another limit was said, because everything around the field is then made anew
    StepLimitField(InspectorViewModel model, String id, Runnable leave) {
        this.model = model;
        getStyleClass().add("step-limit");
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText("Step limit of the agents");
        field.setTooltip(Texts.tip("How many steps the agents of this workspace had. Enter diagnoses every run anew."));
        field.setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\D", ""));
            return change;
        }));
        showCurrent();
        field.setOnAction(_ -> {
            if (isAnother()) {
                leave.run();
            } else {
                commit();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                // The key goes on and leaves the field.
                showCurrent();
            }
        });
        getChildren().addAll(Texts.muted("Step limit"), field);
    }

    private void commit() {
        if (isAnother()) {
            model.limitSteps(limit());
        } else {
            showCurrent();
        }
    }

    private boolean isAnother() {
        return limit() >= 1 && limit() != model.stepLimit();
    }

    private int limit() {
        String text = field.getText();
        return text.isEmpty() || text.length() > LONGEST ? 0 : Integer.parseInt(text);
    }

    private void showCurrent() {
        field.setText(String.valueOf(model.stepLimit()));
    }
}
