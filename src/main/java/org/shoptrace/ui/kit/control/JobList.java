package org.shoptrace.ui.kit.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;

/// All running jobs, each with what it does, how far it is, and a cancel.
public final class JobList extends TaskProgressView<JobList.Mirrored> {
    private final Map<RunningJob, Mirrored> mirrored = new LinkedHashMap<>();
    private final ListChangeListener<RunningJob> follow = this::changed;

    /// @param running followed as long as the list is used
    public JobList(ObservableList<RunningJob> running) {
        setId("job-list");
        setAccessibleText("Running jobs");
        setRetainTasks(true);
        running.forEach(this::add);
        running.addListener(new WeakListChangeListener<>(follow));
        skinProperty()
                .subscribe(_ -> getChildrenUnmodifiable().stream().filter(ListView.class::isInstance).findFirst().ifPresent(this::dress));
    }

    private void changed(ListChangeListener.Change<? extends RunningJob> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::remove);
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(RunningJob job) {
        Mirrored mirror = new Mirrored(job);
        mirrored.put(job, mirror);
        getTasks().add(mirror);
    }

    private void remove(RunningJob job) {
        Mirrored mirror = mirrored.remove(job);
        if (mirror != null) {
            getTasks().remove(mirror);
        }
    }

    /// Cells of our own: those of ControlsFX let only a task be cancelled that runs by itself.
    @SuppressWarnings("unchecked")
    private void dress(Node list) {
        ListView<Mirrored> jobs = (ListView<Mirrored>) list;
        jobs.setPrefSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        jobs.setAccessibleText("Running jobs");
        jobs.setPlaceholder(Texts.muted("No job is running"));
        jobs.setCellFactory(_ -> new JobCell());
    }

    /// A running job in the shape that the control knows. It runs nothing: the job does, elsewhere.
    public static final class Mirrored extends Task<Void> {
        private final RunningJob job;

        private Mirrored(RunningJob job) {
            this.job = job;
            updateTitle(job.title());
        }

        /// What the job is called.
        String name() {
            return job.title();
        }

        /// Asks the job to stop; it is listed until it has.
        @Override
        public boolean cancel(boolean mayInterrupt) {
            job.cancel();
            return true;
        }

        @Override
        protected @Nullable Void call() {
            throw new UnsupportedOperationException("the job runs elsewhere");
        }
    }

    private static final class JobCell extends ListCell<Mirrored> {
        private final Label title = new Label();
        private final Label message = Texts.muted("");
        private final ProgressBar bar = new ProgressBar();
        private final Button cancel = Icons.button(Feather.X, "Cancel", this::cancelJob);
        private final HBox line;

        JobCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            bar.setMaxWidth(Double.MAX_VALUE);
            VBox texts = new VBox(title, bar, message);
            texts.getStyleClass().add("job-texts");
            texts.setMinWidth(0);
            HBox.setHgrow(texts, Priority.ALWAYS);
            line = new HBox(texts, cancel);
            line.setAlignment(Pos.CENTER);
            line.getStyleClass().add("job-line");
        }

        private void cancelJob() {
            if (getItem() != null) {
                getItem().cancel();
                cancel.setDisable(true);
            }
        }

        @Override
        protected void updateItem(@Nullable Mirrored mirror, boolean empty) {
            super.updateItem(mirror, empty);
            bar.progressProperty().unbind();
            message.textProperty().unbind();
            setGraphic(empty || mirror == null ? null : line);
            if (!empty && mirror != null) {
                Texts.say(title, mirror.name());
                bar.setAccessibleText(mirror.name());
                bar.progressProperty().bind(mirror.job.fractionProperty());
                Texts.follow(message, mirror.job.messageProperty());
                cancel.setDisable(false);
                cancel.setId("cancel-job-" + getIndex());
                cancel.setAccessibleText("Cancel: " + mirror.name());
            }
        }
    }
}
