package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    @Test
    void isStudentsInterval() {
        // 0.5 ± 4.3026527 · 0.1 / √3, the quantile for two degrees of freedom from a printed table.
        MeanInterval interval = MeanInterval.of(new double[] {0.4, 0.5, 0.6}).orElseThrow();
        assertEquals(0.2515862, interval.low(), 1e-6);
        assertEquals(0.7484138, interval.high(), 1e-6);
    }

    @Test
    void isCutToShares() {
        assertEquals(Optional.of(new MeanInterval(0, 1)), MeanInterval.of(new double[] {0, 1}));
    }

    @Test
    void isAPointWhereNothingVaries() {
        assertEquals(Optional.of(new MeanInterval(0.5, 0.5)), MeanInterval.of(new double[] {0.5, 0.5, 0.5}));
    }

    @Test
    void isEmptyForFewerThanTwo() {
        assertEquals(Optional.empty(), MeanInterval.of(new double[] {0.5}));
    }
}
