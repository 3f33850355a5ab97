package org.shoptrace.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;

class OpenRunViewModelTest {
    private RunFixture fixture;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        fixture.publish(1);
    }

    @Test
    void movesThroughTheStepsAndStopsAtTheEnds() {
        fixture.openRun.previousStep();
        assertEquals(1, fixture.openRun.stepProperty().get());
        fixture.openRun.nextStep();
        assertEquals(2, fixture.openRun.stepProperty().get());
        fixture.openRun.lastStep();
        fixture.openRun.nextStep();
        assertEquals(5, fixture.openRun.stepProperty().get());
        fixture.openRun.goToStep(3);
        assertEquals(3, fixture.openRun.stepProperty().get());
        fixture.openRun.goToStep(99);
        assertEquals(5, fixture.openRun.stepProperty().get());
        fixture.openRun.firstStep();
        assertEquals(1, fixture.openRun.stepProperty().get());
    }

    @Test
    void nothingMovesWhereNoRunIsOpen() {
        OpenRunViewModel nothing = new OpenRunViewModel();
        nothing.nextStep();
        nothing.lastStep();
        assertEquals(0, nothing.stepProperty().get());
        assertTrue(nothing.currentStep().isEmpty());
    }

    @Test
    void presentsUntilItIsToldToStop() {
        fixture.openRun.togglePresenting();
        assertTrue(fixture.openRun.presentingProperty().get());
        fixture.openRun.stopPresenting();
        fixture.openRun.stopPresenting();
        assertFalse(fixture.openRun.presentingProperty().get());
    }
}
