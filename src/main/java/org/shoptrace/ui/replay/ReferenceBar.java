package org.shoptrace.ui.replay;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// The band that goes to a reference.
final class ReferenceBar extends VBox {
    private final ReferenceViewModel model;
    private final CopyText clipboard;
    private final Runnable leaveField;
    private final TextField text = new LineField();

    /// @param leaveField gives the focus back to the screen
    ReferenceBar(ReferenceViewModel model, CopyText clipboard, Runnable leaveField) {
        this.model = model;
        this.clipboard = clipboard;
        this.leaveField = leaveField;
        setId("reference-bar");
        text.setId("reference");
        text.setPromptText("file.jsonl:12 step 3, or 9f86d081#3");
        text.setAccessibleText("Reference to a run and step");
        text.textProperty().bindBidirectional(model.textProperty());
        text.setMinWidth(80);
        text.setOnAction(_ -> go());
        HBox.setHgrow(text, Priority.ALWAYS);
        Label name = Texts.muted("Go to");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Button go = Icons.button(Feather.CORNER_DOWN_LEFT, "Go to this reference (Enter)", this::go);
        go.setId("reference-go");
        Button close = Icons.button(Feather.X, "Close (Esc)", this::leave);
        close.setId("reference-close");
        HBox line = new HBox(name, text, go, close);
        line.getStyleClass().add("find-bar");
        Label trouble = Texts.wrapped("", "reference-trouble");
        trouble.setId("reference-trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        Texts.follow(trouble, model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().addAll(line, trouble);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        model.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
        });
    }

    /// Shows the band, with the cursor in its field.
    void ask() {
        model.ask(clipboard.pasted());
        text.requestFocus();
        text.selectAll();
    }

    /// Goes to the reference in the clipboard; shows the band when it leads nowhere.
    void paste() {
        model.paste(clipboard.pasted());
        if (model.openProperty().get()) {
            text.requestFocus();
            text.selectAll();
        }
    }

    private void go() {
        model.go();
        if (!model.openProperty().get()) {
            leaveField.run();
        }
    }

    private void leave() {
        model.close();
        leaveField.run();
    }
}
