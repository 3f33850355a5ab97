package org.shoptrace.ui.annotate;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// Asks once how the user is called as an annotator.
final class AuthorField extends VBox {
    private final TextField name = new LineField();

    AuthorField(AnnotateViewModel model) {
        getStyleClass().add("annotate-form");
        name.setId("annotator-name");
        name.setPromptText("Your name");
        name.setAccessibleText("Your name as an annotator");
        name.setOnAction(_ -> model.setAuthor(name.getText()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button begin = new Button("Begin");
        begin.setId("begin-annotating");
        begin.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        begin.setOnAction(_ -> model.setAuthor(name.getText()));
        HBox line = new HBox(name, begin);
        line.getStyleClass().add("annotate-actions");
        getChildren().addAll(
                Texts.wrapped("Annotations carry their author's name. They are kept beside the rollouts, never in them.", "muted"), line);
    }

    void ask() {
        name.requestFocus();
    }
}
