package org.shoptrace.ui.export;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// The formats, the place, and the button that writes.
final class ExportPane extends VBox {
    ExportPane(RunExportViewModel model) {
        getStyleClass().add("choice-sheet");
        ToggleGroup formats = new ToggleGroup();
        for (ExportFormat format : ExportFormat.values()) {
            RadioButton button = new RadioButton(Texts.drawn(format.label()));
            button.setId("export-" + format.wireName());
            button.setToggleGroup(formats);
            button.setSelected(model.formatProperty().get() == format);
            button.setOnAction(_ -> model.formatProperty().set(format));
            if (format == ExportFormat.HTML) {
                button.getStyleClass().add(Sheets.FIRST);
            }
            getChildren().add(button);
        }
        CheckBox hide = new CheckBox("Leave targets, scores, classes and annotations out");
        hide.setId("export-hide-truth");
        hide.selectedProperty().bindBidirectional(model.hideTruthProperty());
        hide.disableProperty().bind(model.formatProperty().isNotEqualTo(ExportFormat.HTML));
        TextField place = new LineField();
        place.setId("export-place");
        place.textProperty().bindBidirectional(model.placeProperty());
        place.setOnAction(_ -> model.write());
        Label to = Texts.plain("Write to");
        to.setLabelFor(place);
        Button write = new Button("Export");
        write.setId("export-write");
        write.getStyleClass().add("accent");
        write.setOnAction(_ -> model.write());
        Label outcome = Texts.wrapped("", "muted");
        outcome.setId("export-outcome");
        Texts.follow(outcome, model.outcomeProperty());
        outcome.visibleProperty().bind(Bindings.isNotEmpty(model.outcomeProperty()));
        HBox row = new HBox(write);
        row.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(hide, to, place, outcome, row);
    }
}
