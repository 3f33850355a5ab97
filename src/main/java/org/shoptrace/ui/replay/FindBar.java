package org.shoptrace.ui.replay;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// The band that finds words in the run.
final class FindBar extends HBox {
    private final FindInRunViewModel model;
    private final Runnable leaveField;
    private final TextField words = new LineField();

    /// @param leaveField gives the focus back to the screen
    FindBar(FindInRunViewModel model, Runnable leaveField) {
        this.model = model;
        this.leaveField = leaveField;
        setId("find-bar");
        getStyleClass().add("find-bar");
        words.setId("find-words");
        words.setPromptText("Find in this run");
        words.setAccessibleText("Find in this run");
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.setMinWidth(80);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setOnAction(_ -> model.next());
        Label status = Texts.bound(
                Bindings.createStringBinding(
                        model::status, model.soughtProperty(), model.searchingProperty(), model.openProperty()),
                "muted");
        status.setId("find-status");
        status.setMinWidth(Region.USE_PREF_SIZE);
        ToggleButton exact = toggle("find-exact", "Aa", "Letters as typed: case and accents count");
        exact.selectedProperty().bindBidirectional(model.exactProperty());
        ToggleButton fields = toggle("find-fields", "All fields", "Also in fields that the transcript does not show");
        fields.selectedProperty().bindBidirectional(model.fieldsProperty());
        getChildren().addAll(
                words,
                status,
                button("find-previous", Feather.CHEVRON_UP, "Previous occurrence (Shift+F3)", model::previous),
                button("find-next", Feather.CHEVRON_DOWN, "Next occurrence (F3)", model::next),
                exact,
                fields,
                button("find-close", Feather.X, "Close (Esc)", this::leave));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
        });
    }

    /// Shows the band, with the cursor in its field.
    void ask() {
        model.open();
        words.requestFocus();
        words.selectAll();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown() || event.getCode() == KeyCode.F3 && event.isShiftDown()) {
            event.consume();
            model.previous();
        } else if (event.getCode() == KeyCode.F3) {
            event.consume();
            model.next();
        }
    }

    private void leave() {
        model.close();
        leaveField.run();
    }

    private static Button button(String id, Feather icon, String name, Runnable action) {
        Button button = Icons.button(icon, name, action);
        button.setId(id);
        return button;
    }

    private static ToggleButton toggle(String id, String text, String does) {
        ToggleButton toggle = new ToggleButton(Texts.drawn(text));
        toggle.setId(id);
        toggle.setTooltip(Texts.tip(does));
        toggle.setAccessibleText(does);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.getStyleClass().add("small");
        return toggle;
    }
}
