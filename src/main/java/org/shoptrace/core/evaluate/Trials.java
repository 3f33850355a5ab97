package org.shoptrace.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.PassAtK;
import org.shoptrace.model.score.Column;

/// Repeated trials of tasks. Every figure is made for each task first, then averaged over tasks, each counting once however
/// many trials it has; intervals resample tasks, never runs.
///
/// @param tasks those with a scored run, in the order of the file
public record Trials(List<OfTask> tasks) {
    public Trials {
        tasks = List.copyOf(tasks);
    }

    /// The scored runs of one task.
    ///
    /// @param runs one at least
    public record OfTask(String query, List<ScoredRun> runs) {
        public OfTask {
            runs = List.copyOf(runs);
        }

        public int successes() {
            return (int) runs.stream().filter(run -> run.score().success()).count();
        }
    }

    public static Trials of(Evaluation evaluation) {
        return new Trials(evaluation.trials().stream()
                .collect(Collectors.groupingBy(run -> run.score().query(), LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(entry -> new OfTask(entry.getKey(), entry.getValue()))
                .toList());
    }

    /// The fewest trials that a task has, and so the greatest k; 0 without tasks.
    public int fewest() {
        return tasks.stream().mapToInt(task -> task.runs().size()).min().orElse(0);
    }

    /// The most trials that a task has; 0 without tasks.
    public int most() {
        return tasks.stream().mapToInt(task -> task.runs().size()).max().orElse(0);
    }

    /// The share of successful trials.
    public TaskMean success(Bootstrap bootstrap) {
        return mean(task -> (double) task.successes() / task.runs().size(), bootstrap);
    }

    /// The mean of `rule`.
    public TaskMean relevance(Bootstrap bootstrap) {
        return mean(task -> task.runs().stream().mapToDouble(run -> run.score().value(Column.RULE)).average().orElse(0), bootstrap);
    }

    /// pass@k: at least one of k trials succeeds.
    ///
    /// @throws IllegalArgumentException when some task has less than k trials
    public TaskMean passAtK(int k, Bootstrap bootstrap) {
        return mean(task -> PassAtK.any(task.runs().size(), task.successes(), k), bootstrap);
    }

    /// pass^k: all of k trials succeed.
    ///
    /// @throws IllegalArgumentException when some task has less than k trials
    public TaskMean passHatK(int k, Bootstrap bootstrap) {
        return mean(task -> PassAtK.all(task.runs().size(), task.successes(), k), bootstrap);
    }

    private TaskMean mean(ToDoubleFunction<OfTask> figure, Bootstrap bootstrap) {
        return TaskMean.of(tasks.stream().mapToDouble(figure).toArray(), bootstrap);
    }
}
