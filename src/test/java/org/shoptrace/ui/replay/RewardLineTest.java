package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.timeline.RewardLine;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.ui.run.Findings;

class RewardLineTest {
    private ReplayFixture fixture;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
    }

    private List<RewardLine> lines() throws Exception {
        fixture.model.openRun().publishFindings(new Findings.Known(fixture.diagnosis()));
        return fixture.model.strip().linesProperty().get();
    }

    @Test
    void everyRequestSaysHowMuchOfItIsMetAndWhereItsTargetWasSeen() throws Exception {
        fixture.model.openAt(1, 1);
        RewardLine lamp = lines().getFirst();
        assertEquals("Red desk lamp", lamp.name());
        assertEquals(true, lamp.chosen());
        assertEquals("3 of 4 · target seen 1, viewed 2", lamp.words(1));
        assertEquals("4 of 4 · target seen 1, viewed 2", lamp.words(2));
        fixture.model.openAt(3, 1);
        assertEquals(List.of(true, true), lines().stream().map(RewardLine::chosen).toList());
    }

    @Test
    void nothingIsSaidWhileTheTruthIsHidden() throws Exception {
        fixture.model.openAt(1, 1);
        assertEquals(1, lines().size());
        fixture.model.openRun().toggleTruth();
        assertEquals(List.of(), fixture.model.strip().linesProperty().get());
        assertEquals(List.of(), fixture.model.strip().marks(3));
        fixture.model.openRun().toggleTruth();
        assertEquals(1, fixture.model.strip().linesProperty().get().size());
    }

    @Test
    void stepsAreMarkedAsMilestones() {
        Milestones milestones = new Milestones(OptionalInt.of(4), OptionalInt.of(2), OptionalInt.of(4));
        assertEquals(List.of(StepMark.LET_GO), StepMark.at(2, milestones));
        assertEquals(List.of(StepMark.OUT_OF_STEPS, StepMark.COMMITTED), StepMark.at(4, milestones));
        assertEquals(List.of(), StepMark.at(1, milestones));
    }
}
