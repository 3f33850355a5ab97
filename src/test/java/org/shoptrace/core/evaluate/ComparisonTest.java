package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.Comparison.Pair;
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
        assertEquals("s1@0.5", lost.a().id().sha256());
        assertEquals("s1@1.0", lost.b().id().sha256());
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
        assertThrows(IllegalArgumentException.class, () -> new Pair(run(Intent.SHOP, "x", 1), run(Intent.SHOP, "y", 1)));
    }

    @Test
    void severalEvaluationsAreAdjustedInTwoFamilies() {
        PairwiseComparisons tests = PairwiseComparisons.of(List.of(A, B, A));
        assertEquals(3, tests.overall().size());
        assertEquals(6, tests.byIntent().size());
        PairwiseComparisons.Test first = tests.overall().getFirst();
        assertEquals(0, first.a());
        assertEquals(1, first.b());
        assertEquals(Optional.empty(), first.intent());
        assertEquals(Comparison.of(A, B).outcomes().exactP(), first.p());
        assertTrue(first.adjustedP() >= first.p());
        assertEquals(Optional.of(Intent.SHOP), tests.byIntent().get(1).intent());
        Evaluation product = evaluation("c", Map.of(Intent.PRODUCT, 1), run(Intent.PRODUCT, "p1", 1));
        assertTrue(PairwiseComparisons.of(List.of(product, product)).byIntent().isEmpty(), "would say the same twice");
    }

    @Test
    void filesOfOneModelAreJoined() {
        Evaluation products = evaluation("m", ASKED, run(Intent.PRODUCT, "p1", 1));
        Evaluation shops = evaluation("m", ASKED, run(Intent.SHOP, "s1", 0), run(Intent.SHOP, "s1", 1));
        assertTrue(!products.overlaps(shops) && shops.overlaps(B));
        Evaluation joined = products.joined(shops);
        assertEquals(new Rate(2, 2), joined.overall().asr());
        assertEquals(new Rate(2, 6), joined.overall().asrOfTasks());
        assertEquals(3, joined.trials().size());
        assertEquals(1, joined.byIntent().values().stream().filter(s -> s.missing() == 1).count());
        Evaluation others = evaluation("m", Map.of(Intent.SHOP, 2));
        assertThrows(IllegalArgumentException.class, () -> products.joined(others));
    }
}
