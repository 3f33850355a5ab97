package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /// The formula of Wilson (1927) written out, on success counts of the paper's Table 1 and at both ends.
    @ParameterizedTest
    @CsvSource({"149, 250", "93, 150", "434, 900", "0, 40", "40, 40", "1, 1"})
    void hasTheWilsonInterval(int hits, int of) {
        double z = 1.959963984540054;
        double p = (double) hits / of;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        Rate rate = new Rate(hits, of);
        assertEquals(p, rate.value());
        assertEquals(middle - half, rate.low(), 1e-9);
        assertEquals(middle + half, rate.high(), 1e-9);
    }

    /// Newcombe (1998, *Statistics in Medicine* 17:857), table I, the score method without continuity correction.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void hasTheIntervalsThatNewcombePrints(int hits, int of, double low, double high) {
        assertEquals(low, new Rate(hits, of).low(), 5e-5);
        assertEquals(high, new Rate(hits, of).high(), 5e-5);
        assertEquals(0, new Rate(0, of).low(), "the formula's zero is not quite one in floating point");
        assertEquals(1, new Rate(of, of).high());
    }

    @Test
    void nothingIsKnownOfNothing() {
        Rate rate = new Rate(0, 0);
        assertEquals(0, rate.value());
        assertEquals(0, rate.low());
        assertEquals(1, rate.high());
        assertThrows(IllegalArgumentException.class, () -> new Rate(2, 1));
    }

    @ParameterizedTest
    @CsvSource({
            "0.0625, 0.062", "0.1875, 0.188", "0.0005, 0.001", "0.0015, 0.002", "0.5745, 0.575", "0.2875, 0.287", "0, 0.000", "1, 1.000"
    })
    void figuresArePrintedFromTheExactValueTiesToEven(double value, String printed) {
        assertEquals(printed, ReleasedReport.figure(value));
    }
}
