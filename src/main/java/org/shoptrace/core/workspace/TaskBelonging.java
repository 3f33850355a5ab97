package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.task.TaskIndex.Ambiguity;
import org.shoptrace.core.task.TaskIndex.Located;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// Which task every run belongs to, and why to none: what a person said, else what the run's own words and the task files say.
/// Runs are settled by one thread at a time; the tasks can be asked for by several.
public final class TaskBelonging {
    private static final String QUESTION = "several task files ask its query for different rewards; choose one above the run's steps";

    private final Identity identity;
    private final KnownQueries queries;
    private final List<Ambiguity> ambiguities;
    private final SequencedMap<String, Task> chosen = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();

    private TaskBelonging(Identity identity, List<TaskFile> files, Function<Path, String> name) {
        this.identity = identity;
        TaskIndex index = TaskIndex.of(files);
        this.queries = new KnownQueries(files.stream().flatMap(file -> file.tasks().stream()).map(Task::query).toList());
        this.ambiguities = index.ambiguities();
        for (Ambiguity each : ambiguities) {
            Optional.ofNullable(identity.taskFiles().get(each.query()))
                    .flatMap(file -> each.candidates().stream().filter(candidate -> name.apply(candidate.file()).equals(file)).findFirst())
                    .map(Located::task)
                    .ifPresent(task -> chosen.put(each.query(), task));
        }
        for (TaskFile file : files) {
            for (Task task : file.tasks()) {
                index.task(task.query()).ifPresent(known -> tasks.put(task.query(), known));
            }
        }
        tasks.putAll(chosen);
        ambiguities.stream().map(Ambiguity::query).filter(query -> !chosen.containsKey(query)).forEach(unanswered::add);
    }

    /// By the answers about a workspace.
    ///
    /// @param files in the order of the workspace
    public static TaskBelonging of(WorkspaceFolder folder, Identity identity, List<TaskFile> files) {
        return new TaskBelonging(identity, files, folder::name);
    }

    /// By answers about files that lie in no workspace.
    public static TaskBelonging of(Identity identity, List<TaskFile> files) {
        return new TaskBelonging(identity, files, Path::toString);
    }

    /// Where nobody was asked anything.
    public static TaskBelonging of(List<TaskFile> files) {
        return of(Identity.NONE, files);
    }

    /// The queries that several files ask for different rewards, answered or not.
    public List<Ambiguity> ambiguities() {
        return ambiguities;
    }

    /// Of these the ones that nobody has answered.
    public List<Ambiguity> unanswered() {
        return ambiguities.stream().filter(each -> unanswered.contains(each.query())).toList();
    }

    /// Of the ambiguous queries the task that a person chose, by query.
    public SequencedMap<String, Task> chosen() {
        return Collections.unmodifiableSequencedMap(chosen);
    }

    /// The task of a query; empty where no file asks it, or several do and nobody said which counts.
    public Optional<Task> task(String query) {
        return Optional.ofNullable(tasks.get(query));
    }

    /// The task that a settled run belongs to.
    public Optional<Task> task(Run run) {
        return run.query().flatMap(this::task);
    }

    /// The task that a settled run belongs to.
    public Optional<Task> task(RunSummary run) {
        return run.query().flatMap(this::task);
    }

    /// Why a settled run belongs to no task, a short sentence without a full stop.
    public String whyNoTask(RunSummary run) {
        return run.query().map(this::whyNoTask).orElse("its first step has no query");
    }

    private String whyNoTask(String query) {
        return unanswered.contains(query) ? QUESTION : "no task file here asks its query";
    }

    /// The run as one that asks its task's query.
    ///
    /// @param run as it was read
    public Run settle(Run run) {
        return said(run.id()).map(run::asking).orElseGet(() -> queries.settle(run));
    }

    /// As [#settle(Run)], for what a list shows.
    public RunSummary settle(RunSummary run) {
        return said(run.id()).map(run::asking).orElseGet(() -> queries.settle(run));
    }

    private Optional<String> said(RunId run) {
        return Optional.ofNullable(identity.runs().get(run));
    }
}
