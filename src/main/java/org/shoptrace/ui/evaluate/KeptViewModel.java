package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The results that the workspace keeps: which there are, and which of them is shown.
final class KeptViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final Notices notices;
    private final LatestJob opening;
    private final LatestJob looking;
    private final LatestJob pairing;
    private final Supplier<EvaluationMaterial> material;
    private final Consumer<KeptResults.Restored> show;
    private final Consumer<DiscordantShare> pair;
    private final ObservableList<KeptResult> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Path>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty listed = new SimpleBooleanProperty(false);

    /// @param material of the workspace, with its catalogue where that is open
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
        this.opening = new LatestJob(jobs);
        this.looking = new LatestJob(jobs);
        this.pairing = new LatestJob(jobs);
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
    ///
    /// @param stillWanted whether it is to be shown when it has been found
    void openLatest(BooleanSupplier stillWanted) {
        run(opening, "Looking for the last evaluation", (place, from) -> progress -> KeptResults.latest(place, from, progress),
                found -> found.filter(_ -> stillWanted.getAsBoolean()).ifPresent(this::opened));
        run(pairing, "Looking for the last pair of models", (place, _) -> progress -> KeptResults.lastPair(place, progress),
                found -> found.ifPresent(pair));
    }

    /// Shows one of the list.
    void open(KeptResult result) {
        run(opening, "Opening a kept evaluation", (place, from) -> progress -> KeptResults.open(place, result.file(), from, progress),
                this::opened);
    }

    /// Keeps a result that was made just now and is shown. Nothing is kept without an evaluation.
    ///
    /// @param stillShown whether it is shown when it has been kept
    /// @param read       gets the files that it was made from, as they are
    void keep(MadeResult made, BooleanSupplier stillShown, Consumer<List<InputFile>> read) {
        leave();
        workspace.folderProperty().get().filter(_ -> !made.result().evaluations().isEmpty()).ifPresent(folder -> jobs.run(
                "Keeping the evaluation",
                progress -> KeptResults.keep(folder, made.setup(), made.material(), made.result().evaluations(), progress),
                kept -> {
                    notices.settled(made.setup());
                    if (stillShown.getAsBoolean()) {
                        shown.set(Optional.of(kept.file()));
                        read.accept(kept.inputs());
                    }
                    if (listed.get()) {
                        refresh();
                    }
                },
                failure -> notices.report(failure, made.setup())));
    }

    /// Another result is shown than those that are kept.
    void leave() {
        opening.forget();
        shown.set(Optional.empty());
    }

    /// Another workspace is being opened.
    void forget() {
        List.of(opening, looking, pairing).forEach(LatestJob::forget);
        results.clear();
        shown.set(Optional.empty());
        listed.set(false);
    }

    private void refresh() {
        run(looking, "Looking through kept evaluations", (place, from) -> progress -> KeptResults.listed(place, from, progress),
                results::setAll);
    }

    private void opened(KeptResults.Restored restored) {
        show.accept(restored);
        shown.set(Optional.of(restored.file()));
    }

    @FunctionalInterface
    private interface Task<T> {
        Job<T> of(WorkspaceFolder place, EvaluationMaterial material);
    }

    private <T> void run(LatestJob latest, String title, Task<T> task, Consumer<T> then) {
        Optional<WorkspaceFolder> place = workspace.folderProperty().get();
        place.ifPresent(folder -> latest.run(title, task.of(folder, material.get()), then, notices::report));
    }
}
