package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.IdentityChoices;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.RunReader;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;

/// What the open workspace holds, as far as it has been read. All screens share one; only [WorkspaceLoader] and the scoring of
/// runs publish into it.
public final class WorkspaceViewModel {
    private static final RunReader NOTHING_OPEN = summary -> {
        throw new ShoptraceException("the run cannot be read", summary.source().toString(), "Open its workspace first");
    };

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<WorkspaceFolder>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CatalogState> catalog = new ReadOnlyObjectWrapper<>(new CatalogState.Unknown());
    private final ObservableList<Task> tasks = FXCollections.observableArrayList();
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableMap<RunId, RunOutcome> outcomes = FXCollections.observableHashMap();
    private final ObservableMap<RunId, RunFacts> facts = FXCollections.observableHashMap();
    // The read-only views are kept: they follow the lists weakly, so one made on each call would lose its listeners.
    private final ObservableList<Task> tasksView = FXCollections.unmodifiableObservableList(tasks);
    private final ObservableList<RunSummary> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ObservableMap<RunId, RunOutcome> outcomesView = FXCollections.unmodifiableObservableMap(outcomes);
    private final ObservableMap<RunId, RunFacts> factsView = FXCollections.unmodifiableObservableMap(facts);
    private final Map<String, Task> tasksByQuery = new HashMap<>();
    private final Map<String, String> ambiguousQueries = new HashMap<>();
    private final SettledRuns settled = new SettledRuns();
    private final ReadOnlyObjectWrapper<Identity> identity = new ReadOnlyObjectWrapper<>(Identity.NONE);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<IdentityChoices> choices = new ReadOnlyObjectWrapper<>(IdentityChoices.NONE);
    private List<List<Task>> taskSets = List.of();
    private List<Path> taskFiles = List.of();
    private RunReader reader = NOTHING_OPEN;
    private String remark = "";

    // Properties

    /// The workspace's name, for the header; empty when none is open.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Where the workspace is, and where Shoptrace writes for it; empty when none is open.
    public ReadOnlyObjectProperty<Optional<WorkspaceFolder>> folderProperty() {
        return folder.getReadOnlyProperty();
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
        return catalog.get() instanceof CatalogState.Open(Sandbox sandbox, var _) ? Optional.of(sandbox) : Optional.empty();
    }

    /// All tasks, in the order of the files.
    public ObservableList<Task> tasks() {
        return tasksView;
    }

    /// All tasks, a list for each file; changes whenever [#tasks()] does.
    public List<List<Task>> taskSets() {
        return taskSets;
    }

    /// The files of [#taskSets()], in the same order; empty when tasks are from no files.
    public List<Path> taskFiles() {
        return taskFiles;
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
        return Optional.ofNullable(tasksByQuery.get(query));
    }

    /// The task that a run belongs to; empty when the workspace does not hold it.
    public Optional<Task> task(RunSummary run) {
        return run.query().flatMap(this::task);
    }

    /// Why [#task(RunSummary)] is empty, a short sentence without a full stop.
    public String whyNoTask(RunSummary run) {
        return run.query()
                .map(query -> ambiguousQueries.getOrDefault(query, "no task file here asks its query"))
                .orElse("its first step has no query");
    }

    /// What a person answered where the files do not say what belongs together.
    public ReadOnlyObjectProperty<Identity> identityProperty() {
        return identity.getReadOnlyProperty();
    }

    /// How many steps the agents had, as far as a person said; else as many as the benchmark gives.
    public int stepLimit() {
        return identity.get().stepLimit().orElse(Diagnostician.USUAL_STEP_LIMIT);
    }

    /// What there is to choose from where the files do not say what belongs together.
    public ReadOnlyObjectProperty<IdentityChoices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// Reads runs whole; take it on the JavaFX thread, use it in a job.
    public RunReader reader() {
        return reader;
    }

    // Commands

    /// Forgets what was open, before another workspace is read.
    public void clear(String newName) {
        name.set(newName);
        folder.set(Optional.empty());
        reader = NOTHING_OPEN;
        remark = "";
        loaded.set(false);
        taskSets = List.of();
        taskFiles = List.of();
        tasks.clear();
        tasksByQuery.clear();
        ambiguousQueries.clear();
        runs.clear();
        outcomes.clear();
        facts.clear();
        settled.clear();
        identity.set(Identity.NONE);
        choices.set(IdentityChoices.NONE);
        publishCatalog(new CatalogState.Unknown());
    }

    public void publishFolder(WorkspaceFolder newFolder) {
        folder.set(Optional.of(newFolder));
    }

    public void publishCatalog(CatalogState state) {
        CatalogState previous = catalog.get();
        catalog.set(state);
        if (previous instanceof CatalogState.Open(Sandbox sandbox, var _) && !previous.equals(state)) {
            sandbox.close();
        }
        refreshStatus();
    }

    public void publishTasks(List<Task> newTasks) {
        publishTasks(List.of(newTasks), Map.of(), Map.of());
    }

    /// Replaces all tasks.
    ///
    /// @param sets      the tasks of each file
    /// @param ambiguous queries that several task files ask for different rewards, so that no task is theirs, and what to say of them
    /// @param chosen    for a query that several task files ask, the task that a person chose
    public void publishTasks(List<List<Task>> sets, Map<String, String> ambiguous, Map<String, Task> chosen) {
        List<Task> newTasks = sets.stream().flatMap(Collection::stream).toList();
        taskSets = sets.stream().map(List::copyOf).toList();
        tasksByQuery.clear();
        newTasks.forEach(task -> tasksByQuery.put(task.query(), task));
        tasksByQuery.keySet().removeAll(ambiguous.keySet());
        tasksByQuery.putAll(chosen);
        ambiguousQueries.clear();
        ambiguousQueries.putAll(ambiguous);
        settled.know(newTasks.stream().map(Task::query).toList());
        settleRuns();
        tasks.setAll(newTasks);
        refreshStatus();
    }

    public void publishReader(RunReader newReader) {
        // What a run asks may have been found, or said by a person, after it was read into the list.
        reader = summary -> {
            Run run = newReader.read(summary);
            return summary.query().map(run::asking).orElse(run);
        };
    }

    /// Replaces the answers about what belongs together.
    public void publishIdentity(Identity answers) {
        identity.set(answers);
        settled.choose(answers.runs());
        settleRuns();
    }

    public void addRuns(List<RunSummary> batch) {
        runs.addAll(settled.settle(batch));
        refreshStatus();
    }

    /// Takes away the runs of a file that was replaced.
    public void removeRuns(Path file) {
        runs.removeIf(run -> run.source().file().equals(file));
        refreshStatus();
    }

    public void publishOutcomes(Map<RunId, ? extends RunOutcome> newOutcomes) {
        outcomes.putAll(newOutcomes);
    }

    /// Names the files of the tasks that are published next.
    public void publishTaskFiles(List<Path> files) {
        taskFiles = List.copyOf(files);
    }

    /// Everything has been read that is read when a workspace is opened.
    public void publishLoaded() {
        loaded.set(true);
    }

    public void publishFacts(Map<RunId, RunFacts> newFacts) {
        facts.putAll(newFacts);
    }

    /// Says where the catalogue comes from when there is a choice, and where Shoptrace writes when the folder is read-only; empty text
    /// for neither.
    public void publishRemark(String newRemark) {
        remark = newRemark;
        refreshStatus();
    }

    public void publishChoices(IdentityChoices newChoices) {
        choices.set(newChoices);
    }

    /// Forgets how runs ended, before they are looked at anew.
    public void forgetFindings(Set<RunId> about) {
        outcomes.keySet().removeAll(about);
        facts.keySet().removeAll(about);
    }

    private void settleRuns() {
        for (int i = 0; i < runs.size(); i++) {
            RunSummary run = settled.settle(runs.get(i));
            if (!run.equals(runs.get(i))) {
                forgetFindings(Set.of(run.id()));
                runs.set(i, run);
            }
        }
    }

    private void refreshStatus() {
        String products = switch (catalog.get()) {
            case CatalogState.Unknown _ -> "Catalogue: looking";
            case CatalogState.None _ -> "No catalogue";
            case CatalogState.NotIndexed _ -> "Catalogue not indexed";
            case CatalogState.Building _ -> "Catalogue: building the index";
            case CatalogState.Open(Sandbox sandbox, var _) ->
                "Catalogue %s · %s".formatted(Counts.of(sandbox.size(), "product"), sandbox.fingerprint().brief());
        };
        String rest = remark.isEmpty() ? "" : "     " + remark;
        status.set(String.join("     ", products, Counts.of(tasks.size(), "task"), Counts.of(runs.size(), "run")) + rest);
    }
}
