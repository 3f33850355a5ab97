package org.shoptrace.ui.takeover;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// The steps so far | the next step as a form. What it is shown in may close at any time: every step is kept, and what is written of the
/// next.
final class TakeOverPane extends StackPane {
    /// Opens a run at a step.
    interface OpenRun {
        void at(RunId run, int step);
    }

    private final OpenRun open;
    private final ListView<Step> steps = new ListView<>();
    private final StepForm form;
    private final HBox both;

    TakeOverPane(TakeOverViewModel model, OpenRun open) {
        this.open = open;
        getStyleClass().add("take-over");
        form = new StepForm(model);
        steps.setId("take-over-steps");
        steps.setAccessibleText("Steps so far");
        steps.getStyleClass().add("take-over-steps");
        steps.setCellFactory(list -> new TakenStepCell(list, id -> form.ask(ToolCall.VIEW_PRODUCT_INFORMATION, id),
                id -> form.ask(ToolCall.RECOMMEND_PRODUCT, id)));
        steps.setPlaceholder(
                new Placeholder(Feather.GIT_BRANCH, "No step yet", "You begin where every agent begins: with the user's words."));
        HBox.setHgrow(steps, Priority.ALWAYS);
        both = new HBox(steps, form);
        model.stateProperty().subscribe(this::show);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                model.keep(form.unsent());
                model.leave();
            }
        });
    }

    private void show(TakeOverState state) {
        switch (state) {
            case TakeOverState.Nothing _ -> getChildren().setAll(new Placeholder(
                    Feather.GIT_BRANCH, "No run is being taken over", "Choose a step in Replay and take over after it."));
            case TakeOverState.Gap(String what, String remedy) ->
                getChildren().setAll(new Placeholder(Feather.ALERT_TRIANGLE, what, remedy));
            case TakeOverState.Saved(var run) -> {
                int step = run.steps().size();
                getChildren().setAll(new Placeholder(Feather.CHECK_CIRCLE, "Saved as a run of " + run.model(), run.source().toString()));
                // The list hears of the file at the same time; it selects the run when it comes.
                open.at(run.id(), step);
            }
            case TakeOverState.Going(TakeOver so) -> going(so);
        }
    }

    private void going(TakeOver so) {
        List<Step> now = so.steps();
        steps.getItems().setAll(now);
        if (!now.isEmpty()) {
            steps.scrollTo(now.size() - 1);
        }
        if (!getChildren().equals(List.of(both))) {
            getChildren().setAll(both);
            form.clear();
        }
        form.refresh();
    }

    /// For a line under a name.
    static Node named(String name, Node field) {
        VBox box = new VBox(Texts.muted(name), field);
        box.getStyleClass().add("call-field");
        return box;
    }
}
