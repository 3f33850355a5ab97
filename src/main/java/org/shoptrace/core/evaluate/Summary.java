package org.shoptrace.core.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

/// The aggregates over the tasks of one intent, or of several, weighted by tasks. Every figure can be traced to [#runs].
///
/// @param tasks     how many tasks were asked of each intent
/// @param overTasks whether rates and means are over all tasks, those without a scored run counting 0; else they are over
///                  the runs that are there
/// @param runs      the run that counts for each query, in the order that queries first stand in the file
public record Summary(SequencedMap<Intent, Integer> tasks, boolean overTasks, List<ScoredRun> runs) {
    public Summary {
        tasks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tasks));
        runs = List.copyOf(runs);
    }

    /// The same without some tasks and their runs.
    ///
    /// @param tasks some of those asked, each once; of two with one query one is meant
    public Summary without(Collection<Task> tasks) {
        Map<String, Intent> left = new HashMap<>();
        tasks.forEach(task -> left.put(task.query(), task.intent()));
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>(this.tasks);
        left.values().forEach(intent -> asked.computeIfPresent(intent, (_, count) -> count - 1));
        return new Summary(asked, overTasks, runs.stream().filter(run -> !left.containsKey(run.score().query())).toList());
    }

    /// How many tasks were asked.
    public int taskCount() {
        return tasks.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many tasks have no scored run.
    public int missing() {
        return taskCount() - runs.size();
    }

    /// Absolute success rate, by the profile's denominator.
    public Rate asr() {
        return rate(TaskScore::success, overTasks);
    }

    /// Absolute success rate over all tasks asked; differs from [#asrOfRuns] when some have no run.
    public Rate asrOfTasks() {
        return rate(TaskScore::success, true);
    }

    /// Absolute success rate over the runs that are there.
    public Rate asrOfRuns() {
        return rate(TaskScore::success, false);
    }

    /// Cumulative average relevance: the mean of `rule`.
    public double car() {
        return mean(Column.RULE);
    }

    /// Cumulative average relevance over all tasks asked.
    public double carOfTasks() {
        return mean(Column.RULE, true);
    }

    /// The share of tasks whose targets were all recommended; not the mean of the column.
    public Rate gt() {
        return rate(score -> score.value(Column.GT) >= 1, overTasks);
    }

    /// The mean of a column over the intents that have it, by the profile's denominator; 0 over nothing.
    public double mean(Column column) {
        return mean(column, overTasks);
    }

    /// A column's figure for each task that [#mean] is over, runs first; a task without a run counts 0 where the profile counts it.
    public double[] taskValues(Column column) {
        return taskValues(column, overTasks);
    }

    /// A column's figure for each task asked, runs first; a task without a run counts 0.
    public double[] allTaskValues(Column column) {
        return taskValues(column, true);
    }

    private double[] taskValues(Column column, boolean ofTasks) {
        List<Double> values = runs.stream()
                .flatMap(run -> Optional.ofNullable(run.score().values().get(column)).stream())
                .toList();
        int of = ofTasks ? asked(column) : values.size();
        return Arrays.copyOf(values.stream().mapToDouble(Double::doubleValue).toArray(), of);
    }

    /// A number of ours for each run that counts; a task without a run has none, whatever the profile counts.
    public double[] runValues(ToDoubleFunction<ScoredRun> number) {
        return runs.stream().mapToDouble(number).toArray();
    }

    /// The columns that some of the intents have.
    public SequencedSet<Column> columns() {
        SequencedSet<Column> columns = new LinkedHashSet<>();
        tasks.keySet().forEach(intent -> columns.addAll(Column.of(intent)));
        return columns;
    }

    /// The runs whose score is so: those behind a figure.
    public List<ScoredRun> where(Predicate<TaskScore> condition) {
        return runs.stream().filter(run -> condition.test(run.score())).toList();
    }

    private Rate rate(Predicate<TaskScore> condition, boolean ofTasks) {
        return new Rate(where(condition).size(), ofTasks ? taskCount() : runs.size());
    }

    /// The sum runs from left to right in the order of the file, as the released evaluator's.
    private double mean(Column column, boolean ofTasks) {
        double sum = 0;
        int scored = 0;
        for (ScoredRun run : runs) {
            Double value = run.score().values().get(column);
            if (value != null) {
                sum += value;
                scored++;
            }
        }
        int of = ofTasks ? asked(column) : scored;
        return of == 0 ? 0 : sum / of;
    }

    private int asked(Column column) {
        return tasks.entrySet().stream()
                .filter(entry -> Column.of(entry.getKey()).contains(column))
                .mapToInt(entry -> entry.getValue())
                .sum();
    }
}
