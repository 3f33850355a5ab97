package org.shoptrace.ui.tasks;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// The selected task whole: query, answer, voucher, targets, runs.
final class TaskPane extends StackPane {
    private static final double CHIPS_WIDTH = 560;

    private final TasksViewModel model;
    private final CopyText clipboard;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final TaskRuns runs;

    TaskPane(TasksViewModel model, CopyText clipboard) {
        this.model = model;
        this.clipboard = clipboard;
        this.runs = new TaskRuns(model);
        page.setId("task");
        page.getStyleClass().add("task-page");
        scroll.setFitToWidth(true);
        model.detailProperty().subscribe((before, now) -> {
            show(now);
            if (!before.map(TaskDetail::task).equals(now.map(TaskDetail::task))) {
                scroll.setVvalue(0);
            }
        });
        show(model.detailProperty().get());
    }

    private void show(Optional<TaskDetail> detail) {
        if (detail.isEmpty()) {
            getChildren()
                    .setAll(new Placeholder(Feather.CLIPBOARD, "No task is selected", "Choose one on the left to see what it asks for."));
            return;
        }
        Task task = detail.get().task();
        page.getChildren().setAll(head(task), query(task));
        task.knowledgeAnswer().ifPresent(answer -> page.getChildren().add(answer(answer)));
        task.voucher().ifPresent(voucher -> page.getChildren().add(new VoucherPane(voucher, detail.get().payment())));
        page.getChildren().add(targets(detail.get()));
        page.getChildren().add(runs);
        getChildren().setAll(scroll);
    }

    private Node head(Task task) {
        TaskChips chips = new TaskChips(task);
        // A flow pane asks for the height that its chips need at this width, however wide it then becomes.
        chips.setPrefWrapLength(CHIPS_WIDTH);
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox head = new HBox();
        task.title().ifPresent(title -> head.getChildren().add(Texts.heading(title)));
        head.getChildren().addAll(
                chips,
                new CopyButton(clipboard, "copy-query", "Query", "Copy the query", task::query),
                new CopyButton(clipboard, "copy-task", "JSON", "Copy the task as JSON", () -> JsonWriter.indented(task.source())));
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("form-row");
        return head;
    }

    private static Node query(Task task) {
        Label query = Texts.wrapped(task.query(), "task-full-query");
        query.setId("task-query");
        return query;
    }

    private static Node answer(String answer) {
        Label text = Texts.wrapped(answer, "strong");
        text.setId("task-answer");
        VBox section = new VBox(
                Texts.heading("Answer"), text, Texts.wrapped("The recommended product's title or description must mention it.", "muted"));
        section.getStyleClass().add("task-section");
        return section;
    }

    private Node targets(TaskDetail detail) {
        VBox targets = new VBox(Texts.heading(detail.targets().size() == 1 ? "Target" : "Targets"));
        targets.getStyleClass().add("task-section");
        for (int i = 0; i < detail.targets().size(); i++) {
            targets.getChildren().add(new TargetPane(i + 1, detail.targets().get(i), model::openProduct));
        }
        return targets;
    }
}
