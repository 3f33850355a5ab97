package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.statistics.HolmAdjustment;
import org.shoptrace.model.task.Intent;

/// Every two of several evaluations compared. There are two families of tests, each adjusted by Holm on its own: all pairs over all
/// tasks, and all pairs within all intents.
///
/// @param overall  a test for each pair, the earlier evaluation being A
/// @param byIntent a test for each pair and intent that both have runs of; empty when all tasks are of one intent
public record PairwiseComparisons(List<Test> overall, List<Test> byIntent) {
    public PairwiseComparisons {
        overall = List.copyOf(overall);
        byIntent = List.copyOf(byIntent);
    }

    /// One McNemar test.
    ///
    /// @param a         the place of evaluation A among those given, from 0
    /// @param b         the place of evaluation B, above `a`
    /// @param intent    empty: over all tasks
    /// @param p         raw
    /// @param adjustedP by Holm, within its family
    public record Test(int a, int b, Optional<Intent> intent, Comparison comparison, double p, double adjustedP) {}

    public static PairwiseComparisons of(List<Evaluation> evaluations) {
        List<Test> pairs = new ArrayList<>();
        for (int a = 0; a < evaluations.size(); a++) {
            for (int b = a + 1; b < evaluations.size(); b++) {
                pairs.add(test(a, b, Optional.empty(), Comparison.of(evaluations.get(a), evaluations.get(b))));
            }
        }
        long intents = evaluations.stream().flatMap(e -> e.byIntent().keySet().stream()).distinct().count();
        List<Test> levels = intents < 2 ? List.of() : pairs.stream().flatMap(PairwiseComparisons::levels).toList();
        return new PairwiseComparisons(adjusted(pairs), adjusted(levels));
    }

    private static Stream<Test> levels(Test pair) {
        return Stream.of(Intent.values())
                .map(intent -> test(pair.a, pair.b, Optional.of(intent), pair.comparison.of(intent)))
                .filter(level -> !level.comparison.pairs().isEmpty());
    }

    private static Test test(int a, int b, Optional<Intent> intent, Comparison comparison) {
        double p = comparison.outcomes().exactP();
        return new Test(a, b, intent, comparison, p, p);
    }

    private static List<Test> adjusted(List<Test> family) {
        double[] adjusted = HolmAdjustment.adjust(family.stream().mapToDouble(Test::p).toArray());
        List<Test> tests = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Test test = family.get(i);
            tests.add(new Test(test.a, test.b, test.intent, test.comparison, test.p, adjusted[i]));
        }
        return tests;
    }
}
