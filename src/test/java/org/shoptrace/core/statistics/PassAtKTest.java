package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKTest {

    /// Quotients of `math.comb` as Python fractions.
    @ParameterizedTest
    @CsvSource({
            "5, 2, 3, 0.9, 0", "10, 3, 1, 0.3, 0.3", "10, 3, 2, 0.5333333333333333, 0.06666666666666667", "8, 8, 8, 1, 1",
            "4, 0, 2, 0, 0", "200, 13, 100, 0.9999194971988055, 0"
    })
    void equalsTheQuotientsOfBinomialCoefficients(int n, int c, int k, double any, double all) {
        assertEquals(any, PassAtK.any(n, c, k), 1e-12);
        assertEquals(all, PassAtK.all(n, c, k), 1e-12);
    }

    @Test
    void refusesMoreTrialsThanThereWere() {
        String message = assertThrows(IllegalArgumentException.class, () -> PassAtK.any(3, 1, 4)).getMessage();
        assertEquals("k is 4, which 3 trials say nothing about", message);
        assertThrows(IllegalArgumentException.class, () -> PassAtK.all(3, 1, 4));
        assertThrows(IllegalArgumentException.class, () -> PassAtK.all(3, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> PassAtK.any(3, 4, 1));
    }

    @Test
    void moreTrialsHelpOneAndHarmAll() {
        for (int k = 1; k < 10; k++) {
            assertTrue(PassAtK.any(10, 4, k) <= PassAtK.any(10, 4, k + 1));
            assertTrue(PassAtK.all(10, 4, k) >= PassAtK.all(10, 4, k + 1));
        }
    }
}
