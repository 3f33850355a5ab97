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
import org.junit.jupiter.api.Test;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

class TrialsTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(3, 400);

    /// Task a: 1 of 2; b: 3 of 3; c: 0 of 2.
    private static final Evaluation EVALUATION = evaluation(
            "m", Map.of(Intent.PRODUCT, 3), trial("a", 1), trial("b", 1), trial("a", 0.5), trial("c", 0), trial("b", 1),
            trial("c", 0.2), trial("b", 1));

    private static final Trials TRIALS = of(EVALUATION);

    @Test
    void everyTaskCountsOnceHoweverManyTrialsItHas() {
        assertEquals(List.of("a", "b", "c"), TRIALS.tasks().stream().map(TaskTrials::query).toList());
        assertEquals(2, TRIALS.fewest());
        assertEquals(3, TRIALS.most());
        Summary overall = EVALUATION.overall();
        assertEquals((0.5 + 1 + 0) / 3, overall.asr().value(), 1e-15);
        assertEquals((0.75 + 1 + 0.1) / 3, overall.car(), 1e-15);
        assertEquals((0.75 + 1 + 0.1) / 3, overall.mean(Column.FORMAT), 1e-15, "and so every column");
        assertEquals(3.0, overall.runValues(ScoredRun::steps)[0]);
        assertEquals(3, overall.asr().of());
        assertEquals(7, overall.asr().runs());
        assertEquals(7, TRIALS.runs());
        assertEquals(Map.of(Intent.PRODUCT, 3), overall.tasks());
        assertEquals(0, overall.missing());
    }

    @Test
    void theLastTrialAloneCountsAsReleased() {
        Summary released = EVALUATION.overall().released();
        assertEquals(List.of("a@0.5", "b@1.0", "c@0.2"), released.runs().stream().map(run -> run.id().sha256()).toList());
        assertEquals(Optional.of(new Rate(1, 3)), released.asr().rate());
        assertEquals((0.5 + 1 + 0.2) / 3, released.car(), 1e-15);
        assertEquals(List.of(3), List.of(EVALUATION.released().overall().runs().size()));
    }

    @Test
    void passesAtKAreMeansOverTasks() {
        assertEquals((1 + 1 + 0) / 3.0, TRIALS.passAtK(2, BOOTSTRAP).value(), 1e-15);
        assertEquals((0 + 1 + 0) / 3.0, TRIALS.passHatK(2, BOOTSTRAP).value(), 1e-15);
        assertEquals(EVALUATION.overall().asr().value(), TRIALS.passAtK(1, BOOTSTRAP).value(), 1e-15);
        assertEquals(
                "k is 3: choose 1 to 2, for some task has 2 trials only",
                assertThrows(IllegalArgumentException.class, () -> TRIALS.passAtK(3, BOOTSTRAP)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> TRIALS.passHatK(3, BOOTSTRAP));
        assertThrows(IllegalArgumentException.class, () -> TRIALS.passAtK(0, BOOTSTRAP));
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
        TaskShare success = evaluation("m", Map.of(Intent.PRODUCT, 4), runs.toArray(ScoredRun[]::new)).overall().asr();
        assertEquals(0.5, success.value());
        ConfidenceInterval interval = success.interval(Bootstrap.DEFAULT).orElseThrow();
        assertTrue(interval.high() - interval.low() > 0.7, interval.toString());
    }

    @Test
    void trialsOfAModelAreTakenTogetherFromAllItsFiles() {
        Evaluation first = evaluation("m", Map.of(Intent.PRODUCT, 2), trial("a", 1), trial("b", 0));
        Evaluation second = evaluation("m", Map.of(Intent.PRODUCT, 2), trial("a", 0), trial("b", 0));
        Evaluation other = evaluation("once", Map.of(Intent.PRODUCT, 2), trial("a", 1));
        assertEquals(Optional.empty(), Trials.of(first), "no task was done twice");
        assertEquals(Optional.empty(), Trials.of(other));
        Trials both = of(Evaluation.joined(List.of(first, second)));
        assertEquals(2, both.fewest());
        assertEquals(0.5, both.passAtK(2, BOOTSTRAP).value(), 1e-15);
    }

    /// Task a: 1 of 2, b: 2 of 2; two more tasks have no run and count 0 where the profile says so.
    @Test
    void aProfileThatCountsTasksWithoutARunCountsThemInEveryMeanOfTrials() {
        Evaluation once = evaluation(
                "m", Map.of(Intent.PRODUCT, 4), trial("a", 1), trial("a", 0), trial("b", 1), trial("b", 2));
        Evaluation all = Evaluation.of(
                once.conditions(), once.overall().tasks(), true, once.trials(), once.missing(), once.leftovers());
        assertEquals(1.5 / 4, all.overall().asr().value());
        assertEquals(1.5 / 4, of(all).passAtK(1, BOOTSTRAP).value(), "pass@1 is the mean success");
        assertEquals(4, of(all).passAtK(1, BOOTSTRAP).tasks());
        assertEquals(2.0 / 4, of(all).passAtK(2, BOOTSTRAP).value());
        assertEquals(1.0 / 4, of(all).passHatK(2, BOOTSTRAP).value());
        assertEquals(1.5 / 2, of(once).passAtK(1, BOOTSTRAP).value());
    }

    @Test
    void equalLinesAreTrialsAndAreTold() {
        ScoredRun a = trial("q", 0);
        ScoredRun other = trial("r", 1);
        Evaluation twice = evaluation("m", Map.of(Intent.PRODUCT, 2), a, other, trial("q", 1), a, other);
        assertEquals(List.of(a, other), twice.standingAgain());
        assertEquals((1 / 3.0 + 1) / 2, twice.overall().asr().value(), 1e-15);
        assertEquals(
                Optional.of("2 runs stand twice, line for line the same, and count as a trial each time: leave out what was copied"),
                twice.toldAgain());
        assertEquals(Optional.empty(), evaluation("m", Map.of(Intent.PRODUCT, 2), a, other).toldAgain());
    }

    private static Trials of(Evaluation evaluation) {
        return Trials.of(evaluation).orElseThrow();
    }

    private static ScoredRun trial(String query, double rule) {
        return run(Intent.PRODUCT, query, rule);
    }
}
