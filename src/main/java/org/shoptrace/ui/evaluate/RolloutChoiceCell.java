package org.shoptrace.ui.evaluate;

import javafx.beans.Observable;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.ui.kit.Texts;

/// A rollout file in the list: its box, its model, its name, its runs.
final class RolloutChoiceCell extends ListCell<RolloutChoice> {
    private final SetupViewModel model;
    private final CheckBox box = new CheckBox();
    private final Label name = Texts.muted("");
    private final Label summary = Texts.muted("");
    private final VBox lines = new VBox(box, name, summary);

    RolloutChoiceCell(SetupViewModel model) {
        this.model = model;
        getStyleClass().add("rollout-cell");
        // The list itself takes the keys, so that Tab does not stop at every file.
        box.setFocusTraversable(false);
        // An underscore in a model's name is no mnemonic.
        box.setMnemonicParsing(false);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.setOnAction(_ -> model.choose(getItem().file(), box.isSelected()));
        model.leftOut().addListener((Observable _) -> refresh());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RolloutChoice file, boolean empty) {
        super.updateItem(file, empty);
        refresh();
    }

    private boolean isAlone(RolloutChoice file) {
        return model.files().stream().filter(other -> other.file().endsWith(file.file().getFileName())).count() < 2;
    }

    private void refresh() {
        RolloutChoice file = getItem();
        setGraphic(file == null ? null : lines);
        setTooltip(file == null ? null : new Tooltip(file.file().toString()));
        if (file != null) {
            boolean chosen = !model.leftOut().contains(file.file());
            box.setId(NodeIds.of("choose", String.valueOf(file.file().getFileName())));
            box.setText(file.model());
            box.setSelected(chosen);
            name.setText(isAlone(file) ? String.valueOf(file.file().getFileName()) : RolloutFileName.withFolder(file.file()));
            summary.setText(file.summary());
            setAccessibleText(file.model() + ", " + name.getText() + ", " + file.summary() + (chosen ? ", chosen" : ", left out"));
        }
    }
}
