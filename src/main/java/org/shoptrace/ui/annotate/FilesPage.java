package org.shoptrace.ui.annotate;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// Others' annotations in, all annotations out.
final class FilesPage extends VBox {
    FilesPage(AnnotationDeskViewModel model) {
        getStyleClass().add("annotate-form");
        TextField importing = field("import-path", "File or folder to take in");
        TextField exporting = field("export-path", "File to write");
        // The page is made before a workspace is open, and outlives it.
        model.folderProperty().subscribe(_ -> exporting.setText(model.usualExport()));
        Label told = Texts.wrapped("");
        told.setId("annotation-files-told");
        Texts.follow(told, model.toldProperty());
        getChildren().addAll(
                Texts.heading("Take in"),
                Texts.wrapped(
                        "A file that Shoptrace exported, or the folder .shoptrace/annotations of somebody else's workspace. What is here"
                                + " already is"
                                + " passed over; nothing of yours is changed.",
                        "muted"),
                line(importing, "Take in", model::importFrom),
                Texts.heading("Write"),
                Texts.wrapped("A name that ends in .csv gives a table of what stands, any other every event as JSON lines.", "muted"),
                line(exporting, "Write", model::exportTo),
                told);
    }

    private static TextField field(String id, String name) {
        TextField path = new LineField();
        path.setId(id);
        path.setPromptText(name);
        path.setAccessibleText(name);
        HBox.setHgrow(path, Priority.ALWAYS);
        return path;
    }

    private static Node line(TextField path, String verb, Consumer<String> action) {
        path.setOnAction(_ -> action.accept(path.getText()));
        Button button = new Button(Texts.drawn(verb));
        button.setId(path.getId() + "-do");
        button.setOnAction(_ -> action.accept(path.getText()));
        HBox line = new HBox(path, button);
        line.getStyleClass().add("annotate-actions");
        return line;
    }
}
