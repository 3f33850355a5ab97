package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.ConstraintVerdict.Kind;

/// How many constraints of a kind the recommended products meet. What no known product answers is not met.
///
/// @param met      over all constraints of that kind that the tasks of [#runs] state, those of each trial counted
/// @param share    the share that is met, 0..1: of a task with several trials the mean of them
/// @param interval percentile bootstrap of tasks: the constraints of one task, and its trials, are not independent; empty for less than two
/// @param runs     those whose tasks state such a constraint
public record ConstraintShare(Kind kind, Rate met, double share, Optional<ConfidenceInterval> interval, List<ScoredRun> runs) {
    public ConstraintShare {
        runs = List.copyOf(runs);
    }

    /// A task's, in the mean of its trials.
    private record OfTask(double met, double of) {}

    /// The kinds that occur, in their order.
    public static List<ConstraintShare> of(Summary summary, Bootstrap bootstrap) {
        List<ConstraintShare> shares = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<ScoredRun> runs = summary.runs().stream().filter(run -> run.details().constraints().containsKey(kind)).toList();
            if (!runs.isEmpty()) {
                List<OfTask> tasks = TaskTrials.of(runs).stream()
                        // So that the interval is the same in whatever order the runs come.
                        .sorted(Comparator.comparing(TaskTrials::query))
                        .map(task -> ofTask(task, kind)).toList();
                shares.add(new ConstraintShare(
                        kind, sum(runs.stream().map(run -> rate(run, kind)).toList()),
                        share(tasks, IntStream.range(0, tasks.size()).toArray()),
                        bootstrap.interval(tasks.size(), drawn -> share(tasks, drawn)), runs));
            }
        }
        return shares;
    }

    /// The runs that miss at least one such constraint.
    public List<ScoredRun> missing() {
        return runs.stream().filter(run -> rate(run, kind).hits() < rate(run, kind).of()).toList();
    }

    private static OfTask ofTask(TaskTrials task, Kind kind) {
        Rate all = sum(task.runs().stream().map(run -> rate(run, kind)).toList());
        return new OfTask((double) all.hits() / task.runs().size(), (double) all.of() / task.runs().size());
    }

    private static Rate rate(ScoredRun run, Kind kind) {
        return run.details().constraints().getOrDefault(kind, new Rate(0, 0));
    }

    private static Rate sum(List<Rate> rates) {
        return new Rate(
                rates.stream().mapToInt(Rate::hits).sum(), rates.stream().mapToInt(Rate::of).sum());
    }

    private static double share(List<OfTask> tasks, int[] drawn) {
        double met = 0;
        double of = 0;
        for (int place : drawn) {
            met += tasks.get(place).met();
            of += tasks.get(place).of();
        }
        return met / of;
    }
}
