package org.shoptrace.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// What of the open folder is not read, by folder, each file with its reason. Ctrl+C copies a line of it, a button all.
public final class LeftOutPane extends VBox {
    /// A line of the list: a folder, or something in it.
    private record Line(String folder, Optional<UnreadFiles.Entry> entry, int count) {
        String copied() {
            return entry.map(left -> folder + "/" + left.name() + ": " + left.cause()).orElse(folder);
        }
    }

    public LeftOutPane(UnreadFiles left, CopyText clipboard) {
        getStyleClass().add("left-out");
        if (left.isEmpty()) {
            getChildren().add(new Placeholder(
                    Feather.CHECK, "Nothing was passed over",
                    "Every JSON file and every packed file of the folder is read as runs, tasks or a catalogue."));
            return;
        }
        Label summary = Texts.wrapped(
                "Not read: " + Counts.of(left.size(), "file") + (left.problems().isEmpty()
                        ? "."
                        : ", of which " + Counts.grouped(left.problems().size()) + " could not be looked at."),
                "muted");
        summary.setId("left-out-summary");
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox head = new HBox(
                summary, new CopyButton(clipboard, "left-out-copy", "Copy", "Copy the whole list", left::text));
        head.getStyleClass().add("left-out-head");
        ListView<Line> list = new ListView<>();
        list.setId("left-out-list");
        list.getStyleClass().addAll("dense", Sheets.FIRST);
        list.setAccessibleText("What is not read, by folder; Ctrl+C copies a line");
        list.getItems().setAll(lines(left));
        list.setCellFactory(Cell::new);
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(event -> {
            Line line = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.C && event.isShortcutDown() && line != null) {
                clipboard.copy(line.copied());
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private static List<Line> lines(UnreadFiles left) {
        List<Line> lines = new ArrayList<>();
        for (UnreadFiles.Folder folder : left.folders()) {
            lines.add(new Line(folder.folder(), Optional.empty(), folder.entries().size()));
            folder.entries().forEach(entry -> lines.add(new Line(folder.folder(), Optional.of(entry), 1)));
        }
        return lines;
    }

    private static final class Cell extends WrappingCell<Line> {
        Cell(ListView<Line> list) {
            super(list);
        }

        @Override
        protected Region content(Line line) {
            VBox box = line.entry().map(Cell::file).orElseGet(() -> folder(line));
            box.setAccessibleText(line.copied());
            return box;
        }

        private static VBox folder(Line line) {
            Label name = Texts.wrapped(
                    (line.folder().equals(".") ? "The folder itself" : line.folder()) + " · " + Counts.grouped(line.count()), "strong");
            name.setGraphic(Icons.of(Feather.FOLDER));
            return new VBox(name);
        }

        private static String sentence(String cause) {
            return cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1);
        }

        private static VBox file(UnreadFiles.Entry entry) {
            Label name = Texts.wrapped(entry.name(), "code");
            Label cause = Texts.wrapped(sentence(entry.cause()), "muted");
            if (entry.isProblem()) {
                cause.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
            }
            VBox file = new VBox(name, cause);
            file.getStyleClass().add("left-out-file");
            return file;
        }
    }
}
