package org.shoptrace.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.timeline.OutlineLine;
import org.shoptrace.core.timeline.StepMark;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.RunFixture;

class OutlineViewModelTest {
    private RunFixture fixture;
    private OutlineViewModel outline;

    @BeforeEach
    void openRun() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        outline = new OutlineViewModel(fixture.openRun, fixture.remarks);
        fixture.publish(1);
    }

    private List<String> words(int step) {
        return outline.linesProperty().get().get(step - 1).marks().stream().map(StepMark::words).toList();
    }

    @Test
    void theOutlineHasALineAStepWithWhatThereIsToNotice() throws Exception {
        assertEquals(
                List.of("desk lamp", "views 11", "lamp · page 2", "recommends 11", "ends: success"),
                outline.linesProperty().get().stream().map(OutlineLine::headline).toList());
        assertEquals(List.of("a call failed in the harness"), words(3));
        fixture.openRun.publishFindings(new Findings.Known(fixture.diagnosis()));
        assertTrue(words(1).contains("target 11 first seen"), words(1).toString());
        assertTrue(words(4).contains("the last recommendation"), words(4).toString());
        fixture.annotate(1, 4, "ana");
        assertTrue(words(4).contains("annotated: ana"), words(4).toString());
        fixture.openRun.toggleTruth();
        assertEquals(List.of(), words(1));
        assertEquals(List.of("annotated"), words(4));
        assertFalse(words(3).isEmpty(), "the harness gives no truth away");
    }
}
