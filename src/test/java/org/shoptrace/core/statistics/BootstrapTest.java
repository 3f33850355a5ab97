package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final double[] SHARES = IntStream.range(0, 400).mapToDouble(i -> i % 4 == 0 ? 1 : 0).toArray();

    /// The mean of n draws is normal around the mean with the spread of the values over the root of n; 0.003 is over three
    /// standard errors of a quantile from 10,000 resamples.
    @Test
    void nearsTheNormalIntervalOfAMean() {
        ConfidenceInterval interval = Bootstrap.DEFAULT.meanInterval(SHARES).orElseThrow();
        double half = 1.96 * Math.sqrt(0.25 * 0.75 / SHARES.length);
        assertEquals(0.25 - half, interval.low(), 0.003);
        assertEquals(0.25 + half, interval.high(), 0.003);
    }

    @Test
    void equalSeedsGiveEqualIntervals() {
        assertEquals(new Bootstrap(7, 500).meanInterval(SHARES), new Bootstrap(7, 500).meanInterval(SHARES));
        double[] graded = IntStream.range(0, 50).mapToDouble(i -> Math.sqrt(i)).toArray();
        assertNotEquals(new Bootstrap(7, 500).meanInterval(graded), new Bootstrap(8, 500).meanInterval(graded));
        assertEquals(10_000, Bootstrap.DEFAULT.resamples());
    }

    @Test
    void drawsAsManyTasksAsThereAreAndLeavesOutWhatIsNotDefined() {
        assertEquals(
                Optional.of(new ConfidenceInterval(5, 5)),
                new Bootstrap(1, 100).interval(5, drawn -> {
                    assertTrue(Arrays.stream(drawn).allMatch(task -> task >= 0 && task < 5));
                    return drawn[0] == 0 ? Double.NaN : drawn.length;
                }));
        assertEquals(Optional.empty(), new Bootstrap(1, 100).interval(5, drawn -> Double.NaN));
    }

    @Test
    void oneTaskSaysNothing() {
        assertEquals(Optional.empty(), Bootstrap.DEFAULT.meanInterval(new double[] {1}));
        assertEquals(Optional.of(new ConfidenceInterval(1, 1)), Bootstrap.DEFAULT.meanInterval(new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, 0));
    }
}
