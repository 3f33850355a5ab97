package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.evaluate.RunViewModel.Stage;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// Starts the evaluation and shows how far it is, why it cannot start, or why it failed.
final class RunBar extends VBox {
    RunBar(SetupViewModel setup, RunViewModel model) {
        getStyleClass().add("run-bar");
        ObservableValue<Boolean> running = model.stageProperty().map(Optional::isPresent);
        getChildren().addAll(
                shown(start(setup, model), running.map(now -> !now)),
                shown(progress(model), running),
                shown(power(setup), setup.powerProperty().map(words -> !words.isEmpty())),
                shown(reason(setup), setup.blockedProperty().map(why -> !why.isEmpty())),
                shown(failure(model), model.failureProperty().map(why -> !why.isEmpty())));
    }

    private static Node start(SetupViewModel setup, RunViewModel model) {
        Button run = new Button("Run evaluation", Icons.of(Feather.PLAY));
        run.setId("run-evaluation");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.disableProperty().bind(setup.blockedProperty().isNotEmpty());
        run.setOnAction(_ -> model.run());
        return run;
    }

    private static Node progress(RunViewModel model) {
        ObservableValue<Stage> stage = model.stageProperty().map(now -> now.orElse(Stage.BEGUN));
        ProgressBar bar = new ProgressBar();
        bar.setId("evaluation-progress");
        bar.setAccessibleText("Progress of the evaluation");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(stage.map(Stage::fraction));
        Label message = Texts.bound(stage.map(Stage::message), "muted", "hint");
        message.setId("evaluation-stage");
        message.setMinWidth(0);
        bar.setMinWidth(0);
        Button cancel = new Button("Cancel", Icons.of(Feather.X));
        cancel.setId("cancel-evaluation");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        VBox lines = new VBox(message, bar);
        lines.getStyleClass().add("stage");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox progress = new HBox(lines, cancel);
        progress.getStyleClass().add("field-line");
        return progress;
    }

    /// What so many tasks can show, told before they are run.
    private static Node power(SetupViewModel model) {
        Label power = Texts.wrapped("", "muted", "hint");
        power.setId("run-power");
        Texts.follow(power, model.powerProperty());
        return power;
    }

    private static Node reason(SetupViewModel model) {
        Label reason = Texts.wrapped("", "muted", "hint");
        reason.setId("run-blocked");
        Texts.follow(reason, model.blockedProperty());
        return reason;
    }

    private static Node failure(RunViewModel model) {
        Label text = Texts.wrapped("", "hint");
        text.setId("evaluation-failure");
        Texts.follow(text, model.failureProperty());
        text.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy why the evaluation failed", model::copyFailure);
        copy.setId("copy-failure");
        HBox failure = new HBox(text, copy);
        failure.getStyleClass().add("failure");
        return failure;
    }

    private static Node shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
