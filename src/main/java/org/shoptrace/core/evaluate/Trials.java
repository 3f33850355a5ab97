package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
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

    /// The trials of each model that did some task more than once, in one file or in several.
    ///
    /// @param evaluations in any order; a model's are taken together
    public static SequencedMap<String, Trials> repeated(Collection<Evaluation> evaluations) {
        SequencedMap<String, SequencedMap<String, List<ScoredRun>>> models = new LinkedHashMap<>();
        for (Evaluation one : evaluations) {
            SequencedMap<String, List<ScoredRun>> tasks = models.computeIfAbsent(one.conditions().model(), _ -> new LinkedHashMap<>());
            one.trials().forEach(run -> tasks.computeIfAbsent(run.score().query(), _ -> new ArrayList<>()).add(run));
        }
        SequencedMap<String, Trials> repeated = new LinkedHashMap<>();
        models.forEach((model, tasks) -> {
            Trials trials = new Trials(tasks.entrySet().stream().map(task -> new OfTask(task.getKey(), task.getValue())).toList());
            if (trials.most() > 1) {
                repeated.put(model, trials);
            }
        });
        return repeated;
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
