package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// What there is to score.
///
/// @param taskSets  the tasks, a list for each task file
/// @param taskFiles those files, in the same order; empty when they are not known
/// @param runs      those of the chosen files
/// @param sandbox   where products are looked up
public record EvaluationMaterial(List<List<Task>> taskSets, List<Path> taskFiles, List<RunSummary> runs, Sandbox sandbox) {
    public EvaluationMaterial(List<List<Task>> taskSets, List<RunSummary> runs, Sandbox sandbox) {
        this(taskSets, List.of(), runs, sandbox);
    }

    public EvaluationMaterial {
        taskFiles = List.copyOf(taskFiles);
        taskSets = taskSets.stream().map(List::copyOf).toList();
        runs = List.copyOf(runs);
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

    /// The runs of a rollout file.
    public List<RunSummary> runs(Path rollouts) {
        return runs.stream().filter(run -> run.source().file().equals(rollouts)).toList();
    }
}
