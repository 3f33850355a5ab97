package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.HolmAdjustment;
import org.shoptrace.model.task.Intent;

/// Every two of several evaluations compared, each of one model. There are two families of tests, each adjusted by Holm on its own: all
/// pairs over all tasks, and all pairs within all intents. A pair without a task in common, or with several trials of a task, has no test
/// and is in no family.
///
/// @param overall  a comparison for each pair, the earlier evaluation being A
/// @param byIntent one for each pair and intent that both have runs of; empty when all tasks are of one intent
public record PairwiseComparisons(List<Test> overall, List<Test> byIntent) {
    public PairwiseComparisons {
        overall = List.copyOf(overall);
        byIntent = List.copyOf(byIntent);
    }

    /// Two evaluations over some tasks.
    ///
    /// @param a         the place of evaluation A among those given, from 0
    /// @param b         the place of evaluation B, above `a`
    /// @param intent    empty: over all tasks
    /// @param adjustedP by Holm, within its family; empty where there is no test
    public record Test(
            int a, int b, Optional<Intent> intent, Comparison comparison, PairedDifference difference, OptionalDouble adjustedP) {}

    public static PairwiseComparisons of(List<Evaluation> evaluations, Bootstrap bootstrap) {
        return of(evaluations, bootstrap, () -> {});
    }

    /// As above, for who may not want to wait.
    ///
    /// @param pause called now and then; what it throws ends the comparing
    public static PairwiseComparisons of(List<Evaluation> evaluations, Bootstrap bootstrap, Runnable pause) {
        List<Test> pairs = new ArrayList<>();
        for (int a = 0; a < evaluations.size(); a++) {
            for (int b = a + 1; b < evaluations.size(); b++) {
                pause.run();
                pairs.add(test(a, b, Optional.empty(), Comparison.of(evaluations.get(a), evaluations.get(b)), bootstrap));
            }
        }
        long intents = evaluations.stream().flatMap(e -> e.byIntent().keySet().stream()).distinct().count();
        List<Test> levels = intents < 2 ? List.of() : pairs.stream().flatMap(pair -> levels(pair, bootstrap, pause)).toList();
        return new PairwiseComparisons(adjusted(pairs), adjusted(levels));
    }

    private static Stream<Test> levels(Test pair, Bootstrap bootstrap, Runnable pause) {
        pause.run();
        return Intent.LEVELS.stream()
                .map(intent -> test(pair.a, pair.b, Optional.of(intent), pair.comparison.of(intent), bootstrap))
                .filter(level -> !level.comparison.pairs().isEmpty());
    }

    private static Test test(int a, int b, Optional<Intent> intent, Comparison comparison, Bootstrap bootstrap) {
        return new Test(a, b, intent, comparison, comparison.difference(bootstrap), OptionalDouble.empty());
    }

    private static List<Test> adjusted(List<Test> family) {
        double[] adjusted = HolmAdjustment.adjust(
                family.stream().flatMapToDouble(test -> test.difference.p().stream()).toArray());
        List<Test> tests = new ArrayList<>();
        int place = 0;
        for (Test test : family) {
            tests.add(test.difference.p().isEmpty()
                    ? test
                    : new Test(test.a, test.b, test.intent, test.comparison, test.difference, OptionalDouble.of(adjusted[place++])));
        }
        return tests;
    }
}
