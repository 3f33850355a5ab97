package org.shoptrace.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;

class RemarksViewModelTest {
    private RunFixture fixture;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        fixture.publish(1);
    }

    @Test
    void aStepSaysWhoSaidWhatOfIt() {
        fixture.annotate(1, 3, "ana", "wrong_variant", "shop_split");
        fixture.annotate(1, 3, "ben");
        fixture.annotate(1, 0, "ben", "budget_missed");
        fixture.annotate(2, 2, "ben", "budget_missed");
        assertEquals(
                Map.of(3, "annotated: ana: Wrong variant or attribute, Several shops; ben"), fixture.remarks.stepsProperty().get());
        assertEquals(Optional.empty(), fixture.remarks.step(2));
    }

    @Test
    void labelsAreNotSaidWhileTheTruthIsHidden() {
        fixture.annotate(1, 3, "ana", "wrong_variant");
        fixture.openRun.toggleTruth();
        assertEquals(Map.of(3, "annotated"), fixture.remarks.stepsProperty().get());
    }
}
