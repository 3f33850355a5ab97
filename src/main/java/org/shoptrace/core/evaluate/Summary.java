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
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

/// The aggregates over the tasks of one intent, or of several, weighted by tasks: of each task first, as the mean of its trials, then the
/// mean over tasks. Every figure can be traced to [#runs].
///
/// @param tasks     how many tasks were asked of each intent
/// @param overTasks whether rates and means are over all tasks, those without a scored run counting 0; else they are over
///                  the runs that are there
/// @param runs      every scored run, in the order of the files; a task may have several
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

    /// Whether its tasks are of another benchmark, and its runs judged by what their files say.
    public boolean isOwn() {
        return tasks.containsKey(Intent.OTHER);
    }

    /// How many tasks were asked.
    public int taskCount() {
        return tasks.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The runs by their tasks, in the order in which the tasks first stand in the files.
    public List<TaskTrials> byTask() {
        return TaskTrials.of(runs);
    }

    /// How many tasks have a scored run.
    public int scoredTasks() {
        return (int) runs.stream().map(run -> run.score().query()).distinct().count();
    }

    /// How many tasks have no scored run.
    public int missing() {
        return taskCount() - scoredTasks();
    }

    /// Whether some task has several scored runs.
    public boolean isRepeated() {
        return scoredTasks() < runs.size();
    }

    /// Whether each task has a last trial: whose all runs stand in one file. Of files nobody knows which is the last, and the released
    /// evaluator joins none; of tasks of other benchmarks it knows nothing.
    public boolean hasLastTrials() {
        return !isOwn() && byTask().stream().allMatch(task -> task.runs().stream().map(run -> run.source().file()).distinct().count() == 1);
    }

    /// The same with the last trial of each task alone, at the place of the first, as the released evaluator counts.
    public Summary released() {
        return isRepeated() ? new Summary(tasks, overTasks, byTask().stream().map(TaskTrials::last).toList()) : this;
    }

    /// Absolute success rate, by the profile's denominator.
    public TaskShare asr() {
        return share(run -> run.score().success());
    }

    /// Absolute success rate over all tasks asked; differs from [#asrOfRuns] when some have no run.
    public TaskShare asrOfTasks() {
        return share(run -> run.score().success(), true);
    }

    /// Absolute success rate over the tasks that have a run.
    public TaskShare asrOfRuns() {
        return share(run -> run.score().success(), false);
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
    public TaskShare gt() {
        return share(run -> run.score().values().getOrDefault(Column.GT, 0.0) >= 1);
    }

    /// The share of tasks whose runs are so, by the profile's denominator.
    public TaskShare share(Predicate<ScoredRun> condition) {
        return share(condition, overTasks);
    }

    /// The mean of a column over the intents that have it, by the profile's denominator; 0 over nothing.
    public double mean(Column column) {
        return mean(column, overTasks);
    }

    /// A column's figure for each task that [#mean] is over, the mean of its trials, tasks with a run first; a task without a run counts 0
    /// where the profile counts it.
    public double[] taskValues(Column column) {
        return taskValues(column, overTasks);
    }

    /// A column's figure for each task asked, tasks with a run first; a task without a run counts 0.
    public double[] allTaskValues(Column column) {
        return taskValues(column, true);
    }

    private double[] taskValues(Column column, boolean ofTasks) {
        double[] values = byTask().stream()
                .flatMapToDouble(task -> mean(
                        task.runs().stream().flatMap(run -> Optional.ofNullable(run.score().values().get(column)).stream())
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .stream())
                .toArray();
        return Arrays.copyOf(values, ofTasks ? asked(column) : values.length);
    }

    /// A number of ours for each task that has a run, the mean of its trials; a task without a run has none, whatever the profile counts.
    public double[] runValues(ToDoubleFunction<ScoredRun> number) {
        return byTask().stream()
                .flatMapToDouble(task -> mean(task.runs().stream().mapToDouble(number).toArray()).stream())
                .toArray();
    }

    /// Empty of nothing.
    private static OptionalDouble mean(double[] trials) {
        return trials.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(TaskMean.mean(trials));
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

    private TaskShare share(Predicate<ScoredRun> condition, boolean ofTasks) {
        List<TaskTrials> trials = byTask();
        double[] shares = trials.stream().mapToDouble(task -> (double) task.count(condition) / task.runs().size()).toArray();
        return new TaskShare(
                Arrays.copyOf(shares, ofTasks ? taskCount() : shares.length),
                (int) runs.stream().filter(condition).count(), runs.size(), trials.size() == runs.size());
    }

    /// The sum runs from left to right in the order of the file, as the released evaluator's.
    private double mean(Column column, boolean ofTasks) {
        return TaskMean.mean(taskValues(column, ofTasks));
    }

    private int asked(Column column) {
        return tasks.entrySet().stream()
                .filter(entry -> Column.of(entry.getKey()).contains(column))
                .mapToInt(entry -> entry.getValue())
                .sum();
    }
}
