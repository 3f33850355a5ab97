package org.shoptrace.ui.evaluate;

import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// A rollout file in the list: its box, its model, whose name can be changed, its name, its runs.
final class RolloutChoiceCell extends ListCell<RolloutChoice> {
    private final SetupViewModel setup;
    private final CheckBox box = new CheckBox();
    private final Label name = Texts.muted("");
    private final Label summary = Texts.muted("");
    private final Button rename = Icons.button(Feather.EDIT_2, "Change the model's name", this::startEdit);
    private final TextField model = new LineField();
    private final VBox lines = new VBox(box, name, summary);
    private final HBox content = new HBox(lines, rename);

    RolloutChoiceCell(SetupViewModel setup) {
        this.setup = setup;
        getStyleClass().add("rollout-cell");
        // The list itself takes the keys, so that Tab does not stop at every file.
        box.setFocusTraversable(false);
        // An underscore in a model's name is no mnemonic.
        box.setMnemonicParsing(false);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        content.setAlignment(Pos.CENTER);
        rename.setFocusTraversable(false);
        rename.setMinWidth(USE_PREF_SIZE);
        model.setAccessibleText("The model whose runs the file holds; empty for what its name says");
        model.setId("model-name");
        model.setOnAction(_ -> commit());
        model.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        model.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && isEditing()) {
                commit();
            }
        });
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.setOnAction(_ -> setup.choose(getItem().file(), box.isSelected()));
        setup.leftOut().addListener((Observable _) -> refresh());
        setup.form().judgeProperty().addListener((Observable _) -> refresh());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RolloutChoice file, boolean empty) {
        super.updateItem(file, empty);
        refresh();
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            model.setText(getItem().model());
            lines.getChildren().set(0, model);
            model.requestFocus();
            model.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        refresh();
    }

    private void commit() {
        RolloutChoice file = getItem();
        String said = model.getText();
        super.cancelEdit();
        refresh();
        setup.rename(file.file(), said);
    }

    private boolean isAlone(RolloutChoice file) {
        return setup.files().stream().filter(other -> other.file().endsWith(file.file().getFileName())).count() < 2;
    }

    private void refresh() {
        RolloutChoice file = getItem();
        lines.getChildren().set(0, box);
        setGraphic(file == null ? null : content);
        setTooltip(file == null ? null : Texts.tip(file.file().toString()));
        if (file != null) {
            boolean chosen = !setup.leftOut().contains(file.file());
            box.setId(NodeIds.of("choose", String.valueOf(file.file().getFileName())));
            rename.setId(NodeIds.of("rename", String.valueOf(file.file().getFileName())));
            Texts.say(box, file.model());
            box.setSelected(chosen);
            Texts.say(name, isAlone(file) ? String.valueOf(file.file().getFileName()) : RolloutFileName.withFolder(file.file()));
            String said = setup.form().judgeProperty().get() == JudgedBy.OWN ? file.ownSummary() : file.summary();
            Texts.say(summary, said);
            setAccessibleText(file.model() + ", " + name.getText() + ", " + said + (chosen ? ", chosen" : ", left out"));
        }
    }
}
