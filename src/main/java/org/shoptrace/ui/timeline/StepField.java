package org.shoptrace.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Which step of how many is current; another number goes there.
final class StepField extends HBox {
    private final OpenRunViewModel openRun;
    private final TextField number = new LineField();

    /// @param leave gives the focus back to the screen
    StepField(OpenRunViewModel openRun, Runnable leave) {
        this.openRun = openRun;
        getStyleClass().add("go-to-step");
        number.setId("go-to-step");
        number.setAccessibleText("Go to step");
        number.setTooltip(Texts.tip("Go to step (Ctrl+G)"));
        number.setPrefColumnCount(3);
        number.setMinWidth(Region.USE_PREF_SIZE);
        openRun.stepProperty().subscribe(_ -> showCurrent());
        number.setOnAction(_ -> {
            String text = number.getText().strip();
            if (text.matches("\\d{1,9}")) {
                openRun.goToStep(Integer.parseInt(text));
            }
            showCurrent();
            leave.run();
        });
        number.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                showCurrent();
                leave.run();
            }
        });
        Label of = Texts.bound(Bindings.createStringBinding(() -> "of " + openRun.steps().size(), openRun.openProperty()), "muted");
        of.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(number, of);
    }

    /// Puts the cursor into the field.
    void ask() {
        number.requestFocus();
        number.selectAll();
    }

    /// In pixels, as far as it is known.
    double textSize() {
        return number.getFont().getSize();
    }

    private void showCurrent() {
        number.setText(openRun.stepProperty().get() == 0 ? "" : String.valueOf(openRun.stepProperty().get()));
    }
}
