package org.shoptrace.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;

/// The running jobs, each with what it does, how far it is, and a cancel.
final class JobBar extends HBox {
    private static final int SHOWN = 2;

    private final ObservableList<RunningJob> running;

    JobBar(ObservableList<RunningJob> running) {
        this.running = running;
        setId("jobs");
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_RIGHT);
        running.addListener((ListChangeListener<RunningJob>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(running.stream().limit(SHOWN).map(JobBar::entry).toList());
        if (running.size() > SHOWN) {
            getChildren().add(Texts.muted("+" + (running.size() - SHOWN)));
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
