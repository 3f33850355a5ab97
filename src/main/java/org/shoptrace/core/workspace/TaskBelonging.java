package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

/// Which task every run belongs to: what a person said, else what the run's own words and the task files say (`spec/inspection.md`,
/// *Identity*). Not for use by several threads.
public final class TaskBelonging {
    private final Identity identity;
    private final TaskIndex index;
    private final KnownQueries queries;
    private final List<Ambiguity> ambiguities;
    private final SequencedMap<String, Task> chosen = new LinkedHashMap<>();

    private TaskBelonging(Identity identity, List<TaskFile> files, Function<Path, String> name) {
        this.identity = identity;
        this.index = TaskIndex.of(files);
        this.queries = new KnownQueries(files.stream().flatMap(file -> file.tasks().stream()).map(Task::query).toList());
        this.ambiguities = index.ambiguities();
        for (Ambiguity each : ambiguities) {
            Optional.ofNullable(identity.taskFiles().get(each.query()))
                    .flatMap(file -> each.candidates().stream().filter(candidate -> name.apply(candidate.file()).equals(file)).findFirst())
                    .map(Located::task)
                    .ifPresent(task -> chosen.put(each.query(), task));
        }
    }

    /// By the answers about a workspace.
    ///
    /// @param files in the order of the workspace
    public static TaskBelonging of(WorkspaceFolder folder, Identity identity, List<TaskFile> files) {
        return new TaskBelonging(identity, files, folder::name);
    }

    /// Where nobody was asked anything.
    public static TaskBelonging of(List<TaskFile> files) {
        return new TaskBelonging(Identity.NONE, files, Path::toString);
    }

    /// The queries that several files ask for different rewards, answered or not.
    public List<Ambiguity> ambiguities() {
        return ambiguities;
    }

    /// Of these the task that a person chose, by query.
    public SequencedMap<String, Task> chosen() {
        return Collections.unmodifiableSequencedMap(chosen);
    }

    /// The task of a query; empty where no file asks it, or several do and nobody said which counts.
    public Optional<Task> task(String query) {
        return Optional.ofNullable(chosen.get(query)).or(() -> index.task(query));
    }

    /// The task that a settled run belongs to.
    public Optional<Task> task(Run run) {
        return run.query().flatMap(this::task);
    }

    /// The run as one that asks its task's query.
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
