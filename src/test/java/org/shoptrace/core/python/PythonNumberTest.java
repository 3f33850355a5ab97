package org.shoptrace.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNumberTest {

    @ParameterizedTest
    @CsvSource({
            "1e2, 100.0", "100, 100", "100.0, 100.0", "-0, 0", "-0.0, -0.0", "1E-5, 1e-05", "0.0001, 0.0001", "0.00012345, 0.00012345",
            "1e15, 1000000000000000.0", "1e16, 1e+16", "1.5e16, 1.5e+16", "123456789012345680, 123456789012345680",
            "12345678901234567.0, 1.2345678901234568e+16",
            "5e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e+308", "1e400, Infinity", "-1e400, -Infinity", "NaN, NaN",
            "0.1, 0.1",
            "8.60, 8.6", "2e-3, 0.002", "1e23, 1e+23", "9007199254740993.0, 9007199254740992.0", "1e-100, 1e-100"
    })
    void writesAsPythonDoes(String text, String expected) {
        assertEquals(expected, PythonNumber.canonical(text));
    }

    @Test
    void everyFloatReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(PythonNumber.repr(value)));
            }
        }
    }
}
