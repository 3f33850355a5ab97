package org.shoptrace.core.evaluate;

import java.util.Optional;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// The share of tasks of which something is so; of a task that was tried several times the share of its trials. Where every task has one
/// trial at most it is a plain [Rate] and has Wilson's interval, else it is a mean and has that of the bootstrap of tasks.
///
/// This class compares by identity; what two of them are compared by is [#rate()] or [#value()].
public final class TaskShare {
    /// Over no task.
    public static final TaskShare NOTHING = new TaskShare(new double[0], 0, 0, true);

    private final double[] tasks;
    private final int hits;
    private final int runs;
    private final boolean counted;

    /// @param tasks   the share of each task, 0..1; 0 for a task without a run that counts all the same
    /// @param hits    how many runs are so
    /// @param runs    how many runs there are
    /// @param counted whether no task has more than one
    TaskShare(double[] tasks, int hits, int runs, boolean counted) {
        this.tasks = tasks.clone();
        this.hits = hits;
        this.runs = runs;
        this.counted = counted;
    }

    /// How many tasks it is over.
    public int of() {
        return tasks.length;
    }

    /// How many runs are so: of tasks with several trials each trial counts here.
    public int hits() {
        return hits;
    }

    /// How many runs these tasks have.
    public int runs() {
        return runs;
    }

    /// The counts; empty where some task has several trials, for then it is no count of tasks.
    public Optional<Rate> rate() {
        return counted ? Optional.of(new Rate(hits, tasks.length)) : Optional.empty();
    }

    /// 0..1; 0 of nothing.
    public double value() {
        return counted ? new Rate(hits, tasks.length).value() : TaskMean.mean(tasks);
    }

    /// Wilson's where every task has one trial, else that of the bootstrap of tasks; empty of nothing, and of one task with several trials.
    public Optional<ConfidenceInterval> interval(Bootstrap bootstrap) {
        if (tasks.length == 0) {
            return Optional.empty();
        }
        return rate().map(rate -> new ConfidenceInterval(rate.low(), rate.high())).or(() -> bootstrap.meanInterval(tasks));
    }
}
