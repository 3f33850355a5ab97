package org.shoptrace.core.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;

/// The one word for why a run failed.
class FailureReasonTest {
    @Test
    void isHowFarItGotUnlessThatSaysNothing() {
        assertEquals("Viewed, not chosen", FailureReason.of(Stage.VIEWED_NOT_CHOSEN, Fault.WRONG_VARIANT).label());
        assertEquals("Over the budget", FailureReason.of(Stage.CHOSEN, Fault.BUDGET_MISSED).label());
        assertEquals("No answer", FailureReason.of(Stage.NO_ANSWER, Fault.NOTHING).label());
        assertEquals("Stopped by the harness", FailureReason.of(Stage.HARNESS, Fault.NOTHING).label());
    }

    @Test
    void whoeverRanOutOfStepsIsNoHarnesssFailure() {
        for (Stage stage : new Stage[] {Stage.NEVER_RETRIEVED, Stage.RETRIEVED_NOT_VIEWED, Stage.VIEWED_NOT_CHOSEN}) {
            FailureReason reason = FailureReason.of(stage, Fault.NOTHING);
            assertEquals("Ran out of steps", reason.label());
            assertFalse(reason.meaning().contains("harness"), reason.meaning());
        }
    }
}
