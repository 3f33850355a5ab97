package org.shoptrace.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.kit.control.JobList;

/// The first running job, with what it does, how far it is, and a cancel; a press on it lists them all. A job that ends at once is never
/// shown: it would only flicker. Its buttons stay the same from job to job, so that neither a press nor the focus is lost when one ends.
final class JobBar extends HBox {
    private static final Duration AT_ONCE = Duration.millis(400);

    private final List<RunningJob> shown = new ArrayList<>();
    private final ProgressBar bar = new ProgressBar();
    private final Label what = Texts.muted("");
    private final Button all = new Button();
    private final Button cancel = Icons.button(Feather.X, "Cancel", this::cancel);
    private final Bubble list;
    private Said said = Said.NOTHING;
    /// The job that was shown when the press on its cancel began.
    private Optional<RunningJob> aimedAt = Optional.empty();
    /// Who had the focus before the bar.
    private @Nullable Node before;

    /// What the bar says.
    private record Said(Optional<RunningJob> first, int more) {
        static final Said NOTHING = new Said(Optional.empty(), 0);
    }

    JobBar(ObservableList<RunningJob> running) {
        setId("jobs");
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_RIGHT);
        HBox entry = new HBox(what, bar);
        entry.getStyleClass().add("job");
        entry.setAlignment(Pos.CENTER);
        all.setId("all-jobs");
        all.getStyleClass().addAll("flat", "job-more");
        all.setGraphic(entry);
        all.setContentDisplay(ContentDisplay.LEFT);
        list = Bubble.at(all, "jobs-bubble", () -> new JobList(running));
        cancel.setId("cancel-first-job");
        cancel.getStyleClass().add("job-cancel");
        cancel.armedProperty().subscribe(this::aim);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focusMoved);
        running.addListener((ListChangeListener<RunningJob>) change -> {
            while (change.next()) {
                shown.removeAll(change.getRemoved());
                change.getAddedSubList().forEach(job -> showLater(job, running));
            }
            refresh();
        });
    }

    private void showLater(RunningJob job, ObservableList<RunningJob> running) {
        PauseTransition wait = new PauseTransition(AT_ONCE);
        wait.setOnFinished(_ -> {
            if (running.contains(job)) {
                shown.add(job);
                refresh();
            }
        });
        wait.play();
    }

    private void refresh() {
        Said now = new Said(shown.stream().findFirst(), Math.max(0, shown.size() - 1));
        if (now.equals(said)) {
            return;
        }
        boolean another = !now.first().equals(said.first());
        said = now;
        if (now.first().isEmpty()) {
            goAway();
            return;
        }
        RunningJob first = now.first().get();
        if (another) {
            if (!cancel.isArmed()) {
                aimedAt = Optional.empty();
            }
            follow(first);
        }
        Texts.say(all, now.more() == 0 ? "" : "+" + now.more());
        all.setAccessibleText("Running jobs: " + first.title() + (now.more() == 0 ? "" : " and " + now.more() + " more"));
        if (getChildren().isEmpty()) {
            getChildren().setAll(all, cancel);
        }
    }

    private void follow(RunningJob first) {
        bar.progressProperty().bind(first.fractionProperty());
        bar.setAccessibleText(first.title());
        Texts.follow(what, Bindings.createStringBinding(
                () -> first.messageProperty().get().isEmpty()
                        ? first.title()
                        : first.title() + " · " + first.messageProperty().get(),
                first.messageProperty()));
        cancel.setAccessibleText("Cancel: " + first.title());
        Texts.say(cancel.getTooltip(), cancel.getAccessibleText());
    }

    private void goAway() {
        bar.progressProperty().unbind();
        what.textProperty().unbind();
        list.close();
        Node back = before;
        boolean focused = getScene() != null && (getScene().getFocusOwner() == all || getScene().getFocusOwner() == cancel);
        if (focused && back != null && back.getScene() == getScene()) {
            back.requestFocus();
        }
        getChildren().clear();
    }

    /// A key ends the press before the button acts, so what it is aimed at outlives the press.
    private void aim(boolean armed) {
        if (armed) {
            aimedAt = said.first();
        }
    }

    private void cancel() {
        Optional<RunningJob> meant = aimedAt.or(said::first);
        aimedAt = Optional.empty();
        meant.ifPresent(RunningJob::cancel);
    }

    private void focusMoved(@Nullable Node now) {
        if (now != all && now != cancel) {
            before = now;
        }
    }
}
