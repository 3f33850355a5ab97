package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The table of figures, and which of its columns are seen: as many as the usual window has room for, until somebody wants others.
final class FiguresPane extends VBox {
    private final OverviewViewModel model;
    private final ExportViewModel exports;
    private final FlowPane columns = new FlowPane();

    FiguresPane(OverviewViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        FiguresTable table = new FiguresTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        ToggleButton choose = new ToggleButton("Columns", Icons.of(Feather.COLUMNS));
        choose.setId("choose-columns");
        choose.getStyleClass().addAll("flat", "save");
        columns.setId("columns");
        columns.getStyleClass().add("column-choice");
        columns.visibleProperty().bind(choose.selectedProperty());
        columns.managedProperty().bind(columns.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy the table with all its columns, cells apart by tabs", model::copyFigures);
        copy.setId("copy-figures");
        HBox line = new HBox(Texts.muted("Every figure opens its runs."), gap, choose, save("CSV"), save("JSON"), copy);
        line.getStyleClass().add("detail-line");
        getChildren().addAll(line, columns, table);
        model.resultProperty().subscribe(_ -> show(model.rows()));
        model.columns().addListener(
                (SetChangeListener<String>) _ -> show(model.rows()));
    }

    private Button save(String kind) {
        Button save = new Button(Texts.drawn(kind));
        save.setId("figures-" + kind.toLowerCase(java.util.Locale.ROOT));
        save.getStyleClass().addAll("flat", "save");
        save.setTooltip(Texts.tip("Write figures.csv and figures.json into “tables” in the report's folder"));
        save.setAccessibleText("Write the figures as CSV and JSON");
        save.setOnAction(_ -> exports.figures());
        return save;
    }

    private void show(List<FigureRow> rows) {
        columns.getChildren().setAll(FigureTable.of(rows).columns().stream().map(this::chip).toList());
    }

    private ToggleButton chip(FigureTable.Column column) {
        ToggleButton chip = new ToggleButton(Texts.drawn(column.title()));
        chip.setId("column-" + column.id());
        chip.getStyleClass().add("chip-toggle");
        chip.setTooltip(Texts.tip(column.tip()));
        chip.setSelected(model.columns().contains(column.id()));
        chip.setOnAction(_ -> model.showColumn(column.id(), chip.isSelected()));
        return chip;
    }
}
