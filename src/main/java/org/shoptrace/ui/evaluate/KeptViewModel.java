package org.shoptrace.ui.evaluate;

import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.kept.KeptResult;
import org.shoptrace.core.evaluate.kept.KeptResults;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The results that the workspace keeps: which there are, and which of them is shown.
final class KeptViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final Notices notices;
    private final Supplier<EvaluationMaterial> material;
    private final Consumer<KeptResults.Restored> show;
    private final Consumer<DiscordantShare> pair;
    private final ObservableList<KeptResult> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Path>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty listed = new SimpleBooleanProperty(false);
    private int generation;

    /// @param material of the workspace; asked only while its catalogue is open
    /// @param show     gets what was opened
    /// @param pair     gets how far the last two models differ that a kept result compares
    KeptViewModel(
            WorkspaceViewModel workspace,
            JobRunner jobs,
            Notices notices,
            Supplier<EvaluationMaterial> material,
            Consumer<KeptResults.Restored> show,
            Consumer<DiscordantShare> pair) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.notices = notices;
        this.material = material;
        this.show = show;
        this.pair = pair;
        listed.subscribe(now -> {
            if (now) {
                refresh();
            }
        });
    }

    // Properties

    /// The newest first, as they were when they were last looked through.
    ObservableList<KeptResult> results() {
        return results;
    }

    /// The file of the result that is shown; empty when it is not kept.
    ReadOnlyObjectProperty<Optional<Path>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether the list is seen. It is read while it is, and each time it comes.
    BooleanProperty listedProperty() {
        return listed;
    }

    // Commands

    /// Shows the newest, and looks for the last pair of models, which may be an older one's.
    void openLatest() {
        run("Looking for the last evaluation", (place, from) -> progress -> KeptResults.latest(place, from, progress),
                found -> found.ifPresent(this::opened));
        run("Looking for the last pair of models", (place, _) -> progress -> KeptResults.lastPair(place, progress),
                found -> found.ifPresent(pair));
    }

    /// Shows one of the list.
    void open(KeptResult result) {
        run("Opening a kept evaluation", (place, from) -> progress -> KeptResults.open(place, result.file(), from, progress), this::opened);
    }

    /// A result was kept, or one is shown that is in no file yet.
    void shown(Optional<Path> file) {
        generation++;
        shown.set(file);
        if (listed.get()) {
            refresh();
        }
    }

    /// Another workspace is being opened.
    void forget() {
        generation++;
        results.clear();
        shown.set(Optional.empty());
        listed.set(false);
    }

    private void refresh() {
        run("Looking through kept evaluations", (place, from) -> progress -> KeptResults.listed(place, from, progress), results::setAll);
    }

    private void opened(KeptResults.Restored restored) {
        show.accept(restored);
        shown.set(Optional.of(restored.file()));
    }

    @FunctionalInterface
    private interface Task<T> {
        Job<T> of(WorkspaceFolder place, EvaluationMaterial material);
    }

    private <T> void run(String title, Task<T> task, Consumer<T> then) {
        Optional<WorkspaceFolder> place = workspace.folderProperty().get();
        if (place.isEmpty() || workspace.sandbox().isEmpty()) {
            return;
        }
        int mine = generation;
        jobs.run(
                title,
                task.of(place.get(), material.get()),
                answer -> {
                    if (mine == generation) {
                        then.accept(answer);
                    }
                },
                notices::report);
    }
}
