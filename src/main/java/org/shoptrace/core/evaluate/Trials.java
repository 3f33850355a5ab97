package org.shoptrace.core.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.PassAtK;

/// Repeated trials of tasks: what one of k would do, and what all of k would. Made for each task first, then averaged over tasks, each
/// counting once however many trials it has; intervals resample tasks, never runs.
///
/// @param tasks those with a scored run, in the order of the files
/// @param of    how many tasks the means are over; more than these where the profile counts tasks without a scored run, as 0
public record Trials(List<TaskTrials> tasks, int of) {
    public Trials {
        tasks = List.copyOf(tasks);
    }

    /// Those of a model's evaluation; empty when it did no task more than once.
    public static Optional<Trials> of(Evaluation evaluation) {
        return evaluation.overall().isRepeated()
                ? Optional.of(new Trials(evaluation.overall().byTask(), evaluation.overall().asr().of()))
                : Optional.empty();
    }

    /// The fewest trials that a task with a scored run has, and so the greatest k; 0 without tasks.
    public int fewest() {
        return tasks.stream().mapToInt(task -> task.runs().size()).min().orElse(0);
    }

    /// The most trials that a task has; 0 without tasks.
    public int most() {
        return tasks.stream().mapToInt(task -> task.runs().size()).max().orElse(0);
    }

    /// How many runs there are.
    public int runs() {
        return tasks.stream().mapToInt(task -> task.runs().size()).sum();
    }

    /// pass@k: at least one of k trials succeeds.
    ///
    /// @throws IllegalArgumentException when some task has less than k trials
    public TaskMean passAtK(int k, Bootstrap bootstrap) {
        require(k);
        return mean(task -> PassAtK.any(task.runs().size(), task.successes(), k), bootstrap);
    }

    /// pass^k: all of k trials succeed.
    ///
    /// @throws IllegalArgumentException when some task has less than k trials
    public TaskMean passHatK(int k, Bootstrap bootstrap) {
        require(k);
        return mean(task -> PassAtK.all(task.runs().size(), task.successes(), k), bootstrap);
    }

    private void require(int k) {
        if (k < 1 || k > fewest()) {
            throw new IllegalArgumentException(
                    "k is " + k + ": choose 1 to " + fewest() + ", for some task has " + fewest() + (fewest() == 1 ? " trial" : " trials")
                            + " only");
        }
    }

    private TaskMean mean(ToDoubleFunction<TaskTrials> figure, Bootstrap bootstrap) {
        return TaskMean.of(Arrays.copyOf(tasks.stream().mapToDouble(figure).toArray(), of), bootstrap);
    }
}
