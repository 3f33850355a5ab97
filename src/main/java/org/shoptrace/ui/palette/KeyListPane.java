package org.shoptrace.ui.palette;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyStroke;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.SearchField;
import org.shoptrace.ui.kit.control.Switch;

/// The list of keys by screen. A key is changed where it stands: press *Change*, then the new keys.
public final class KeyListPane extends VBox {
    private final KeyListViewModel model;
    private final GridPane grid = new GridPane();
    private final SearchField filter = new SearchField("key-filter", "Find a command", "Find a command");
    private final Switch bare = new Switch("key-bare", "Letters and signs are keys");

    public KeyListPane(KeyListViewModel model) {
        this.model = model;
        setId("key-list-pane");
        getStyleClass().add("key-list");
        filter.textProperty().subscribe(_ -> fill(model.rowsProperty().get()));
        HBox.setHgrow(filter, Priority.ALWAYS);
        bare.setSelected(model.bareKeys());
        bare.setOnSwitch(model::setBareKeys);
        Button resetAll = new Button("Reset all");
        resetAll.setId("key-reset-all");
        resetAll.setMinWidth(Region.USE_PREF_SIZE);
        resetAll.setOnAction(_ -> {
            model.resetAll();
            bare.setSelected(model.bareKeys());
        });
        HBox head = new HBox(filter, bare, resetAll);
        head.getStyleClass().add("key-head");
        grid.getStyleClass().add("key-grid");
        ColumnConstraints does = new ColumnConstraints();
        does.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(does, new ColumnConstraints(), new ColumnConstraints());
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.refresh();
        model.rowsProperty().subscribe(this::fill);
        model.recordingProperty().subscribe(_ -> fill(model.rowsProperty().get()));
    }

    /// Takes in the commands that there are by now, and leaves what was being changed.
    public void refresh() {
        model.leave();
        bare.setSelected(model.bareKeys());
        model.refresh();
    }

    private void fill(List<KeyRow> rows) {
        grid.getChildren().clear();
        int line = 0;
        String scope = "\n";
        String wanted = Likeness.folded(filter.getText());
        for (KeyRow row : rows) {
            if (!wanted.isBlank() && Likeness.of(wanted, Likeness.folded(row.command().does() + " " + row.keys())).isEmpty()) {
                continue;
            }
            if (!row.command().scope().equals(scope)) {
                scope = row.command().scope();
                Label heading = Texts.heading(scope.isEmpty() ? "Everywhere" : scope);
                heading.getStyleClass().add("key-scope");
                grid.add(heading, 0, line++, 3, 1);
            }
            Optional<KeyListViewModel.Recording> recording = model.recordingProperty().get()
                    .filter(now -> now.command().id().equals(row.command().id()));
            grid.addRow(line++, does(row), recording.map(this::field).orElseGet(() -> cap(row)), buttons(row, recording.isPresent()));
        }
    }

    private static Node does(KeyRow row) {
        VBox box = new VBox(Texts.wrapped(row.command().does()));
        if (!row.conflict().isEmpty()) {
            HBox warning = new HBox(Icons.of(Feather.ALERT_TRIANGLE), Texts.wrapped("the same keys as: " + row.conflict()));
            warning.getStyleClass().add("key-conflict");
            box.getChildren().add(warning);
        }
        box.getStyleClass().add("key-does");
        return box;
    }

    private static Node cap(KeyRow row) {
        if (row.keys().isEmpty()) {
            return Texts.muted("none");
        }
        Label cap = Texts.code(row.keys());
        cap.getStyleClass().addAll("key-cap", row.changed() ? "key-changed" : "key-usual");
        cap.setId("keys-of-" + row.command().id());
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /// Keys are pressed into it, not typed: it shows what they are called.
    private Node field(KeyListViewModel.Recording recording) {
        TextField field = new TextField(recording.strokes());
        field.setId("key-recorder");
        field.setPromptText("Press the keys");
        field.setAccessibleText("Press the new keys, one or two; Enter keeps them, Backspace clears, Escape leaves");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, KeyEvent::consume);
        Label hint = Texts.wrapped(recording.conflict().isEmpty()
                ? "Enter keeps, Backspace clears, Escape leaves"
                : "taken by: " + recording.conflict());
        hint.getStyleClass().add(recording.conflict().isEmpty() ? "muted" : "key-conflict");
        VBox box = new VBox(field, hint);
        box.getStyleClass().add("key-recorder");
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.requestFocus();
                field.end();
            }
        });
        return box;
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.TAB || code.isModifierKey() || event.isAltDown()) {
            return;
        }
        event.consume();
        switch (code) {
            case ENTER -> model.keep();
            case ESCAPE -> model.leave();
            case BACK_SPACE -> model.clearStrokes();
            default -> model.stroke(KeyStroke.of(event));
        }
    }

    private Node buttons(KeyRow row, boolean recording) {
        String id = row.command().id();
        Button change = new Button(Texts.drawn(recording ? "Keep" : "Change"));
        change.setId("key-change-" + id);
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.getStyleClass().add("flat");
        change.setAccessibleText((recording ? "Keep the keys of " : "Change the keys of ") + row.command().does());
        change.setOnAction(_ -> {
            if (recording) {
                model.keep();
            } else {
                model.record(row.command());
            }
        });
        HBox box = new HBox(change);
        if (row.changed()) {
            Button reset = Icons.button(Feather.ROTATE_CCW, "Reset to " + row.command().usual(), () -> model.reset(row.command()));
            reset.setId("key-reset-" + id);
            box.getChildren().add(reset);
        }
        return box;
    }
}
