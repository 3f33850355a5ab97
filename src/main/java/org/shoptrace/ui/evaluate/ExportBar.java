package org.shoptrace.ui.evaluate;

import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// Where charts, tables and reports are written to.
final class ExportBar extends VBox {
    private final ExportViewModel exports;

    ExportBar(ExportViewModel exports) {
        this.exports = exports;
        setId("export");
        getStyleClass().add("export-bar");
        TextField folder = new LineField();
        folder.setId("export-folder");
        folder.setAccessibleText("Folder that reports are written to");
        folder.textProperty().bindBidirectional(exports.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = Icons.button(Feather.FOLDER, "Choose the folder that reports are written to", this::choose);
        choose.setId("choose-export-folder");
        Button write = new Button("Write report", Icons.of(Feather.DOWNLOAD));
        write.setId("write-report");
        write.getStyleClass().add("accent");
        write.setOnAction(_ -> exports.report());
        write.setMinWidth(USE_PREF_SIZE);
        Label name = Texts.plain("Folder");
        name.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(name, folder, choose, write);
        line.getStyleClass().add("field-line");
        Button methods = new Button("Copy methods", Icons.of(Feather.COPY));
        methods.setId("copy-methods");
        methods.setTooltip(Texts.tip("Copies a paragraph for a paper: how these figures were made"));
        methods.setOnAction(_ -> exports.copyMethods());
        methods.setMinWidth(USE_PREF_SIZE);
        Button command = new Button("Copy command", Icons.of(Feather.TERMINAL));
        command.setId("copy-command");
        command.setTooltip(Texts.tip("Copies the command that makes this report without the window"));
        command.setOnAction(_ -> exports.copyCommand());
        command.setMinWidth(USE_PREF_SIZE);
        HBox copies = new HBox(methods, command);
        copies.getStyleClass().add("field-line");
        Label what = Texts.wrapped(
                "One HTML page that needs nothing else, every table as CSV and JSON, every chart of it as a picture. PNG and SVG above a"
                        + " chart write that chart alone, as it is seen here, into “charts” in that folder; CSV and JSON write a table"
                        + " alone, into “tables”. Each says where it came from; “shoptrace verify” makes it again and compares.",
                "muted", "hint");
        getChildren().addAll(line, what, copies);
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder that reports are written to");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            exports.folderProperty().set(folder.toString());
        }
    }
}
