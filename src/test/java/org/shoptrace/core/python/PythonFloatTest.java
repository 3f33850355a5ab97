package org.shoptrace.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFloatTest {

    @Test
    void readsWhatPythonsFloatReads() {
        assertReads(5, "5", " 5\t", "\n5", "5\u0085", "\u30005", "\u1680 5", "+5", "5.", "5.0", "0_5", "0.5e1", "0.5E+1", "\uD835\uDFD3",
                "\u0665", "\uFF15");
        assertReads(0.5, ".5", "+.5", "0.5", "5e-1", "\u0660.\u0665");
        assertReads(1000, "1_000", "1e0_3", "1E3");
        assertReads(-30, "-30", "-\u0663\u0660");
        assertReads(Double.POSITIVE_INFINITY, "inf", "INFINITY", "+Inf", "1e400", "1e99999999999999999999");
        assertReads(Double.NEGATIVE_INFINITY, "-inf", "-1e400");
        assertReads(Double.NaN, "nan", "-NaN", "+nan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "", " ", "abc", "\u20B150", "1,000", "0x10", "1d", "1f", "1__0", "_1", "1_", "1_.0", "1._0", "1e_5", "in_f", "nan(1)",
                    ".", "e5", ".e5", "1e",
                    "+-1", "1 0", "\u001C5", "5\u0000", "\u00B2", "1\u200B", "\uFEFF5", "5\u180E"
            })
    void readsNothingWherePythonRaises(String text) {
        assertEquals(OptionalDouble.empty(), PythonFloat.parse(text));
    }

    @Test
    void readsDigitsOfAnyScriptAndNothingElseAsAPage() {
        assertEquals(OptionalInt.of(2), PythonFloat.parseDigits("00002"));
        assertEquals(OptionalInt.of(3), PythonFloat.parseDigits("\uFF13"));
        assertEquals(OptionalInt.of(12), PythonFloat.parseDigits("\u0661\uD835\uDFD0"));
        for (String text : new String[] {"", " 1", "1 ", "+1", "-1", "1.0", "1e0", "one", "\u00B2", "1_0", "99999999999999999999999"}) {
            assertEquals(OptionalInt.empty(), PythonFloat.parseDigits(text), text);
        }
    }

    private static void assertReads(double expected, String... texts) {
        for (String text : texts) {
            assertEquals(OptionalDouble.of(expected), PythonFloat.parse(text), text);
        }
    }
}
