package org.shoptrace.ui.tasks;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The runs of the selected task, each a button that opens it in Replay.
final class TaskRuns extends VBox {
    private final TasksViewModel model;

    TaskRuns(TasksViewModel model) {
        this.model = model;
        setId("task-runs");
        getStyleClass().add("task-section");
        model.runs().addListener((ListChangeListener<TaskRun>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(head());
        if (model.runs().isEmpty()) {
            getChildren().add(Texts.muted("No run of this task is in the workspace."));
        }
        model.runs().forEach(run -> getChildren().add(line(run)));
    }

    private Node head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Texts.heading("Runs"), Texts.muted(Counts.grouped(model.runs().size())), gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("target-head");
        if (!model.runs().isEmpty()) {
            Button all = new Button("Open in Replay", Icons.of(Feather.PLAY));
            all.setId("open-runs");
            all.getStyleClass().add("small");
            all.setOnAction(_ -> model.openRuns());
            head.getChildren().add(all);
        }
        return head;
    }

    private Node line(TaskRun run) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Chip outcome = outcome(run.outcome());
        HBox content = new HBox(
                Texts.strong(run.run().model()),
                outcome,
                Texts.muted(remark(run.outcome())),
                gap,
                Texts.muted(Counts.of(run.run().steps(), "step")),
                Texts.muted(Counts.of(run.run().callCount(), "call")));
        content.getStyleClass().add("run-line");
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.setId("open-run-" + run.run().id().brief());
        button.setAccessibleText("Open the run of " + run.run().model() + ", " + outcome.getText());
        button.getStyleClass().addAll("flat", "run-button");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(_ -> model.openRun(run));
        return button;
    }

    private static Chip outcome(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Scored(TaskScore score) ->
                score.success() ? new Chip("succeeded", Chip.Tone.GOOD) : new Chip("failed", Chip.Tone.BAD);
            case RunOutcome.Unscorable _ -> new Chip("unscorable", Chip.Tone.DOUBT);
            case RunOutcome.NotScored _ -> new Chip("not scored", Chip.Tone.NEUTRAL);
        };
    }

    private static String remark(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Scored(TaskScore score) ->
                String.format(Locale.ROOT, "%s %.2f", Column.RULE.inText(), score.value(Column.RULE));
            case RunOutcome.Unscorable(String why) -> why;
            case RunOutcome.NotScored _ -> "";
        };
    }
}
