package org.shoptrace.ui.evaluate;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
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

/// Where charts, tables and reports are written to, and what was written last.
final class ExportBar extends VBox {
    private final ExportViewModel exports;

    ExportBar(ExportViewModel exports) {
        this.exports = exports;
        setId("export");
        getStyleClass().add("export-bar");
        TextField folder = new TextField();
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
        Label what = Texts.wrapped(
                "One HTML page that needs nothing else, every table as CSV and JSON, every chart of it as a picture. PNG and SVG above a"
                        + " chart write "
                        + "that chart alone, as it is seen here, into charts in that folder.",
                "muted", "hint");
        Label written = Texts.wrapped("", "hint");
        written.setId("written");
        written.textProperty().bind(exports.writtenProperty().map(ExportBar::words));
        HBox.setHgrow(written, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy the paths of what was written", exports::copyWritten);
        copy.setId("copy-written");
        HBox last = new HBox(written, copy);
        last.getStyleClass().add("field-line");
        last.visibleProperty().bind(exports.writtenProperty().map(files -> !files.isEmpty()));
        last.managedProperty().bind(last.visibleProperty());
        getChildren().addAll(line, what, last);
    }

    private static String words(List<Path> files) {
        return switch (files.size()) {
            case 0 -> "";
            case 1 -> "Written: " + files.getFirst();
            default -> "Written: " + files.getFirst() + " and " + (files.size() - 1) + " more beside it";
        };
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
