package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmAdjustmentTest {

    /// The definition by hand: the smallest times 4, then 3, 2, 1, none below one before it.
    @Test
    void multipliesTheSmallestMost() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, HolmAdjustment.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
        assertArrayEquals(
                new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, HolmAdjustment.adjust(0.01, 0.02, 0.03, 0.04, 0.05), 1e-15);
        assertArrayEquals(new double[] {1, 1}, HolmAdjustment.adjust(0.6, 0.9), 1e-15);
        assertEquals(0, HolmAdjustment.adjust().length);
        assertThrows(IllegalArgumentException.class, () -> HolmAdjustment.adjust(0.1, Double.NaN));
    }

    @Property(tries = 200)
    void keepsTheOrderAndNeverLessensAValue(@ForAll @Size(max = 12) List<@DoubleRange(max = 1) Double> values) {
        double[] raw = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] adjusted = HolmAdjustment.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            assertTrue(adjusted[i] >= raw[i] && adjusted[i] <= 1);
            for (int j = 0; j < raw.length; j++) {
                assertTrue(raw[i] >= raw[j] || adjusted[i] <= adjusted[j]);
            }
        }
    }
}
