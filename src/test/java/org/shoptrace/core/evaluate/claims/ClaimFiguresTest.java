package org.shoptrace.core.evaluate.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.claims.ClaimFigures.Counted;
import org.shoptrace.core.evaluate.claims.ClaimFigures.Part;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.GivenClaims;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Conduct;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// Figures of claims have the interval that their tasks allow, and words to be quoted.
class ClaimFiguresTest {
    private static final ScoredRun WRONG = run(Intent.PRODUCT, "a", 1);
    private static final ScoredRun RIGHT = run(Intent.PRODUCT, "b", 0);
    private static final ScoredRun AGAIN = run(Intent.PRODUCT, "b", 0.5);
    private static final ScoredRun SILENT = run(Intent.SHOP, "c", 1);
    private static final Map<RunId, RunFacts> FACTS = Map.of(
            WRONG.id(), facts(WRONG, GivenClaims.prices(1, 2, 1)),
            RIGHT.id(), facts(RIGHT, GivenClaims.prices(3, 0, 0)),
            AGAIN.id(), facts(AGAIN, GivenClaims.prices(0, 1, 0)),
            SILENT.id(), facts(SILENT, ClaimFacts.NONE));

    private static Part part(Outcome outcome, ScoredRun... runs) {
        Evaluation series = evaluation("m", Map.of(Intent.PRODUCT, 2, Intent.SHOP, 1), runs);
        return ClaimFigures.of(List.of(series), FACTS, About.RECOMMENDED, Bootstrap.DEFAULT, () -> {}).series().getFirst().of(outcome);
    }

    @Test
    void whereEachTaskHasOneRunTheIntervalIsWilsons() {
        Counted all = part(Outcome.ALL, WRONG, RIGHT, SILENT).wrong();
        assertEquals(0.5, all.estimate().value());
        assertEquals("1 of 2", all.sample());
        assertEquals("1 of 2 runs with a checked claim state something that is not so: 50.0 %, 95 % interval 9.5 to 90.5 %; 2 of 7 claims",
                all.sentence());
    }

    @Test
    void ofATaskWithSeveralRunsTheShareOfItsRunsCounts() {
        Counted all = part(Outcome.ALL, WRONG, RIGHT, AGAIN, SILENT).wrong();
        assertEquals((1 + 0.5) / 2, all.estimate().value(), 1e-12, "a task that was tried twice counts no more than another");
        assertEquals("2 of 3 runs, 2 tasks", all.sample());
        ConfidenceInterval interval = all.estimate().spread().orElseThrow();
        assertEquals(List.of(0.5, 1.0), List.of(interval.low(), interval.high()), "that of the bootstrap of tasks");
        assertTrue(all.sentence().startsWith("2 of 3 runs, 2 tasks with a checked claim state something that is not so: 75.0 % as the mean "
                + "over tasks, 95 % interval 50.0 to 100.0 %"), all.sentence());
    }

    @Test
    void kindsVerdictsAndLevelsAreThoseOfTheOutcome() {
        Part successes = part(Outcome.SUCCESS, WRONG, RIGHT, SILENT);
        assertEquals(1, successes.wrong().estimate().value());
        assertEquals(Set.of(Claim.Kind.PRICE), successes.kinds().keySet());
        assertEquals(1, Objects.requireNonNull(successes.verdicts().get(Claim.Verdict.UNOBSERVED)).share().found());
        assertEquals(0, Objects.requireNonNull(successes.verdicts().get(Claim.Verdict.CONTRADICTED)).share().found());
        assertFalse(successes.verdicts().containsKey(Claim.Verdict.OBSERVED));
        Counted shop = Objects.requireNonNull(successes.levels().get(Intent.SHOP));
        assertTrue(shop.share().isOfNothing());
        assertTrue(Double.isNaN(shop.estimate().value()), "no number of nothing");
        assertEquals("No claim was checked in this one run", shop.sentence());
    }

    private static RunFacts facts(ScoredRun run, ClaimFacts claims) {
        return new RunFacts(
                run.id(), run.score().success() ? Result.SUCCESS : Result.FAILURE, Optional.of(Intent.PRODUCT), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(),
                new Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED), List.of(), List.of(), Set.of(), Set.of(), claims, 0,
                Milestones.NONE);
    }
}
