package org.shoptrace.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.compare.RunComparison.Row;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.trajectory.Run;

/// Alpha against beta, on every task that both of them have: what the comparison says is held against the facts counted one by one.
class GoldenComparisonTest {
    @ParameterizedTest
    @ValueSource(strings = {"product", "shop", "voucher", "web"})
    void alphaAgainstBeta(String intent) throws Exception {
        Map<String, Run> alpha = runs(intent, "alpha");
        Map<String, Run> beta = runs(intent, "beta");
        alpha.keySet().retainAll(beta.keySet());
        assertTrue(alpha.size() >= 2, "tasks in common: " + alpha.size());
        int decisions = 0;
        for (Map.Entry<String, Run> run : alpha.entrySet()) {
            RunComparison both = RunComparison.of(run.getValue(), Objects.requireNonNull(beta.get(run.getKey())));
            everyStepStandsOnceAndInOrder(both);
            whatEachRowSaysIsSo(both);
            firstsAreTheFirst(both);
            decisions += both.decision().isPresent() ? 1 : 0;
        }
        assertTrue(decisions > 0, "runs of two models decide differently somewhere");
    }

    private static void everyStepStandsOnceAndInOrder(RunComparison both) {
        assertEquals(
                IntStream.rangeClosed(1, both.a().steps().size()).boxed().toList(),
                both.rows().stream().map(Row::stepA).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList());
        assertEquals(
                IntStream.rangeClosed(1, both.b().steps().size()).boxed().toList(),
                both.rows().stream().map(Row::stepB).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList());
    }

    private static void whatEachRowSaysIsSo(RunComparison both) {
        for (Row row : both.rows()) {
            if (row.paired()) {
                Set<Fact> a = facts(both.a(), row.stepA().getAsInt() - 1);
                Set<Fact> b = facts(both.b(), row.stepB().getAsInt() - 1);
                assertEquals(a.equals(b), row.known(), row::toString);
                Set<Fact> common = new HashSet<>(a);
                common.retainAll(b);
                assertEquals(common.size(), row.common(), row::toString);
                assertEquals(a.size() - common.size(), row.onlyA(), row::toString);
                assertEquals(b.size() - common.size(), row.onlyB(), row::toString);
            }
        }
    }

    private static void firstsAreTheFirst(RunComparison both) {
        List<Row> rows = both.rows();
        assertEquals(
                rows.stream().filter(row -> !row.known()).findFirst().map(rows::indexOf),
                both.information().map(RunComparison.InformationDifference::row));
        assertEquals(
                rows.stream().filter(row -> row.known() && !row.decided()).findFirst().map(rows::indexOf),
                both.decision().map(RunComparison.DecisionDifference::row));
        // The sandbox answers the same call alike, so that before the information differs a decision must have.
        both.information().ifPresent(information -> {
            assertTrue(both.decision().orElseThrow().row() < information.row(), both.a().source()::toString);
            assertTrue(!information.onlyA().isEmpty() || !information.onlyB().isEmpty());
        });
    }

    private static Set<Fact> facts(Run run, int steps) {
        Set<Fact> facts = new HashSet<>();
        run.steps().subList(0, steps).forEach(step -> step.calls().forEach(call -> facts.addAll(Fact.of(call))));
        return facts;
    }

    private static Map<String, Run> runs(String intent, String model) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(GoldenSet.rollouts(intent, model), runs::add, Progress.NONE);
        Map<String, Run> byQuery = new HashMap<>();
        runs.forEach(run -> run.query().ifPresent(query -> byQuery.putIfAbsent(query, run)));
        return byQuery;
    }
}
