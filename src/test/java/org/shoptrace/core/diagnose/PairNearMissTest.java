package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairNearMissTest {
    @ParameterizedTest
    @CsvSource({
            "silver, sliver, true", // two letters that changed places
            "grey, gray, true",
            "128gb, 128 GB, true",
            "café, cafe, true",
            "colour, color, true",
            "12 inch, 13 inch, false", // another size
            "red, rad, false", // too short for a slip
            "black, white, false",
            "silver, slvier bar, false",
            "'', '', false"
    })
    void spellingsDifferBySlipsAlone(String expected, String actual, boolean spelling) {
        assertEquals(spelling, PairNearMiss.isSpelling(expected, actual));
        assertEquals(spelling, PairNearMiss.isSpelling(actual, expected));
    }
}
