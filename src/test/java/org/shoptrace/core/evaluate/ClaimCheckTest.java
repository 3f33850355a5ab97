package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
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

/// Shares of runs with a wrong claim are of the runs that claim something.
class ClaimCheckTest {
    private static final ScoredRun SILENT = run(Intent.PRODUCT, "silent", 1);
    private static final ScoredRun TRUE = run(Intent.PRODUCT, "true", 1);
    private static final ScoredRun LUCKY = run(Intent.PRODUCT, "lucky", 1);
    private static final ScoredRun LOST = run(Intent.PRODUCT, "lost", 0);
    private static final ScoredRun UNKNOWN = run(Intent.PRODUCT, "unknown", 0.5);
    private static final Evaluation EVALUATION = evaluation("m", Map.of(Intent.PRODUCT, 6), SILENT, TRUE, LUCKY, LOST, UNKNOWN);
    private static final Map<RunId, RunFacts> FACTS = Map.of(
            SILENT.id(), facts(SILENT, ClaimFacts.NONE),
            TRUE.id(), facts(TRUE, GivenClaims.prices(3, 0, 0)),
            LUCKY.id(), facts(LUCKY, GivenClaims.prices(1, 2, 1)),
            LOST.id(), facts(LOST, GivenClaims.of(
                    GivenClaims.wrong(Kind.BRAND, Verdict.OTHER_PRODUCT, "It is by Acme.", "Acme", true),
                    GivenClaims.wrong(Kind.SOLD, Verdict.CONTRADICTED, "It sold 8.", "sold 8", false))));

    @Test
    void runsThatClaimNothingAreInNoShare() {
        List<ClaimCheck> checks = ClaimCheck.of(EVALUATION.overall(), FACTS, About.RECOMMENDED);
        assertEquals(List.of(Outcome.values()), checks.stream().map(ClaimCheck::outcome).toList());
        ClaimCheck all = checks.getFirst();
        assertEquals(new Rate(2, 3), rate(all.wrong()));
        assertEquals(List.of(8, 3), List.of(all.wrong().claims(), all.wrong().found()));
        assertEquals(List.of(SILENT), all.silent());
        assertEquals(List.of(UNKNOWN), all.undiagnosed());
        assertEquals(new Rate(1, 2), rate(checks.get(1).wrong()), "a success can hide a wrong claim");
        assertEquals(List.of(LUCKY), checks.get(1).wrong().hits());
        assertEquals(new Rate(1, 1), rate(checks.get(2).wrong()));
    }

    @Test
    void kindsHaveTheirOwnDenominatorAndVerdictsThatOfAll() {
        ClaimCheck all = check(About.RECOMMENDED);
        assertEquals(Set.of(Kind.PRICE, Kind.BRAND), all.kinds());
        assertEquals(new Rate(1, 2), rate(all.wrong(Kind.PRICE)));
        assertEquals(List.of(7, 2), List.of(all.wrong(Kind.PRICE).claims(), all.wrong(Kind.PRICE).found()));
        assertEquals(new Rate(1, 1), rate(all.wrong(Kind.BRAND)));
        assertTrue(all.wrong(Kind.SOLD).isOfNothing(), "it is about another product");
        assertEquals(new Rate(1, 1), rate(check(About.ANY).wrong(Kind.SOLD)));
        assertEquals(new Rate(1, 3), rate(all.of(Verdict.FALSE)));
        assertEquals(new Rate(1, 3), rate(all.of(Verdict.OTHER_PRODUCT)));
        assertEquals(new Rate(0, 3), rate(all.of(Verdict.CONTRADICTED)));
        assertEquals(List.of(LUCKY), all.of(Verdict.UNOBSERVED).hits());
    }

    @Test
    void everyWrongClaimIsListedWithItsRun() {
        assertEquals(List.of("10 pesos", "20 pesos", "Acme"),
                check(About.RECOMMENDED).wrongClaims().stream().map(wrong -> wrong.claim().text()).toList());
        assertEquals(List.of("10 pesos", "20 pesos", "Acme", "sold 8"),
                check(About.ANY).wrongClaims().stream().map(wrong -> wrong.claim().text()).toList());
        assertEquals(LOST, check(About.ANY).wrongClaims().getLast().run());
    }

    @Test
    void whereNothingWasCheckedThereIsNoNumber() {
        Evaluation quiet = evaluation("q", Map.of(Intent.PRODUCT, 2), SILENT, TRUE);
        Map<RunId, RunFacts> facts = Map.of(SILENT.id(), facts(SILENT, ClaimFacts.NONE), TRUE.id(), facts(TRUE, ClaimFacts.NONE));
        ClaimCheck none = ClaimCheck.of(quiet.overall(), facts, About.RECOMMENDED, Outcome.ALL);
        assertTrue(none.wrong().isOfNothing());
        assertEquals("No claim was checked in any of these 2 runs", none.whyNothing());
        assertEquals("There is no such run", ClaimCheck.of(quiet.overall(), facts, About.ANY, Outcome.FAILURE).whyNothing());
        assertEquals("None of these 2 runs is diagnosed", ClaimCheck.of(quiet.overall(), Map.of(), About.ANY, Outcome.ALL).whyNothing());
        Evaluation one = evaluation("o", Map.of(Intent.PRODUCT, 1), SILENT);
        assertEquals("No claim was checked in this one run",
                ClaimCheck.of(one.overall(), facts, About.ANY, Outcome.SUCCESS).whyNothing());
    }

    @Test
    void qualityIsCountedFromLabelledSentences() {
        ClaimQuality.Counts counts = ClaimQuality.Counts.NONE.with(false, true).with(false, true).with(false, false).with(true, true)
                .with(true, false).with(true, false);
        assertEquals(new Rate(2, 3), counts.recall());
        assertEquals(new Rate(2, 3), counts.precision());
        assertEquals(new Rate(1, 3), counts.falseAlarms());
        ClaimQuality shipped = ClaimQuality.measured();
        assertEquals(shipped.all().sentences(), shipped.byKind().values().stream().mapToInt(ClaimQuality.Counts::sentences).sum());
        assertEquals("Price", ClaimQuality.label("price"));
    }

    private static Rate rate(ClaimCheck.Share share) {
        return share.overTasks().rate().orElseThrow();
    }

    private static ClaimCheck check(About about) {
        return ClaimCheck.of(EVALUATION.overall(), FACTS, about, Outcome.ALL);
    }

    private static RunFacts facts(ScoredRun run, ClaimFacts claims) {
        return new RunFacts(
                run.id(), run.score().success() ? Result.SUCCESS : Result.FAILURE, Optional.of(Intent.PRODUCT), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(),
                new Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED),
                List.of(),
                List.of(), Set.of(), Set.of(), claims, 0, Milestones.NONE);
    }
}
