package org.shoptrace.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;

/// The running jobs, each with what it does, how far it is, and a cancel. A job that ends at once is never shown: it would only flicker.
final class JobBar extends HBox {
    private static final int SHOWN = 2;
    private static final Duration AT_ONCE = Duration.millis(400);

    private final List<RunningJob> shown = new ArrayList<>();

    JobBar(ObservableList<RunningJob> running) {
        setId("jobs");
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_RIGHT);
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
        getChildren().setAll(shown.stream().limit(SHOWN).map(JobBar::entry).toList());
        if (shown.size() > SHOWN) {
            getChildren().add(Texts.muted("+" + (shown.size() - SHOWN)));
        }
    }

    private static Node entry(RunningJob job) {
        Label what = Texts.bound(
                Bindings.createStringBinding(
                        () -> job.messageProperty().get().isEmpty() ? job.title() : job.title() + " · " + job.messageProperty().get(),
                        job.messageProperty()),
                "muted");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.fractionProperty());
        bar.setAccessibleText(job.title());
        Button cancel = Icons.button(Feather.X, "Cancel: " + job.title(), job::cancel);
        HBox entry = new HBox(what, bar, cancel);
        entry.getStyleClass().add("job");
        entry.setAlignment(Pos.CENTER);
        return entry;
    }
}
