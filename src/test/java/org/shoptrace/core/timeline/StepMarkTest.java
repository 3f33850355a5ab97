package org.shoptrace.core.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.finding.Milestones;

class StepMarkTest {
    @Test
    void stepsAreMarkedAsMilestones() {
        Milestones milestones = new Milestones(OptionalInt.of(4), OptionalInt.of(2), OptionalInt.of(4));
        assertEquals(List.of(StepMark.LET_GO), StepMark.at(2, milestones));
        assertEquals(List.of(StepMark.OUT_OF_STEPS, StepMark.COMMITTED), StepMark.at(4, milestones));
        assertEquals(List.of(), StepMark.at(1, milestones));
    }
}
