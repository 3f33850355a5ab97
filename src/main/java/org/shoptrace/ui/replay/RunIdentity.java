package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What a run is held against, where that can be changed, and where it was read: its task, the catalogue, how its harness did, file and
/// line, hash.
final class RunIdentity extends Flow {
    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

    private final ReplayViewModel model;
    private final StepActions actions;
    private final Button task = fact("run-task");
    private final Button catalog = fact("run-catalog");
    private final Label harness = Texts.muted("");
    private final Label hash = Texts.code("");
    private final Label source = Texts.code("");

    /// @param actions among which are those that change what a run belongs to
    RunIdentity(ReplayViewModel model, StepActions actions) {
        this.model = model;
        this.actions = actions;
        setId("run-identity");
        getStyleClass().add("run-identity");
        harness.setId("run-harness");
        harness.setMinWidth(0);
        hash.setId("run-hash");
        hash.getStyleClass().add("muted");
        hash.setMinWidth(Region.USE_PREF_SIZE);
        source.setId("run-source");
        source.getStyleClass().add("muted");
        source.setMinWidth(0);
        // The end tells the line.
        source.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        getChildren().addAll(task, catalog, harness, source, hash);
        model.transcriptProperty().subscribe(_ -> refresh());
        model.belonging().belongingProperty().subscribe(_ -> refresh());
    }

    /// Says whether there is height to spare for where the run was read, which the copied reference and the list say too.
    void showSource(boolean shown) {
        source.setVisible(shown);
        source.setManaged(shown);
        hash.setVisible(shown);
        hash.setManaged(shown);
    }

    private static Button fact(String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("chip-toggle");
        button.setMinWidth(0);
        return button;
    }

    private void refresh() {
        Transcript transcript = model.transcriptProperty().get();
        setVisible(transcript.about().isPresent());
        setManaged(isVisible());
        transcript.about().ifPresent(this::show);
        Belonging belonging = model.belonging().belongingProperty().get();
        show(task, belonging.task(), "change-task", Feather.CLIPBOARD);
        show(catalog, belonging.catalogue(), "change-catalogue", Feather.DATABASE);
    }

    /// A fact that can be changed is a button that does it; another one only tells.
    private void show(Button button, Optional<Belonging.Fact> fact, String action, Ikon icon) {
        button.setVisible(fact.isPresent());
        button.setManaged(fact.isPresent());
        fact.ifPresent(what -> {
            Optional<Runnable> change = actions.ofRun(action);
            Texts.say(button, what.text());
            button.setGraphic(Icons.of(what.asking() ? Feather.HELP_CIRCLE : icon));
            Tooltip tooltip = Texts.tip(what.more() + (change.isPresent() ? "\nPress to change it." : ""));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            button.setTooltip(tooltip);
            button.setAccessibleText(what.text() + ". " + what.more());
            button.pseudoClassStateChanged(ASKING, what.asking());
            button.setFocusTraversable(change.isPresent());
            button.getStyleClass().remove("only-tells");
            if (change.isEmpty()) {
                button.getStyleClass().add("only-tells");
            }
            button.setOnAction(_ -> change.ifPresent(Runnable::run));
        });
    }

    private void show(RunSummary run) {
        String trouble = trouble(run);
        Texts.say(harness, trouble);
        harness.setVisible(!trouble.isEmpty());
        harness.setManaged(!trouble.isEmpty());
        harness.setTooltip(Texts.tip("Not the agent's doing: " + trouble));
        harness.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        Texts.say(source, run.source().toString());
        source.setTooltip(Texts.tip(run.source().file() + ":" + run.source().place()));
        Texts.say(hash, "#" + run.id().brief());
        hash.setTooltip(Texts.tip("The run's name, the SHA-256 of its line: " + run.id().sha256()));
    }

    /// What failed that was not the agent's choice, as far as the list of runs knows.
    private static String trouble(RunSummary run) {
        List<String> trouble = new ArrayList<>();
        if (run.nullResults() > 0) {
            trouble.add(Counts.of(run.nullResults(), "null result"));
        }
        if (run.emptyReplies() > 0) {
            trouble.add(run.emptyReplies() == 1 ? "1 empty reply" : Counts.grouped(run.emptyReplies()) + " empty replies");
        }
        if (run.notUnderstood() > 0) {
            trouble.add((run.notUnderstood() == 1 ? "1 reply" : Counts.grouped(run.notUnderstood()) + " replies") + " not understood");
        }
        if (run.unanswered() > 0) {
            trouble.add(Counts.of(run.unanswered(), "call") + " unanswered");
        }
        run.status().filter(status -> !status.equals("SUCCESS") && !status.isEmpty()).ifPresent(trouble::add);
        return String.join(", ", trouble);
    }
}
