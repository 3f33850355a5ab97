package org.shoptrace.core.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.statistics.PairedOutcomes;

/// How far the success rates of two, A and B, are apart over the tasks that both have a scored run of.
///
/// @param method   how it was found; it says which of the others there are
/// @param tasks    how many tasks both have a run of
/// @param rateA    A's rate over these tasks, 0..1; empty without such a task, as all others are
/// @param rateB    B's
/// @param value    A's rate minus B's, -1..1
/// @param interval 95 %; empty too for one task with several trials
/// @param p        two-sided; empty too where a task has several trials
public record PairedDifference(
        Method method,
        int tasks,
        OptionalDouble rateA,
        OptionalDouble rateB,
        OptionalDouble value,
        Optional<ConfidenceInterval> interval,
        OptionalDouble p) {

    /// How a difference is found.
    public enum Method {
        /// Nothing is found.
        NOTHING_IN_COMMON("no task in common, nothing to compare"),
        /// Every task has one trial of each.
        ONE_TRIAL("Newcombe's interval, McNemar's exact test"),
        /// Some task has several: the four cells are no counts of tasks, and McNemar's test does not hold.
        SEVERAL_TRIALS("tasks with several trials: bootstrap of tasks, no exact test");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /// For people.
        public String label() {
            return label;
        }
    }

    static PairedDifference of(Comparison comparison, Bootstrap bootstrap) {
        List<Comparison.Pair> pairs = comparison.pairs();
        if (comparison.method() == Method.NOTHING_IN_COMMON) {
            return new PairedDifference(
                    Method.NOTHING_IN_COMMON, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(),
                    OptionalDouble.empty());
        }
        double[] a = pairs.stream().mapToDouble(pair -> pair.a().success()).toArray();
        double[] b = pairs.stream().mapToDouble(pair -> pair.b().success()).toArray();
        OptionalDouble rateA = OptionalDouble.of(TaskMean.mean(a));
        OptionalDouble rateB = OptionalDouble.of(TaskMean.mean(b));
        if (comparison.method() == Method.ONE_TRIAL) {
            PairedOutcomes cells = comparison.outcomes();
            return new PairedDifference(
                    Method.ONE_TRIAL, pairs.size(), rateA, rateB, OptionalDouble.of(cells.difference()),
                    Optional.of(cells.differenceInterval()), OptionalDouble.of(cells.exactP()));
        }
        double[] differences = pairs.stream().mapToDouble(pair -> pair.a().success() - pair.b().success()).toArray();
        return new PairedDifference(
                Method.SEVERAL_TRIALS, pairs.size(), rateA, rateB, OptionalDouble.of(TaskMean.mean(differences)),
                bootstrap.meanInterval(differences), OptionalDouble.empty());
    }

    /// Why there is no interval that says something, in a few words; empty text when there is one.
    public String withoutWidth() {
        return switch (method) {
            case NOTHING_IN_COMMON, ONE_TRIAL -> "";
            case SEVERAL_TRIALS -> interval.isEmpty()
                    ? "one task, no interval"
                    : interval.get().hasWidth() ? "" : "all tasks alike, the bootstrap has no width";
        };
    }
}
