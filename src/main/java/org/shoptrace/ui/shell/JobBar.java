package org.shoptrace.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.kit.control.JobList;

/// The first running job, with what it does, how far it is, and a cancel; a press on it lists them all. A job that ends at once is never
/// shown: it would only flicker.
final class JobBar extends HBox {
    private static final Duration AT_ONCE = Duration.millis(400);

    private final List<RunningJob> shown = new ArrayList<>();
    private final Button all = new Button();
    private final Bubble list;

    JobBar(ObservableList<RunningJob> running) {
        setId("jobs");
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_RIGHT);
        all.setId("all-jobs");
        all.getStyleClass().addAll("flat", "job-more");
        list = Bubble.at(all, "jobs-bubble", () -> new JobList(running));
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
        if (shown.isEmpty()) {
            list.close();
            getChildren().clear();
            return;
        }
        RunningJob first = shown.getFirst();
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(first.fractionProperty());
        bar.setAccessibleText(first.title());
        Label what = Texts.bound(
                Bindings.createStringBinding(
                        () -> first.messageProperty().get().isEmpty()
                                ? first.title()
                                : first.title() + " · " + first.messageProperty().get(),
                        first.messageProperty()),
                "muted");
        HBox entry = new HBox(what, bar);
        entry.getStyleClass().add("job");
        entry.setAlignment(Pos.CENTER);
        all.setGraphic(entry);
        all.setText(shown.size() == 1 ? "" : "+" + (shown.size() - 1));
        all.setContentDisplay(ContentDisplay.LEFT);
        all.setAccessibleText("Running jobs: " + first.title() + (shown.size() == 1 ? "" : " and " + (shown.size() - 1) + " more"));
        Button cancel = Icons.button(Feather.X, "Cancel: " + first.title(), first::cancel);
        cancel.setId("cancel-first-job");
        cancel.getStyleClass().add("job-cancel");
        getChildren().setAll(all, cancel);
    }
}
