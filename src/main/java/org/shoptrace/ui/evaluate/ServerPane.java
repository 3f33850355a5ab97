package org.shoptrace.ui.evaluate;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.score.EmbeddingServer;
import org.shoptrace.core.score.PublishedModel;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The embeddings server of a set-up: its address, what it turns out to be, and how to serve the published model oneself.
final class ServerPane extends VBox {
    private final ServerViewModel model;

    ServerPane(ServerViewModel model) {
        this.model = model;
        setId("similarity-server");
        getStyleClass().add("server-pane");
        TextField url = SetupPane.field("similarity-url", "http://localhost:8000/v1/embeddings", model.form().endpointUrlProperty());
        TextField name = SetupPane.field("similarity-model", "Model", model.form().endpointModelProperty());
        Button check = new Button("Ask the server", Icons.of(Feather.CHECK_CIRCLE));
        check.setId("check-server");
        check.getStyleClass().add("small");
        check.setOnAction(_ -> model.check());
        Label told = Texts.wrapped("", "hint");
        told.setId("server-told");
        Texts.follow(told, model.toldProperty());
        told.visibleProperty().bind(model.toldProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        getChildren().addAll(url, name, check, told);
        getChildren().addAll(recipe().getChildren());
    }

    private VBox recipe() {
        Label heading = Texts.wrapped("To serve " + PublishedModel.NAME + " on this machine, in three lines:", "muted", "hint");
        FlowPane programs = new FlowPane();
        programs.getStyleClass().add("radio-line");
        programs.getChildren()
                .addAll(SetupPane.radios(
                        "server-", model.recipeProperty(), Arrays.asList(EmbeddingServer.values()), EmbeddingServer::label));
        TextArea lines = new TextArea();
        lines.setId("server-lines");
        lines.setAccessibleText("Commands that serve the model");
        lines.setEditable(false);
        lines.getStyleClass().add("code");
        lines.setPrefRowCount(4);
        lines.setMinHeight(USE_PREF_SIZE);
        lines.textProperty().bind(model.recipeProperty().map(program -> String.join("\n", program.lines())));
        Button copy = new Button("Copy", Icons.of(Feather.COPY));
        copy.setId("copy-server-lines");
        copy.setAccessibleText("Copy the commands");
        Button use = new Button("Use its address", Icons.of(Feather.CORNER_LEFT_UP));
        use.setId("use-server");
        copy.setOnAction(_ -> model.copyLines());
        use.setOnAction(_ -> model.use());
        FlowPane actions = new FlowPane(copy, use);
        actions.getStyleClass().add("radio-line");
        actions.getChildren().forEach(button -> button.getStyleClass().add("small"));
        return new VBox(heading, programs, lines, SetupPane.note(model.recipeProperty().map(EmbeddingServer::note)), actions);
    }
}
