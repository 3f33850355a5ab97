package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.Comparison.Pair;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.model.task.Intent;

class ComparisonTest {
    private static final Map<Intent, Integer> ASKED = Map.of(Intent.PRODUCT, 4, Intent.SHOP, 2);
    private static final Evaluation A = evaluation(
            "a", ASKED, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 1), run(Intent.PRODUCT, "p3", 0),
            run(Intent.SHOP, "s1", 0.5), run(Intent.SHOP, "s2", 1));
    private static final Evaluation B = evaluation(
            "b", ASKED, run(Intent.SHOP, "s2", 0.9), run(Intent.SHOP, "s1", 1), run(Intent.PRODUCT, "p2", 1),
            run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p4", 1));

    @Test
    void sortsTheTasksOfBothIntoFourCells() {
        Comparison comparison = Comparison.of(A, B);
        assertEquals(new PairedOutcomes(1, 2, 1, 0), comparison.outcomes());
        assertEquals(List.of("p1", "s2"), comparison.in(Cell.ONLY_A).stream().map(Pair::query).toList());
        Pair lost = comparison.in(Cell.ONLY_B).getFirst();
        assertEquals("s1@0.5", lost.a().last().id().sha256());
        assertEquals("s1@1.0", lost.b().last().id().sha256());
        assertEquals(List.of("p2"), comparison.in(Cell.BOTH).stream().map(Pair::query).toList());
    }

    @Test
    void countsTasksThatOneOfThemLacksApart() {
        Comparison comparison = Comparison.of(A, B);
        assertEquals(List.of("p3"), comparison.unpairedA().stream().map(run -> run.score().query()).toList());
        assertEquals(List.of("p4"), comparison.unpairedB().stream().map(run -> run.score().query()).toList());
        assertEquals(4, comparison.outcomes().tasks());
        Comparison shops = comparison.of(Intent.SHOP);
        assertEquals(new PairedOutcomes(0, 1, 1, 0), shops.outcomes());
        assertTrue(shops.unpairedA().isEmpty() && shops.unpairedB().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Pair(
                new TaskTrials("x", List.of(run(Intent.SHOP, "x", 1))), new TaskTrials("y", List.of(run(Intent.SHOP, "y", 1)))));
    }

    @Test
    void severalEvaluationsAreAdjustedInTwoFamilies() {
        PairwiseComparisons tests = PairwiseComparisons.of(List.of(A, B, A), Bootstrap.DEFAULT);
        assertEquals(3, tests.overall().size());
        assertEquals(6, tests.byIntent().size());
        PairwiseComparisons.Test first = tests.overall().getFirst();
        assertEquals(0, first.a());
        assertEquals(1, first.b());
        assertEquals(Optional.empty(), first.intent());
        assertEquals(Comparison.of(A, B).outcomes().exactP(), first.difference().p().orElseThrow());
        assertTrue(first.adjustedP().orElseThrow() >= first.difference().p().orElseThrow());
        assertEquals(Optional.of(Intent.SHOP), tests.byIntent().get(1).intent());
        Evaluation product = evaluation("c", Map.of(Intent.PRODUCT, 1), run(Intent.PRODUCT, "p1", 1));
        assertTrue(PairwiseComparisons.of(List.of(product, product), Bootstrap.DEFAULT).byIntent().isEmpty(), "would say the same twice");
    }

    @Test
    void withoutACommonTaskThereIsNothingToCompareAndNothingToAdjust() {
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 4);
        Evaluation c = evaluation("c", asked, run(Intent.PRODUCT, "x1", 1), run(Intent.PRODUCT, "x2", 1));
        Evaluation a = evaluation("a", asked, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 0));
        Evaluation b = evaluation("b", asked, run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p2", 0));
        PairwiseComparisons tests = PairwiseComparisons.of(List.of(a, b, c), Bootstrap.DEFAULT);
        PairwiseComparisons.Test real = tests.overall().getFirst();
        PairwiseComparisons.Test none = tests.overall().getLast();
        assertEquals(
                new PairedDifference(
                        PairedDifference.Method.NOTHING_IN_COMMON, 0, OptionalDouble.empty(), OptionalDouble.empty(),
                        OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty()),
                none.difference());
        assertEquals(OptionalDouble.empty(), none.adjustedP());
        // one discordant task: 2 × 1/2 = 1; Holm over one test leaves it, over three it would be cut to 1 too, so the share tells
        assertEquals(OptionalDouble.of(1), real.difference().p());
        assertEquals(OptionalDouble.of(0.5), real.difference().rateA());
        assertEquals(OptionalDouble.of(0), real.difference().rateB());
        assertEquals(OptionalDouble.of(0.5), real.difference().value());
    }

    @Test
    void holmCountsRealTestsOnly() {
        List<ScoredRun> passed = new ArrayList<>();
        List<ScoredRun> failed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            passed.add(run(Intent.PRODUCT, "p" + i, 1));
            failed.add(run(Intent.PRODUCT, "p" + i, 0));
        }
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 6);
        Evaluation a = evaluation("a", asked, passed.toArray(ScoredRun[]::new));
        Evaluation b = evaluation("b", asked, failed.toArray(ScoredRun[]::new));
        Evaluation elsewhere = evaluation("c", asked, run(Intent.PRODUCT, "x", 1));
        PairwiseComparisons.Test test = PairwiseComparisons.of(List.of(a, b, elsewhere), Bootstrap.DEFAULT).overall().getFirst();
        // six of six on one side: 2 / 2^6
        assertEquals(2 / 64.0, test.difference().p().orElseThrow(), 1e-12);
        assertEquals(2 / 64.0, test.adjustedP().orElseThrow(), 1e-12, "the two pairs without a common task are no tests");
    }

    /// A passes p1 in 2 of 2 trials and p2 in 1 of 2; B passes p1 in 1 of 1 and p2 in 0 of 1.
    @Test
    void severalTrialsAreComparedByTheMeansOfTasksWithoutAnExactTest() {
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 3);
        Evaluation a = evaluation(
                "a", asked, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 1), run(Intent.PRODUCT, "p1", 1),
                run(Intent.PRODUCT, "p2", 0), run(Intent.PRODUCT, "p3", 0));
        Evaluation b = evaluation("b", asked, run(Intent.PRODUCT, "p2", 0), run(Intent.PRODUCT, "p1", 1));
        PairedDifference difference = Comparison.of(a, b).difference(Bootstrap.DEFAULT);
        assertEquals(PairedDifference.Method.SEVERAL_TRIALS, difference.method());
        assertEquals(2, difference.tasks());
        assertEquals(OptionalDouble.of((1 + 0.5) / 2), difference.rateA());
        assertEquals(OptionalDouble.of(0.5), difference.rateB());
        assertEquals(OptionalDouble.of((0 + 0.5) / 2), difference.value());
        // of two tasks a quarter of the draws has both times the one, a quarter both times the other
        assertEquals(Optional.of(new ConfidenceInterval(0, 0.5)), difference.interval());
        assertEquals(OptionalDouble.empty(), difference.p());
        assertEquals(1, Comparison.of(a, b).in(Cell.ONLY_A).size());
        assertEquals("A passes more often", Comparison.of(a, b).label(Cell.ONLY_A));
        assertEquals(1, Comparison.of(a, b).unpairedA().size());
    }

    @Test
    void tasksThatAreAllAlikeHaveADifferenceWithoutAWidth() {
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 2);
        Evaluation a = evaluation(
                "a", asked, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p2", 0),
                run(Intent.PRODUCT, "p2", 1));
        Evaluation b = evaluation("b", asked, run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p2", 0));
        PairedDifference two = Comparison.of(a, b).difference(Bootstrap.DEFAULT);
        assertEquals(Optional.of(new ConfidenceInterval(0.5, 0.5)), two.interval());
        assertEquals("all tasks alike, the bootstrap has no width", two.withoutWidth());
        Evaluation one = evaluation("b", asked, run(Intent.PRODUCT, "p1", 0));
        assertEquals("one task, no interval", Comparison.of(a, one).difference(Bootstrap.DEFAULT).withoutWidth());
    }

    @Test
    void filesOfOneModelAreJoined() {
        Evaluation products = evaluation("m", ASKED, run(Intent.PRODUCT, "p1", 1));
        Evaluation shops = evaluation("m", ASKED, run(Intent.SHOP, "s1", 0), run(Intent.SHOP, "s1", 1));
        Evaluation joined = Evaluation.joined(List.of(products, shops));
        assertEquals(Optional.empty(), joined.overall().asr().rate(), "one of two trials succeeds, which is no count of tasks");
        assertEquals((1 + 0.5) / 2, joined.overall().asr().value());
        assertEquals((1 + 0.5) / 6, joined.overall().asrOfTasks().value());
        assertEquals(Optional.of(new Rate(2, 2)), joined.overall().released().asr().rate(), "the last of the two succeeds");
        assertEquals(3, joined.trials().size());
        assertEquals(1, joined.byIntent().values().stream().filter(s -> s.missing() == 1).count());
    }
}
