package org.shoptrace.ui.find;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The index of the open workspace's runs. It is brought up to date in the background when the workspace has been read, and whenever runs
/// come or go; one update at a time.
public final class RunIndex {
    private static final String FOLDER = "search";

    private final WorkspaceViewModel workspace;
    private final LatestJob indexing;
    private final Function<OwnFolder, RunSearch> opening;
    private final ReadOnlyObjectWrapper<IndexState> state = new ReadOnlyObjectWrapper<>(new IndexState.Waiting());
    private Optional<RunSearch> search = Optional.empty();
    private boolean changedMeanwhile;

    /// @param opening opens the index in a folder; nothing is written before it is updated
    public RunIndex(WorkspaceViewModel workspace, JobRunner jobs, Function<OwnFolder, RunSearch> opening) {
        this.workspace = workspace;
        this.indexing = new LatestJob(jobs);
        this.opening = opening;
        workspace.folderProperty().subscribe(this::open);
        workspace.loadedProperty().subscribe(_ -> update());
        workspace.runs().addListener((InvalidationListener) _ -> update());
    }

    /// How far the index is.
    public ReadOnlyObjectProperty<IndexState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The index; empty while no workspace is open.
    public Optional<RunSearch> search() {
        return search;
    }

    /// Brings the index up to date, after a cancel or a failure, too.
    public void update() {
        if (search.isEmpty() || !workspace.loadedProperty().get()) {
            return;
        }
        if (indexing.isRunning()) {
            changedMeanwhile = true;
            return;
        }
        RunSearch index = search.get();
        List<RunSummary> runs = List.copyOf(workspace.runs());
        RunReader reader = workspace.reader();
        changedMeanwhile = false;
        state.set(new IndexState.Building());
        indexing.run(
                "Indexing for search",
                progress -> index.update(runs, reader, progress),
                made -> ended(made == RunSearch.Update.DONE ? new IndexState.Ready() : new IndexState.Elsewhere()),
                failure -> ended(new IndexState.Failed(String.valueOf(failure.getMessage()))),
                () -> ended(new IndexState.Cancelled()));
    }

    private void open(Optional<WorkspaceFolder> folder) {
        indexing.forget();
        search.ifPresent(RunSearch::close);
        search = folder.map(place -> opening.apply(place.own().folder(FOLDER)));
        state.set(new IndexState.Waiting());
        update();
    }

    private void ended(IndexState end) {
        state.set(end);
        if (changedMeanwhile && !(end instanceof IndexState.Failed) && !(end instanceof IndexState.Cancelled)) {
            update();
        }
    }
}
