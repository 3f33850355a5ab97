package org.shoptrace.ui.tasks;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.tasks.Target.Truth;

/// The screen *Tasks*: which tasks are listed, the one that is selected, and its runs.
public final class TasksViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob looking;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<TaskFilter> filter = new ReadOnlyObjectWrapper<>(TaskFilter.ALL);
    private final ReadOnlyObjectWrapper<Optional<TaskDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Task> shown = FXCollections.observableArrayList();
    private final ObservableList<Task> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ObservableList<TaskRun> runs = FXCollections.observableArrayList();
    private final ObservableList<TaskRun> runsView = FXCollections.unmodifiableObservableList(runs);
    private String awaited = "";

    public TasksViewModel(WorkspaceViewModel workspace, JobRunner jobs, Navigator navigator) {
        this.workspace = workspace;
        this.looking = new LatestJob(jobs);
        this.navigator = navigator;
        workspace.tasks().addListener((ListChangeListener<Task>) _ -> tasksChanged());
        workspace.runs().addListener(this::runsChanged);
        workspace.outcomes().addListener(this::outcomeChanged);
        workspace.catalogProperty().subscribe(_ -> detail.get().ifPresent(open -> lookUp(open.task())));
        tasksChanged();
    }

    // Properties

    public ReadOnlyObjectProperty<TaskFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// The tasks that the filter lets through, in the order of the files.
    public ObservableList<Task> shown() {
        return shownView;
    }

    /// All tasks, to tell an empty workspace from a filter that lets nothing through.
    public ObservableList<Task> all() {
        return workspace.tasks();
    }

    /// The selected task; its targets fill in once they are looked up.
    public ReadOnlyObjectProperty<Optional<TaskDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// The runs of the selected task.
    public ObservableList<TaskRun> runs() {
        return runsView;
    }

    // Commands

    public void filter(TaskFilter newFilter) {
        filter.set(newFilter);
        shown.setAll(newFilter.of(workspace.tasks()));
    }

    public void select(Task task) {
        awaited = "";
        if (detail.get().map(TaskDetail::task).filter(task::equals).isPresent()) {
            return;
        }
        lookUp(task);
        runs.setAll(workspace.runs().stream().filter(this::isOfSelected).map(this::withOutcome).toList());
    }

    /// Selects one of the tasks that are listed.
    ///
    /// @param place counted from 1
    /// @return false when there is no such place
    public boolean selectPlace(int place) {
        boolean there = place >= 1 && place <= shown.size();
        if (there) {
            select(shown.get(place - 1));
        }
        return there;
    }

    /// Selects the task of a query, dropping a filter that hides it; one that has not been read yet is waited for.
    public void openTask(String query) {
        Optional<Task> task = workspace.task(query);
        if (task.isEmpty()) {
            awaited = query;
            return;
        }
        if (!shown.contains(task.get())) {
            filter(TaskFilter.ALL);
        }
        select(task.get());
    }

    public void openProduct(String productId) {
        navigator.open(new Destination.OpenProduct(productId));
    }

    public void openRun(TaskRun run) {
        navigator.open(new Destination.OpenRun(run.run().place(), 1));
    }

    /// Opens all runs of the selected task in Replay.
    public void openRuns() {
        detail.get().ifPresent(open -> navigator.open(new Destination.OpenRuns(
                open.task().intent().label() + " · " + Counts.of(runs.size(), "run") + " of one task",
                runs.stream().map(run -> run.run().place()).toList())));
    }

    private void tasksChanged() {
        filter(filter.get());
        if (detail.get().isPresent() && !workspace.tasks().contains(detail.get().get().task())) {
            looking.forget();
            detail.set(Optional.empty());
            runs.clear();
        }
        if (!awaited.isEmpty()) {
            openTask(awaited);
        }
    }

    private void lookUp(Task task) {
        looking.forget();
        if (workspace.sandbox().isEmpty()) {
            publish(TaskDetail.unknown(task, new Truth.NoCatalogue()));
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        publish(TaskDetail.unknown(task, new Truth.Looking()));
        looking.run(
                "Looking up the task's products",
                _ -> TaskDetail.lookedUp(task, sandbox),
                this::publish,
                failure -> publish(TaskDetail.unknown(task, new Truth.Failed(String.valueOf(failure.getMessage())))));
    }

    private void publish(TaskDetail found) {
        detail.set(Optional.of(found));
    }

    private void runsChanged(ListChangeListener.Change<? extends RunSummary> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                Set<RunSummary> removed = new HashSet<>(change.getRemoved());
                runs.removeIf(run -> removed.contains(run.run()));
            }
            runs.addAll(change.getAddedSubList().stream().filter(this::isOfSelected).map(this::withOutcome).toList());
        }
    }

    private void outcomeChanged(MapChangeListener.Change<? extends RunId, ? extends RunOutcome> change) {
        runs.replaceAll(run -> run.run().id().equals(change.getKey()) ? withOutcome(run.run()) : run);
    }

    private boolean isOfSelected(RunSummary run) {
        return detail.get().isPresent() && run.query().equals(Optional.of(detail.get().get().task().query()));
    }

    private TaskRun withOutcome(RunSummary run) {
        return new TaskRun(run, workspace.outcome(run.id()));
    }
}
