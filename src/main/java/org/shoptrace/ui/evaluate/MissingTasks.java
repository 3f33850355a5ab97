package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.ui.kit.Texts;

/// The tasks without a run that were asked for last. Enter or a double click opens one in Tasks, Ctrl+C copies it.
final class MissingTasks extends VBox {
    private final OverviewViewModel model;
    private final ListView<String> queries = new ListView<>();

    MissingTasks(OverviewViewModel model) {
        this.model = model;
        Label heading = Texts.bound(model.missingProperty().map(MissingTasks::heading), "muted");
        heading.setId("missing-heading");
        heading.getStyleClass().add("detail-line");
        queries.setId("missing-tasks");
        queries.getStyleClass().add("dense");
        queries.setAccessibleText("Tasks without a run; Enter opens one");
        queries.setPlaceholder(Texts.wrapped("Click a number under Missing in the figures to see its tasks here.", "muted", "hint"));
        queries.setCellFactory(_ -> new QueryCell());
        queries.setOnKeyPressed(event -> {
            Optional<String> query = Optional.ofNullable(queries.getSelectionModel().getSelectedItem());
            if (event.getCode() == KeyCode.ENTER) {
                query.ifPresent(model::openTask);
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                query.ifPresent(model::copy);
                event.consume();
            }
        });
        model.missingProperty().subscribe(tasks -> queries.getItems().setAll(tasks.map(Behind.Tasks::queries).orElse(List.of())));
        VBox.setVgrow(queries, Priority.ALWAYS);
        getChildren().addAll(heading, queries);
    }

    private static String heading(Optional<Behind.Tasks> tasks) {
        return tasks
                .map(t -> String.format(Locale.ROOT, "%s · %d %s. Enter opens one.", t.why(), t.queries().size(),
                        t.queries().size() == 1 ? "task" : "tasks"))
                .orElse("");
    }

    private final class QueryCell extends ListCell<String> {
        QueryCell() {
            setPrefWidth(0);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && getItem() != null) {
                    model.openTask(getItem());
                }
            });
        }

        @Override
        protected void updateItem(String query, boolean empty) {
            super.updateItem(query, empty);
            Texts.say(this, empty ? null : query);
        }
    }
}
