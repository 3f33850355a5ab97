package org.shoptrace.core.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;

class RunOverviewTest {
    private static final FailureReason NEVER = FailureReason.of(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT);
    private static final FailureReason VARIANT = FailureReason.of(Stage.CHOSEN, Fault.WRONG_VARIANT);

    private static RunPlace id(int number) {
        return RunPlace.anywhere(new RunId("%064x".formatted(number)));
    }

    private static RunOverview.Entry entry(int number, String model, OutcomeKind outcome, Optional<FailureReason> reason) {
        return new RunOverview.Entry(id(number), model, outcome, OwnOutcome.NONE, reason);
    }

    @Test
    void countsOutcomesByModelAndFailedRunsByReason() {
        RunOverview overview = RunOverview.of(List.of(
                entry(1, "beta", OutcomeKind.SUCCEEDED, Optional.empty()),
                entry(2, "alpha", OutcomeKind.FAILED, Optional.of(VARIANT)),
                entry(3, "alpha", OutcomeKind.FAILED, Optional.of(NEVER)),
                entry(4, "beta", OutcomeKind.FAILED, Optional.of(NEVER)),
                entry(5, "beta", OutcomeKind.UNSCORABLE, Optional.of(NEVER)),
                entry(6, "beta", OutcomeKind.FAILED, Optional.empty()),
                entry(7, "beta", OutcomeKind.NOT_SCORED, Optional.empty())), 5);

        assertEquals(List.of("alpha", "beta"), overview.models().stream().map(RunOverview.Model::name).toList());
        assertEquals(
                Map.of(
                        OutcomeKind.SUCCEEDED, List.of(id(1)), OutcomeKind.FAILED, List.of(id(4), id(6)), OutcomeKind.UNSCORABLE,
                        List.of(id(5)), OutcomeKind.NOT_SCORED, List.of(id(7))),
                overview.models().getLast().outcomes());
        assertEquals(4, overview.failed());
        assertEquals(
                List.of(new RunOverview.Reason(NEVER, List.of(id(3), id(4)), 0.5), new RunOverview.Reason(VARIANT, List.of(id(2)), 0.25)),
                overview.reasons());
        assertEquals(3, overview.explained());
    }

    @Test
    void aRunThatNobodyScoredEndedAsItsFileSays() {
        RunOverview overview = RunOverview.of(List.of(
                byFile(1, OutcomeKind.NOT_SCORED, OwnOutcome.PASSED),
                byFile(2, OutcomeKind.NOT_SCORED, OwnOutcome.FAILED),
                byFile(3, OutcomeKind.NOT_SCORED, OwnOutcome.OPEN),
                byFile(4, OutcomeKind.FAILED, OwnOutcome.PASSED)), 5);
        RunOverview.Model model = overview.models().getFirst();
        assertEquals(Map.of(OwnOutcome.PASSED, List.of(id(1)), OwnOutcome.FAILED, List.of(id(2))), model.byFile());
        assertEquals(Map.of(OutcomeKind.NOT_SCORED, List.of(id(3)), OutcomeKind.FAILED, List.of(id(4))), model.outcomes());
        assertEquals(4, model.runs());
        assertEquals(1, overview.failed(), "by the scorer alone");
        assertTrue(overview.isByFiles());
    }

    private static RunOverview.Entry byFile(int number, OutcomeKind outcome, OwnOutcome own) {
        return new RunOverview.Entry(id(number), "m", outcome, own, Optional.empty());
    }

    @Test
    void namesNoMoreReasonsThanWereAskedForAndOfEqualOnesTheFirstByName() {
        RunOverview overview = RunOverview.of(List.of(
                entry(1, "m", OutcomeKind.FAILED, Optional.of(VARIANT)), entry(2, "m", OutcomeKind.FAILED, Optional.of(NEVER))), 1);
        assertEquals(List.of(NEVER), overview.reasons().stream().map(RunOverview.Reason::reason).toList());
    }

    @Test
    void aRunThatChoseTheTargetFailedForWhatIsWrongWithIt() {
        assertEquals("Never retrieved", NEVER.label());
        assertEquals("Wrong variant or attribute", VARIANT.label());
    }

    @Test
    void everyWordHasAMeaningOfItsOwn() {
        Set<String> meanings = new HashSet<>();
        for (Stage stage : Stage.values()) {
            for (Fault fault : Fault.values()) {
                FailureReason reason = FailureReason.of(stage, fault);
                assertTrue(reason.meaning().endsWith(".") && reason.meaning().length() < 90, reason.meaning());
                assertFalse(reason.label().isBlank());
                meanings.add(reason.meaning());
            }
        }
        assertEquals(Stage.values().length - 1 + Fault.values().length, meanings.size());
    }
}
