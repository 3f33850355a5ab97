package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.IdentityChoices;
import org.shoptrace.core.session.OpenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.WorkspaceChange;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;

/// The open workspace as screens see it: an [OpenWorkspace] as properties and lists that can be bound to. It follows that one, and nobody
/// can change it from here; all screens share one.
public final class WorkspaceViewModel {
    private final OpenWorkspace open;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<WorkspaceFolder>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<UnreadFiles> leftOut = new ReadOnlyObjectWrapper<>(UnreadFiles.NOTHING);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CatalogState> catalog = new ReadOnlyObjectWrapper<>(new CatalogState.Unknown());
    private final ObservableList<Task> tasks = FXCollections.observableArrayList();
    private final MirroredRuns runs = new MirroredRuns();
    private final ObservableMap<RunId, RunOutcome> outcomes = FXCollections.observableHashMap();
    private final ObservableMap<RunId, RunFacts> facts = FXCollections.observableHashMap();
    // The read-only views are kept: they follow the lists weakly, so one made on each call would lose its listeners.
    private final ObservableList<Task> tasksView = FXCollections.unmodifiableObservableList(tasks);
    private final ObservableList<RunSummary> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ObservableMap<RunId, RunOutcome> outcomesView = FXCollections.unmodifiableObservableMap(outcomes);
    private final ObservableMap<RunId, RunFacts> factsView = FXCollections.unmodifiableObservableMap(facts);
    private final ReadOnlyObjectWrapper<Identity> identity = new ReadOnlyObjectWrapper<>(Identity.NONE);
    private final ReadOnlyObjectWrapper<IdentityChoices> choices = new ReadOnlyObjectWrapper<>(IdentityChoices.NONE);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);

    /// @param open what is shown from now on; it changes on the JavaFX thread alone
    public WorkspaceViewModel(OpenWorkspace open) {
        this.open = open;
        show();
        open.listen(this::follow);
    }

    // Properties

    /// The workspace's name, for the header; empty when none is open.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Where the workspace is, and where Shoptrace writes for it; empty when none is open.
    public ReadOnlyObjectProperty<Optional<WorkspaceFolder>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /// What of the folder is not read, with the reasons.
    public ReadOnlyObjectProperty<UnreadFiles> leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /// Catalogue, fingerprint, tasks and runs, in a line for the status bar.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CatalogState> catalogProperty() {
        return catalog.getReadOnlyProperty();
    }

    /// The sandbox, when the catalogue is open.
    public Optional<Sandbox> sandbox() {
        return catalog.get() instanceof CatalogState.Open(Sandbox sandbox, var _, var _) ? Optional.of(sandbox) : Optional.empty();
    }

    /// All tasks, in the order of the files.
    public ObservableList<Task> tasks() {
        return tasksView;
    }

    /// All tasks, a list for each file; changes whenever [#tasks()] does.
    public List<List<Task>> taskSets() {
        return open.taskFiles().stream().map(TaskFile::tasks).toList();
    }

    /// The files of [#taskSets()], in the same order.
    public List<Path> taskFiles() {
        return open.taskFiles().stream().map(TaskFile::path).toList();
    }

    /// Whether tasks, catalogue and rollouts have been read, as far as they can be.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// All runs found so far; grows in batches while files are read, and when a file grows.
    public ObservableList<RunSummary> runs() {
        return runsView;
    }

    /// How runs ended, by run; a run that is missing here has not been scored.
    public ObservableMap<RunId, RunOutcome> outcomes() {
        return outcomesView;
    }

    public RunOutcome outcome(RunId run) {
        return outcomes.getOrDefault(run, new RunOutcome.NotScored());
    }

    /// What the diagnoses of runs boil down to, by run; a run that is missing here has not been diagnosed.
    public ObservableMap<RunId, RunFacts> facts() {
        return factsView;
    }

    public Optional<RunFacts> facts(RunId run) {
        return Optional.ofNullable(facts.get(run));
    }

    /// The task of that query, compared character by character.
    public Optional<Task> task(String query) {
        return open.task(query);
    }

    /// The task that a run belongs to; empty when the workspace does not hold it.
    public Optional<Task> task(RunSummary run) {
        return open.task(run);
    }

    /// Why [#task(RunSummary)] is empty, a short sentence without a full stop.
    public String whyNoTask(RunSummary run) {
        return open.whyNoTask(run);
    }

    /// What a person answered where the files do not say what belongs together.
    public ReadOnlyObjectProperty<Identity> identityProperty() {
        return identity.getReadOnlyProperty();
    }

    /// How many steps the agents had, as far as a person said; else as many as the benchmark gives.
    public int stepLimit() {
        return open.stepLimit();
    }

    /// From which score on a run succeeded, where its file does not say whether it did.
    public double ownThreshold() {
        return open.ownThreshold();
    }

    /// What there is to choose from where the files do not say what belongs together.
    public ReadOnlyObjectProperty<IdentityChoices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// Reads runs whole; take it on the JavaFX thread, use it in a job.
    public RunReader reader() {
        return open.reader();
    }

    // Following

    private void follow(WorkspaceChange change) {
        switch (change) {
            case WorkspaceChange.Cleared _ -> show();
            case WorkspaceChange.FolderKnown(WorkspaceFolder known) -> folder.set(Optional.of(known));
            case WorkspaceChange.LookedThrough(UnreadFiles left) -> leftOut.set(left);
            case WorkspaceChange.CatalogueChanged(CatalogState state) -> catalog.set(state);
            case WorkspaceChange.TasksChanged _ -> tasks.setAll(open.tasks());
            case WorkspaceChange.IdentityChanged(Identity answers) -> identity.set(answers);
            case WorkspaceChange.ChoicesChanged(IdentityChoices now) -> choices.set(now);
            case WorkspaceChange.RunsAdded(List<RunSummary> batch) -> runs.addAll(batch);
            case WorkspaceChange.RunsSettled(SortedMap<Integer, RunSummary> settled) -> runs.replace(settled);
            case WorkspaceChange.RunsRemoved(Path file) -> runs.removeIf(run -> run.source().file().equals(file));
            case WorkspaceChange.FoundOut(Map<RunId, RunOutcome> ended, Map<RunId, RunFacts> found) -> {
                facts.putAll(found);
                outcomes.putAll(ended);
            }
            case WorkspaceChange.Forgotten(Set<RunId> about) -> {
                outcomes.keySet().removeAll(about);
                facts.keySet().removeAll(about);
            }
            case WorkspaceChange.Remarked _ -> {}
            case WorkspaceChange.Loaded _ -> loaded.set(true);
        }
        refreshStatus();
    }

    /// Shows what is open from the start.
    private void show() {
        name.set(open.name());
        folder.set(open.folder());
        leftOut.set(open.leftOut());
        loaded.set(open.isLoaded());
        // The runs first: whoever hears of other tasks must not take the runs for those of this workspace.
        runs.setAll(open.runs());
        tasks.setAll(open.tasks());
        replace(outcomes, open.outcomes());
        replace(facts, open.facts());
        identity.set(open.identity());
        choices.set(open.choices());
        catalog.set(open.catalog());
        refreshStatus();
    }

    private static <V> void replace(ObservableMap<RunId, V> shown, Map<RunId, V> now) {
        shown.clear();
        shown.putAll(now);
    }

    private void refreshStatus() {
        String products = switch (catalog.get()) {
            case CatalogState.Unknown _ -> "Catalogue: looking";
            case CatalogState.None _ -> "No catalogue";
            case CatalogState.NotIndexed _ -> "Catalogue not indexed";
            case CatalogState.Building _ -> "Catalogue: building the index";
            case CatalogState.Open(Sandbox sandbox, var _, List<String> changed) ->
                String.format(Locale.ROOT, "Catalogue %s · %s%s", Counts.of(sandbox.size(), "product"), sandbox.fingerprint().brief(),
                        changed.isEmpty() ? "" : " · " + String.join(", ", changed) + " changed since");
        };
        String rest = open.remark().isEmpty() ? "" : "     " + open.remark();
        status.set(String.join("     ", products, Counts.of(tasks.size(), "task"), Counts.of(runs.size(), "run")) + rest);
    }
}
