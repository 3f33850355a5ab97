package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;

class TrialsTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(3, 400);

    /// Task a: 1 of 2; b: 3 of 3; c: 0 of 2.
    private static final Trials TRIALS = of(evaluation(
            "m", Map.of(Intent.PRODUCT, 3), trial("a", 1), trial("b", 1), trial("a", 0.5), trial("c", 0), trial("b", 1),
            trial("c", 0.2), trial("b", 1)));

    @Test
    void everyTaskCountsOnceHoweverManyTrialsItHas() {
        assertEquals(List.of("a", "b", "c"), TRIALS.tasks().stream().map(Trials.OfTask::query).toList());
        assertEquals(2, TRIALS.fewest());
        assertEquals(3, TRIALS.most());
        assertEquals((0.5 + 1 + 0) / 3, TRIALS.success(BOOTSTRAP).value(), 1e-15);
        assertEquals((0.75 + 1 + 0.1) / 3, TRIALS.relevance(BOOTSTRAP).value(), 1e-15);
        assertEquals(3, TRIALS.success(BOOTSTRAP).tasks());
    }

    @Test
    void passesAtKAreMeansOverTasks() {
        assertEquals((1 + 1 + 0) / 3.0, TRIALS.passAtK(2, BOOTSTRAP).value(), 1e-15);
        assertEquals((0 + 1 + 0) / 3.0, TRIALS.passHatK(2, BOOTSTRAP).value(), 1e-15);
        assertEquals(TRIALS.success(BOOTSTRAP).value(), TRIALS.passAtK(1, BOOTSTRAP).value(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> TRIALS.passAtK(3, BOOTSTRAP), "a has two trials");
    }

    /// Fifty trials of each of four tasks, alike within a task: resampling runs would make this ten times narrower.
    @Test
    void intervalsResampleTasksNotRuns() {
        List<ScoredRun> runs = new ArrayList<>();
        for (int trial = 0; trial < 50; trial++) {
            for (String task : List.of("a", "b", "c", "d")) {
                runs.add(trial(task, task.compareTo("c") < 0 ? 1 : 0));
            }
        }
        Trials trials = of(evaluation("m", Map.of(Intent.PRODUCT, 4), runs.toArray(ScoredRun[]::new)));
        TaskMean success = trials.success(Bootstrap.DEFAULT);
        assertEquals(0.5, success.value());
        assertTrue(success.interval().orElseThrow().high() - success.interval().orElseThrow().low() > 0.7, success.toString());
        assertEquals(Bootstrap.DEFAULT, success.bootstrap());
    }

    @Test
    void trialsOfAModelAreTakenTogetherFromAllItsFiles() {
        Evaluation first = evaluation("m", Map.of(Intent.PRODUCT, 2), trial("a", 1), trial("b", 0));
        Evaluation second = evaluation("m", Map.of(Intent.PRODUCT, 2), trial("a", 0), trial("b", 0));
        Evaluation other = evaluation("once", Map.of(Intent.PRODUCT, 2), trial("a", 1));
        assertEquals(Map.of(), Trials.repeated(List.of(first, other)), "no task was done twice by one model");
        SequencedMap<String, Trials> repeated = Trials.repeated(List.of(first, other, second));
        assertEquals(Set.of("m"), repeated.keySet());
        Trials both = repeated.sequencedValues().getFirst();
        assertEquals(2, both.fewest());
        assertEquals(0.5, both.passAtK(2, BOOTSTRAP).value(), 1e-15);
    }

    private static Trials of(Evaluation evaluation) {
        return Trials.repeated(List.of(evaluation)).sequencedValues().getFirst();
    }

    private static ScoredRun trial(String query, double rule) {
        return run(Intent.PRODUCT, query, rule);
    }
}
