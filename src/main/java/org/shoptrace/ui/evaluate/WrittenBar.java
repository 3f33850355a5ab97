package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What was written last, and where. It comes with the first file, whatever page its button is on, and goes when it has been read.
final class WrittenBar extends HBox {
    WrittenBar(ExportViewModel exports) {
        setId("written-bar");
        getStyleClass().addAll("export-bar", "field-line");
        Label written = Texts.wrapped("", "hint");
        written.setId("written");
        Texts.follow(written, exports.writtenProperty().map(WrittenBar::words));
        written.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(written, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy the paths of what was written", exports::copyWritten);
        copy.setId("copy-written");
        Button close = Icons.button(Feather.X, "Hide what was written", exports::forgetWritten);
        close.setId("close-written");
        getChildren().addAll(written, copy, close);
        visibleProperty().bind(exports.writtenProperty().map(files -> !files.isEmpty()));
        managedProperty().bind(visibleProperty());
    }

    private static String words(List<Path> files) {
        return switch (files.size()) {
            case 0 -> "";
            case 1 -> "Written: " + files.getFirst();
            case 2 -> "Written: " + files.getFirst() + " and " + files.getLast().getFileName();
            case 3 -> "Written: " + files.getFirst() + ", " + files.get(1).getFileName() + " and " + files.getLast().getFileName();
            default -> "Written: " + files.getFirst() + " and " + (files.size() - 1) + " more beside it";
        };
    }
}
