package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// Finds the task files that a rollout file was made from. A folder may hold several splits and suites, and a run of one is not missing
/// from the others; where two of them ask one query for different rewards, this also tells which is meant.
final class TaskCover {
    private TaskCover() {}

    /// The tasks of the fewest task files that ask the queries of the runs, each query once; of two files that ask as many the smaller.
    static List<Task> of(List<RunSummary> runs, List<List<Task>> taskSets) {
        Set<String> open = runs.stream().flatMap(run -> run.query().stream()).collect(Collectors.toCollection(HashSet::new));
        Set<String> taken = new HashSet<>();
        List<Task> tasks = new ArrayList<>();
        Optional<List<Task>> best = best(taskSets, open);
        while (best.isPresent()) {
            best.get().stream().filter(task -> !taken.contains(task.query())).forEach(tasks::add);
            best.get().forEach(task -> {
                taken.add(task.query());
                open.remove(task.query());
            });
            best = best(taskSets, open);
        }
        return tasks;
    }

    private static Optional<List<Task>> best(List<List<Task>> taskSets, Set<String> open) {
        Comparator<List<Task>> byAsked = Comparator.comparingLong(set -> asked(set, open));
        return taskSets.stream()
                .filter(set -> asked(set, open) > 0)
                .max(byAsked.thenComparing(Comparator.<List<Task>>comparingInt(List::size).reversed()));
    }

    private static long asked(List<Task> tasks, Set<String> open) {
        return tasks.stream().filter(task -> open.contains(task.query())).count();
    }
}
