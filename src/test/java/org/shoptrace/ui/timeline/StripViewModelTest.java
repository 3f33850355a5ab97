package org.shoptrace.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.timeline.RewardLine;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.RunFixture;

class StripViewModelTest {
    private RunFixture fixture;
    private StripViewModel strip;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        strip = new StripViewModel(fixture.openRun);
    }

    private List<RewardLine> lines() throws Exception {
        fixture.openRun.publishFindings(new Findings.Known(fixture.diagnosis()));
        return strip.linesProperty().get();
    }

    @Test
    void everyRequestSaysHowMuchOfItIsMetAndWhereItsTargetWasSeen() throws Exception {
        fixture.publish(1);
        RewardLine lamp = lines().getFirst();
        assertEquals("Red desk lamp", lamp.name());
        assertEquals(true, lamp.chosen());
        assertEquals("3 of 4 · target seen 1, viewed 2", lamp.words(1));
        assertEquals("4 of 4 · target seen 1, viewed 2", lamp.words(2));
        fixture.publish(3);
        assertEquals(List.of(true, true), lines().stream().map(RewardLine::chosen).toList());
    }

    @Test
    void nothingIsSaidWhileTheTruthIsHidden() throws Exception {
        fixture.publish(1);
        assertEquals(1, lines().size());
        fixture.openRun.toggleTruth();
        assertEquals(List.of(), strip.linesProperty().get());
        assertEquals(List.of(), strip.marks(3));
        fixture.openRun.toggleTruth();
        assertEquals(1, strip.linesProperty().get().size());
    }

}
