package org.shoptrace.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.core.runs.RunListing;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.core.runs.RunScope;
import org.shoptrace.core.runs.RunSort;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.ListedRuns;
import org.shoptrace.ui.run.VisibleAnnotations;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The list of runs: which are shown, in which order, and which one is selected.
///
/// Filtering and sorting is a job over a snapshot. While one is under way, changes only mark the list as stale and the job is
/// repeated when it ends: ten thousand outcomes that arrive one by one cost two jobs. Changes that never pause do not hold the list back
/// for good: after a few repetitions it shows what it has.
public final class RunListViewModel implements ListedRuns {
    private static final int MOST_HELD_BACK = 8;

    private final WorkspaceViewModel workspace;
    private final VisibleAnnotations said;
    private final JobRunner jobs;
    private final Notices notices;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RunRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObservableList<String> modelsView = FXCollections.unmodifiableObservableList(models);
    private final ObservableList<String> labels = FXCollections.observableArrayList();
    private final ObservableList<String> labelsView = FXCollections.unmodifiableObservableList(labels);
    private final ReadOnlyObjectWrapper<RunListing> listing = new ReadOnlyObjectWrapper<>(RunListing.EMPTY);
    private final ReadOnlyObjectWrapper<RunFilter> filter = new ReadOnlyObjectWrapper<>(RunFilter.ALL);
    private final ReadOnlyObjectWrapper<RunSort> sort = new ReadOnlyObjectWrapper<>(RunSort.FILE_ORDER);
    private final ReadOnlyObjectWrapper<RunScope> scope = new ReadOnlyObjectWrapper<>(RunScope.ALL);
    private final ReadOnlyObjectWrapper<@Nullable RunSummary> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper grouped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper judged = new ReadOnlyBooleanWrapper();
    private List<RunRow> snapshot = List.of();
    private boolean snapshotStale = true;
    private boolean listingNow;
    private boolean listAgain;
    private int heldBack;
    private @Nullable RunPlace awaited;

    /// @param said what people say of runs
    public RunListViewModel(WorkspaceViewModel workspace, VisibleAnnotations said, JobRunner jobs, Notices notices) {
        this.workspace = workspace;
        this.said = said;
        this.jobs = jobs;
        this.notices = notices;
        InvalidationListener changed = _ -> {
            snapshotStale = true;
            refresh();
        };
        workspace.runs().addListener(changed);
        workspace.tasks().addListener(changed);
        workspace.outcomes().addListener(changed);
        workspace.facts().addListener(changed);
        said.annotations().addListener(changed);
        workspace.identityProperty().addListener(changed);
        refresh();
    }

    // Properties

    /// The runs shown, in order.
    public ObservableList<RunRow> rows() {
        return rowsView;
    }

    @Override
    public List<RunPlace> listed() {
        return rows.stream().map(row -> row.summary().place()).toList();
    }

    /// The names of the models of all runs, in alphabetical order.
    ObservableList<String> models() {
        return modelsView;
    }

    /// The labels that the user may see on any run, by the names of files, in alphabetical order.
    ObservableList<String> labels() {
        return labelsView;
    }

    /// A label's name for people.
    String labelTitle(String label) {
        return said.labels().get().title(label);
    }

    /// Whether any run's file says something of how it went.
    ReadOnlyBooleanProperty judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /// The same runs with their counts.
    public ReadOnlyObjectProperty<RunListing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RunFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RunSort> sortProperty() {
        return sort.getReadOnlyProperty();
    }

    /// Whether the runs of one task stand side by side.
    ReadOnlyBooleanProperty groupedProperty() {
        return grouped.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunScope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable RunSummary> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The selected run's place among the rows, -1 when it is not shown. A run that lies elsewhere by now, or asks something else, is still
    /// that run.
    int selectedIndex() {
        RunSummary run = selected.get();
        if (run == null) {
            return -1;
        }
        int sameRun = -1;
        for (int i = 0; i < rows.size(); i++) {
            RunSummary summary = rows.get(i).summary();
            if (isSame(summary, run)) {
                return i;
            }
            if (sameRun < 0 && summary.id().equals(run.id())) {
                sameRun = i;
            }
        }
        return sameRun;
    }

    /// Whether they are one line; what it asks may have been found or said since it was read.
    private static boolean isSame(RunSummary a, RunSummary b) {
        return a.id().equals(b.id()) && a.source().equals(b.source());
    }

    /// A run as the list would show it, whether it is shown or not.
    private RunRow row(RunSummary run) {
        return new RunRow(
                run, workspace.task(run).map(Task::intent), workspace.outcome(run.id()), workspace.facts(run.id()), said(run.id()),
                OwnOutcome.of(run.own(), workspace.ownThreshold()));
    }

    private RunRow.Said said(RunId run) {
        int annotations = said.annotations().get().of(run).size();
        return annotations == 0 ? RunRow.Said.NOTHING : new RunRow.Said(annotations, said.annotations().get().labels(run));
    }

    // Commands

    public void filter(RunFilter newFilter) {
        if (!newFilter.equals(filter.get())) {
            filter.set(newFilter);
            refresh();
        }
    }

    void sort(RunSort newSort) {
        sort.set(newSort);
        refresh();
    }

    /// Puts the runs of one task side by side, or lists every run for itself again.
    void toggleGrouped() {
        grouped.set(!grouped.get());
        refresh();
    }

    @Override
    public void showOnly(String why, List<RunPlace> runs) {
        scope.set(RunScope.of(why, runs));
        filter.set(RunFilter.ALL);
        selected.set(null);
        refresh();
    }

    /// Lists all runs again.
    void showAll() {
        scope.set(RunScope.ALL);
        refresh();
    }

    void select(RunSummary run) {
        awaited = null;
        selected.set(run);
    }

    @Override
    public void select(RunPlace run) {
        Optional<RunSummary> shown = find(run);
        if (shown.isEmpty()) {
            awaited = run;
            filter.set(RunFilter.ALL);
            scope.set(RunScope.ALL);
            refresh();
        } else {
            select(shown.get());
        }
    }

    /// Selects by the place in the list, counted from 0; nothing when there is no such place.
    void selectAt(int index) {
        if (index >= 0 && index < rows.size()) {
            select(rows.get(index).summary());
        }
    }

    @Override
    public void selectNext() {
        selectAt(selectedIndex() + 1);
    }

    @Override
    public void selectPrevious() {
        int index = selectedIndex();
        selectAt(index < 0 ? rows.size() - 1 : index - 1);
    }

    private Optional<RunSummary> find(RunPlace run) {
        List<RunSummary> shown = rows.stream().map(RunRow::summary).toList();
        if (run.source().isEmpty()) {
            return run.among(shown);
        }
        // Another copy of it that happens to be shown is another run; unless this one is nowhere any more.
        List<RunSummary> all = workspace.runs();
        Optional<RunSummary> there = all.stream().filter(run::is).findFirst();
        return there.or(() -> workspace.loadedProperty().get() ? run.among(all) : Optional.empty())
                .flatMap(one -> shown.stream().filter(other -> isSame(one, other)).findFirst());
    }

    private void refresh() {
        if (listingNow) {
            listAgain = true;
            return;
        }
        listingNow = true;
        listAgain = false;
        List<RunRow> all = snapshot();
        RunScope only = scope.get();
        RunFilter which = filter.get();
        RunSort order = sort.get();
        boolean byTask = grouped.get();
        jobs.run("List runs", _ -> RunListing.of(all, only, which, order, byTask), result -> {
            boolean asked = only.equals(scope.get()) && which.equals(filter.get()) && order.equals(sort.get()) && byTask == grouped.get();
            publish(result, asked && hasOnlyGrown(all));
        }, failure -> {
            listingNow = false;
            notices.report(failure);
        }, () -> {
            listingNow = false;
            if (listAgain) {
                refresh();
            }
        });
    }

    /// @param showable whether it may be shown although it is out of date
    private void publish(RunListing result, boolean showable) {
        listingNow = false;
        if (!listAgain || showable && ++heldBack > MOST_HELD_BACK) {
            heldBack = 0;
            rows.setAll(result.rows());
            listing.set(result);
            chooseSelection();
        }
        if (listAgain) {
            refresh();
        }
    }

    /// Whether the workspace still has all of these, in their places; not after another was opened, or a file replaced.
    private boolean hasOnlyGrown(List<RunRow> before) {
        List<RunSummary> now = workspace.runs();
        return before.size() <= now.size()
                && (before.isEmpty() || now.get(before.size() - 1).id().equals(before.getLast().summary().id()));
    }

    @Override
    public void leave() {
        awaited = null;
        selected.set(null);
        rows.clear();
        listing.set(RunListing.EMPTY);
    }

    /// Keeps the selection, else takes the run that is waited for, else the first. A run whose file was replaced may stand on another line
    /// by now; one that is gone stays open until another is chosen.
    private void chooseSelection() {
        RunSummary open = selected.get();
        if (open != null && snapshot.stream().noneMatch(row -> isSame(row.summary(), open))) {
            snapshot.stream().map(RunRow::summary).filter(run -> run.id().equals(open.id())).findFirst().ifPresent(selected::set);
        }
        if (snapshot.isEmpty()) {
            selected.set(null);
        } else if (awaited != null && find(awaited).isPresent()) {
            select(find(awaited).orElseThrow());
        } else if (selected.get() == null && awaited == null) {
            selectAt(0);
        }
    }

    private List<RunRow> snapshot() {
        if (snapshotStale) {
            snapshotStale = false;
            List<RunRow> all = new ArrayList<>(workspace.runs().size());
            for (RunSummary run : workspace.runs()) {
                all.add(row(run));
            }
            snapshot = all;
            judged.set(all.stream().anyMatch(row -> row.own() != OwnOutcome.NONE));
            List<String> names = all.stream().map(row -> row.summary().model()).distinct().sorted().toList();
            if (!names.equals(models)) {
                models.setAll(names);
            }
            List<String> given = all.stream().flatMap(row -> row.said().labels().stream()).distinct().sorted().toList();
            if (!given.equals(labels)) {
                labels.setAll(given);
            }
        }
        return snapshot;
    }
}
