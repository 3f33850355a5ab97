package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// What there is to score.
///
/// @param taskSets  the tasks, a list for each task file
/// @param taskFiles those files, in the same order; empty when they are not known
/// @param runs      those of the chosen files, as far as they are known
/// @param open      where products are looked up; empty where none is needed, for the files judge their runs themselves
public record EvaluationMaterial(List<List<Task>> taskSets, List<Path> taskFiles, List<RunSummary> runs, Optional<Sandbox> open) {
    public EvaluationMaterial(List<List<Task>> taskSets, List<RunSummary> runs, Sandbox sandbox) {
        this(taskSets, List.of(), runs, sandbox);
    }

    public EvaluationMaterial(List<List<Task>> taskSets, List<Path> taskFiles, List<RunSummary> runs, Sandbox sandbox) {
        this(taskSets, taskFiles, runs, Optional.of(sandbox));
    }

    /// Of runs that their files judge.
    public static EvaluationMaterial ofFiles() {
        return new EvaluationMaterial(List.of(), List.of(), List.of(), Optional.empty());
    }

    /// Where products are looked up.
    ///
    /// @throws IllegalStateException where none is open: whoever judges by the benchmark's rules has one
    public Sandbox sandbox() {
        return open.orElseThrow(() -> new IllegalStateException("no catalogue is open"));
    }

    public EvaluationMaterial {
        taskFiles = List.copyOf(taskFiles);
        taskSets = taskSets.stream().map(List::copyOf).toList();
        runs = List.copyOf(runs);
    }

    /// The material of a command line: the runs are read for what they ask where that decides which tasks are theirs.
    ///
    /// @throws ShoptraceException when a rollout file cannot be read
    public static EvaluationMaterial of(EvaluationSetup setup, SequencedMap<Path, List<Task>> tasks, Sandbox sandbox, Progress progress)
            throws ShoptraceException {
        List<List<Task>> sets = List.copyOf(tasks.values());
        List<RunSummary> runs = new ArrayList<>();
        if (setup.asked() == EvaluationSetup.Asked.ITS_OWN) {
            KnownQueries known = new KnownQueries(sets.stream().flatMap(List::stream).map(Task::query).collect(Collectors.toSet()));
            for (Path file : setup.files()) {
                RolloutFile.forEachRun(file, run -> runs.add(known.settle(RunSummary.of(run, 0))), progress);
            }
        }
        return new EvaluationMaterial(sets, List.copyOf(tasks.keySet()), runs, sandbox);
    }

    /// All tasks, in the order of their files.
    public List<Task> tasks() {
        return taskSets.stream().flatMap(List::stream).toList();
    }

    /// The task files that the evaluated rollouts were made from.
    public Set<Path> taskFiles(List<Evaluation> evaluations) {
        TaskCover cover = new TaskCover(taskSets);
        Set<Path> files = new LinkedHashSet<>();
        for (Evaluation evaluation : evaluations) {
            cover.of(runs(evaluation.conditions().rollouts())).places().stream()
                    .filter(place -> place < taskFiles.size())
                    .forEach(place -> files.add(taskFiles.get(place)));
        }
        return files;
    }

    /// The tasks that a rollout file is held against.
    @FunctionalInterface
    public interface OfFile {
        /// The task of a query.
        Optional<Task> task(String query);
    }

    /// The tasks that a rollout file is held against.
    ///
    /// @param all whether it was asked all tasks, and not those alone that its runs were made from
    public OfFile ofFile(Path rollouts, boolean all) {
        if (all) {
            Map<String, Task> tasks = new HashMap<>();
            tasks().forEach(task -> tasks.put(task.query(), task));
            return query -> Optional.ofNullable(tasks.get(query));
        }
        return new TaskCover(taskSets).of(runs(rollouts))::task;
    }

    /// The runs of a rollout file.
    public List<RunSummary> runs(Path rollouts) {
        return runs.stream().filter(run -> run.source().file().equals(rollouts)).toList();
    }
}
