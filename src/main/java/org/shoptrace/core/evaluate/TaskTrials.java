package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// The scored runs of one task: its trials. A figure is made of these first, and then of the tasks, so that a task that was tried often
/// counts no more than another.
///
/// @param runs one at least, in the order of the files
public record TaskTrials(String query, List<ScoredRun> runs) {
    public TaskTrials {
        runs = List.copyOf(runs);
    }

    /// The runs by their tasks, in the order in which the tasks first stand among them.
    public static List<TaskTrials> of(List<ScoredRun> runs) {
        SequencedMap<String, List<ScoredRun>> byQuery = new LinkedHashMap<>();
        runs.forEach(run -> byQuery.computeIfAbsent(run.score().query(), _ -> new ArrayList<>(1)).add(run));
        return byQuery.entrySet().stream().map(task -> new TaskTrials(task.getKey(), task.getValue())).toList();
    }

    public int successes() {
        return count(run -> run.score().success());
    }

    /// How many trials are so.
    public int count(Predicate<ScoredRun> condition) {
        return (int) runs.stream().filter(condition).count();
    }

    /// The share of trials that succeed, 0..1.
    public double success() {
        return (double) successes() / runs.size();
    }

    /// The last trial, which alone counts for the released evaluator.
    public ScoredRun last() {
        return runs.getLast();
    }
}
