package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// What the open workspace holds, as far as it has been read. Only this package changes it; whoever listens is told of each change.
///
/// Used by one thread: in the window the one that results are published on, in a command the only one. What it gives out are values,
/// and views of its lists that change with it.
public final class OpenWorkspace {
    private static final RunReader NOTHING_OPEN = summary -> {
        throw new ShoptraceException("the run cannot be read", summary.source().toString(), "Open its workspace first");
    };

    private final List<Consumer<? super WorkspaceChange>> listeners = new ArrayList<>();
    private final List<RunSummary> asRead = new ArrayList<>();
    private final List<RunSummary> runs = new ArrayList<>();
    private final Map<RunId, RunOutcome> outcomes = new HashMap<>();
    private final Map<RunId, RunFacts> facts = new HashMap<>();
    private String name = "";
    private Optional<WorkspaceFolder> folder = Optional.empty();
    private UnreadFiles leftOut = UnreadFiles.NOTHING;
    private CatalogState catalog = new CatalogState.Unknown();
    private List<TaskFile> taskFiles = List.of();
    private List<Task> tasks = List.of();
    private Identity identity = Identity.NONE;
    private TaskBelonging belonging = TaskBelonging.of(List.of());
    private IdentityChoices choices = IdentityChoices.NONE;
    private RunReader reader = NOTHING_OPEN;
    private String remark = "";
    private boolean loaded;

    OpenWorkspace() {}

    /// Tells every change from now on, in the order in which they happen.
    public void listen(Consumer<? super WorkspaceChange> listener) {
        listeners.add(listener);
    }

    /// The workspace's name; empty when none is open.
    public String name() {
        return name;
    }

    /// Where the workspace is, and where Shoptrace writes for it; empty when none is open.
    public Optional<WorkspaceFolder> folder() {
        return folder;
    }

    /// What of the folder is not read; nothing before it was looked through.
    public UnreadFiles leftOut() {
        return leftOut;
    }

    public CatalogState catalog() {
        return catalog;
    }

    /// The sandbox, when the catalogue is open. Who opened it closes it, or whoever opens another in its place.
    public Optional<Sandbox> sandbox() {
        return catalog instanceof CatalogState.Open(Sandbox sandbox, var _, var _) ? Optional.of(sandbox) : Optional.empty();
    }

    /// The task files that could be read.
    public List<TaskFile> taskFiles() {
        return taskFiles;
    }

    /// All tasks, in the order of the files.
    public List<Task> tasks() {
        return tasks;
    }

    /// The task of that query, compared character by character.
    public Optional<Task> task(String query) {
        return belonging.task(query);
    }

    /// The task that a run belongs to; empty when the workspace does not hold it.
    public Optional<Task> task(RunSummary run) {
        return belonging.task(run);
    }

    /// Why [#task(RunSummary)] is empty, a short sentence without a full stop.
    public String whyNoTask(RunSummary run) {
        return belonging.whyNoTask(run);
    }

    /// All runs found so far, settled: each asks the query of the task that it belongs to. A view.
    public List<RunSummary> runs() {
        return Collections.unmodifiableList(runs);
    }

    /// How runs ended, by run; a run that is missing here has not been scored. A view.
    public Map<RunId, RunOutcome> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    public RunOutcome outcome(RunId run) {
        return outcomes.getOrDefault(run, new RunOutcome.NotScored());
    }

    /// What the diagnoses of runs boil down to, by run; a run that is missing here has not been diagnosed. A view.
    public Map<RunId, RunFacts> facts() {
        return Collections.unmodifiableMap(facts);
    }

    public Optional<RunFacts> facts(RunId run) {
        return Optional.ofNullable(facts.get(run));
    }

    /// What a person answered where the files do not say what belongs together.
    public Identity identity() {
        return identity;
    }

    /// How many steps the agents had, as far as a person said; else as many as the benchmark gives.
    public int stepLimit() {
        return identity.stepLimit().orElse(Diagnostician.USUAL_STEP_LIMIT);
    }

    /// From which score on a run succeeded, where its file does not say whether it did.
    public double ownThreshold() {
        return identity.ownThreshold().orElse(OwnVerdict.THRESHOLD);
    }

    /// What there is to choose from where the files do not say what belongs together.
    public IdentityChoices choices() {
        return choices;
    }

    /// Reads runs whole, each asking the query of the task that it belongs to by now.
    public RunReader reader() {
        return reader;
    }

    /// Where the catalogue comes from when there is a choice, and where Shoptrace writes when the folder is read-only; empty for neither.
    public String remark() {
        return remark;
    }

    /// Whether tasks, catalogue and rollouts have been read, as far as they can be.
    public boolean isLoaded() {
        return loaded;
    }

    /// Which task each run belongs to, as far as is known by now.
    public TaskBelonging belonging() {
        return belonging;
    }

    /// Forgets what was open, before another workspace is read.
    void clear(String newName) {
        CatalogState previous = catalog;
        name = newName;
        folder = Optional.empty();
        leftOut = UnreadFiles.NOTHING;
        catalog = new CatalogState.Unknown();
        taskFiles = List.of();
        tasks = List.of();
        identity = Identity.NONE;
        belonging = TaskBelonging.of(List.of());
        choices = IdentityChoices.NONE;
        reader = NOTHING_OPEN;
        remark = "";
        loaded = false;
        asRead.clear();
        runs.clear();
        outcomes.clear();
        facts.clear();
        tell(new WorkspaceChange.Cleared(newName));
        close(previous);
    }

    void know(WorkspaceFolder newFolder) {
        folder = Optional.of(newFolder);
        tell(new WorkspaceChange.FolderKnown(newFolder));
    }

    void leave(UnreadFiles left) {
        leftOut = left;
        tell(new WorkspaceChange.LookedThrough(left));
    }

    /// Takes over the sandbox of the state, and closes the one before.
    void catalog(CatalogState state) {
        CatalogState previous = catalog;
        catalog = state;
        tell(new WorkspaceChange.CatalogueChanged(state));
        if (!previous.equals(state)) {
            close(previous);
        }
    }

    private static void close(CatalogState state) {
        if (state instanceof CatalogState.Open(Sandbox sandbox, var _, var _)) {
            sandbox.close();
        }
    }

    /// Replaces all tasks.
    ///
    /// @return the runs that belong to another task by now
    Set<RunId> tasks(List<TaskFile> files) {
        taskFiles = List.copyOf(files);
        tasks = files.stream().flatMap(file -> file.tasks().stream()).toList();
        return settle();
    }

    /// Replaces the answers about what belongs together.
    ///
    /// @return the runs that belong to another task by now, of which nothing is known any more
    Set<RunId> answer(Identity answers) {
        boolean aboutTasks = !answers.runs().equals(identity.runs()) || !answers.taskFiles().equals(identity.taskFiles());
        identity = answers;
        tell(new WorkspaceChange.IdentityChanged(answers));
        return aboutTasks ? settle() : Set.of();
    }

    /// Finds out anew what belongs together.
    private Set<RunId> settle() {
        TaskBelonging before = belonging;
        belonging = folder.map(place -> TaskBelonging.of(place, identity, taskFiles))
                .orElseGet(() -> TaskBelonging.of(identity, taskFiles));
        Set<RunId> moved = new HashSet<>();
        SortedMap<Integer, RunSummary> reworded = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            RunSummary was = runs.get(i);
            RunSummary is = belonging.settle(asRead.get(i));
            if (!is.equals(was)) {
                runs.set(i, is);
                reworded.put(i, is);
            }
            if (!is.equals(was) || !belonging.task(is).equals(before.task(was))) {
                moved.add(is.id());
            }
        }
        forget(moved);
        if (!reworded.isEmpty()) {
            tell(new WorkspaceChange.RunsSettled(reworded));
        }
        tell(new WorkspaceChange.TasksChanged());
        choose(choices.with(belonging.ambiguities()));
        return moved;
    }

    /// Names the catalogues that a person can choose from.
    void catalogues(List<Catalogue> built, Optional<Path> open) {
        choose(choices.with(built, open));
    }

    void choose(IdentityChoices newChoices) {
        choices = newChoices;
        tell(new WorkspaceChange.ChoicesChanged(newChoices));
    }

    void read(RunReader newReader) {
        // What a run asks may have been found, or said by a person, after it was read into the list.
        reader = summary -> {
            Run run = newReader.read(summary);
            return summary.query().map(run::asking).orElse(run);
        };
    }

    /// @param batch as read
    void add(List<RunSummary> batch) {
        List<RunSummary> settled = batch.stream().map(belonging::settle).toList();
        asRead.addAll(batch);
        runs.addAll(settled);
        tell(new WorkspaceChange.RunsAdded(settled));
    }

    /// Takes away the runs of a file that was replaced, and what is known of those that stand nowhere else.
    void remove(Path file) {
        Set<RunId> gone = new HashSet<>();
        Set<RunId> left = new HashSet<>();
        runs.forEach(run -> (run.source().file().equals(file) ? gone : left).add(run.id()));
        asRead.removeIf(run -> run.source().file().equals(file));
        runs.removeIf(run -> run.source().file().equals(file));
        tell(new WorkspaceChange.RunsRemoved(file));
        gone.removeAll(left);
        forget(gone);
    }

    void found(Map<RunId, ? extends RunOutcome> newOutcomes, Map<RunId, RunFacts> newFacts) {
        outcomes.putAll(newOutcomes);
        facts.putAll(newFacts);
        tell(new WorkspaceChange.FoundOut(Map.copyOf(newOutcomes), newFacts));
    }

    /// Forgets how runs ended, before they are looked at anew.
    void forget(Collection<RunId> about) {
        Set<RunId> known = new HashSet<>(about);
        known.removeIf(run -> !outcomes.containsKey(run) && !facts.containsKey(run));
        outcomes.keySet().removeAll(known);
        facts.keySet().removeAll(known);
        if (!known.isEmpty()) {
            tell(new WorkspaceChange.Forgotten(known));
        }
    }

    /// Forgets how all runs ended, listed or not.
    void forgetAll() {
        Set<RunId> known = new HashSet<>(outcomes.keySet());
        known.addAll(facts.keySet());
        forget(known);
    }

    void remark(String newRemark) {
        remark = newRemark;
        tell(new WorkspaceChange.Remarked(newRemark));
    }

    /// Everything has been read that is read when a workspace is opened.
    void loaded() {
        loaded = true;
        tell(new WorkspaceChange.Loaded());
    }

    private void tell(WorkspaceChange change) {
        List.copyOf(listeners).forEach(listener -> listener.accept(change));
    }
}
