package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.ui.run.Findings;

/// What is noticed about steps: annotations, and the outline that holds them together with failures, sights and milestones.
class StepRemarksTest {
    private ReplayFixture fixture;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
    }

    private List<String> words(int step) {
        return fixture.model.outline().linesProperty().get().get(step - 1).marks().stream().map(OutlineLine.Mark::words).toList();
    }

    @Test
    void aStepSaysWhoSaidWhatOfIt() {
        fixture.annotate(1, 3, "ana", "wrong_variant", "shop_split");
        fixture.annotate(1, 3, "ben");
        fixture.annotate(1, 0, "ben", "budget_missed");
        fixture.annotate(2, 2, "ben", "budget_missed");
        assertEquals(
                Map.of(3, "annotated: ana: Wrong variant or attribute, Several shops; ben"), fixture.model.remarks().stepsProperty().get());
        assertEquals(Optional.empty(), fixture.model.remarks().step(2));
    }

    @Test
    void labelsAreNotSaidWhileTheTruthIsHidden() {
        fixture.annotate(1, 3, "ana", "wrong_variant");
        fixture.model.openRun().toggleTruth();
        assertEquals(Map.of(3, "annotated"), fixture.model.remarks().stepsProperty().get());
    }

    @Test
    void theOutlineHasALineAStepWithWhatThereIsToNotice() throws Exception {
        assertEquals(
                List.of("desk lamp", "views 11", "lamp · page 2", "recommends 11", "ends: success"),
                fixture.model.outline().linesProperty().get().stream().map(OutlineLine::headline).toList());
        assertEquals(List.of("a call failed in the harness"), words(3));
        fixture.model.openRun().publishFindings(new Findings.Known(fixture.diagnosis()));
        assertTrue(words(1).contains("target 11 first seen"), words(1).toString());
        assertTrue(words(4).contains("the last recommendation"), words(4).toString());
        fixture.annotate(1, 4, "ana");
        assertTrue(words(4).contains("annotated: ana"), words(4).toString());
        fixture.model.openRun().toggleTruth();
        assertEquals(List.of(), words(1));
        assertEquals(List.of("annotated"), words(4));
        assertFalse(words(3).isEmpty(), "the harness gives no truth away");
    }

    @Test
    void theOutlineIsThereWhereThereIsRoomUntilTheUserSaysOtherwise() {
        TranscriptViewModel look = fixture.model.look();
        look.roomForOutline(false);
        assertFalse(look.outlineProperty().get());
        look.roomForOutline(true);
        assertTrue(look.outlineProperty().get());
        look.toggleOutline();
        look.roomForOutline(false);
        look.roomForOutline(true);
        assertFalse(look.outlineProperty().get());
        assertEquals(Optional.of(false), look.outlineChosen());
    }
}
