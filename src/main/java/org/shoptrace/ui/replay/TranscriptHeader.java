package org.shoptrace.ui.replay;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ScoreText;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.RunChips;

/// Which run is open: model, intent, outcome, score, and what can be done with it.
final class TranscriptHeader extends HBox {
    private static final double LEAST_NAME_WIDTH = 40;
    /// In sizes of the text.
    private static final double ROOM_FOR_INTENT = 30;

    private final ReplayViewModel model;
    private final Label name = Texts.heading("");
    private final HBox chips = new HBox();
    private final Label score = Texts.muted("");

    TranscriptHeader(ReplayViewModel model, StepActions actions, CopyText clipboard) {
        this.model = model;
        getStyleClass().addAll("pane-header", "transcript-header");
        name.setId("run-model");
        name.setMinWidth(LEAST_NAME_WIDTH);
        chips.getStyleClass().add("run-chips");
        chips.setMinWidth(Region.USE_PREF_SIZE);
        score.setId("run-score");
        score.setMinWidth(0);
        // The number is at the end.
        score.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        // It gets what the others leave: where the room is small the model's name is wanted more, and the score stands in Findings.
        StackPane rest = new StackPane(score);
        rest.setAlignment(Pos.CENTER_LEFT);
        rest.setMinWidth(0);
        rest.setPrefWidth(0);
        HBox.setHgrow(rest, Priority.ALWAYS);
        score.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> rest.getWidth() >= score.prefWidth(-1) / 2, rest.widthProperty(), score.textProperty(),
                        score.fontProperty()));
        Button copy = Icons.button(Feather.LINK, "Copy a reference to this run and step", () -> clipboard.copy(model.reference()));
        copy.setId("copy-reference");
        Button truth = Icons.button(Feather.EYE_OFF, "Hide the truth: targets, scores and classes", model.openRun()::toggleTruth);
        truth.setId("hide-truth");
        model.openRun().truthHiddenProperty().subscribe(hidden -> {
            truth.setGraphic(Icons.of(hidden ? Feather.EYE : Feather.EYE_OFF));
            truth.setAccessibleText(hidden ? "Show the truth again" : "Hide the truth: targets, scores and classes");
            Texts.say(truth.getTooltip(), truth.getAccessibleText());
            refresh();
        });
        getChildren().addAll(name, chips, rest, truth, copy, actions.menu());
        model.transcriptProperty().subscribe(_ -> refresh());
        model.ending().endingProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        boolean open = model.transcriptProperty().get().about().isPresent();
        setVisible(open);
        setManaged(open);
        model.transcriptProperty().get().about().ifPresent(this::show);
    }

    private void show(RunSummary run) {
        Ending ending = model.ending().endingProperty().get();
        Texts.say(name, run.model());
        name.setTooltip(Texts.tip(run.model()));
        boolean hidden = model.openRun().truthHiddenProperty().get();
        chips.getChildren().clear();
        ending.outcome().filter(_ -> !hidden).map(RunChips::outcome).ifPresent(chips.getChildren()::add);
        ending.intent().map(RunChips::intent).ifPresent(intent -> {
            // It stands in Findings as well; the model's name does not.
            intent.visibleProperty().bind(Bindings.createBooleanBinding(
                    () -> getWidth() >= ROOM_FOR_INTENT * name.getFont().getSize(), widthProperty(), name.fontProperty()));
            intent.managedProperty().bind(intent.visibleProperty());
            chips.getChildren().add(intent);
        });
        Texts.say(score, hidden || Double.isNaN(ending.rule()) ? "" : Column.RULE.inText() + " " + ScoreText.figure(ending.rule()));
    }
}
