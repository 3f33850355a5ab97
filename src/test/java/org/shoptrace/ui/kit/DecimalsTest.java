package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void readsAPointAndAComma() {
        assertEquals(Optional.of(0.5), Decimals.read(" 0.5 "));
        assertEquals(Optional.of(0.5), Decimals.read("0,5"));
        assertEquals(Optional.of(-2.0), Decimals.read("-2"));
        assertEquals(Optional.empty(), Decimals.read("much"));
        assertEquals(Optional.empty(), Decimals.read(""));
        assertEquals(Optional.empty(), Decimals.read("NaN"));
        assertEquals(Optional.empty(), Decimals.read("1e999"));
    }

    @Test
    void writesWithoutZerosThatSayNothing() {
        assertEquals("1", Decimals.text(1));
        assertEquals("0.75", Decimals.text(0.750));
        assertEquals("0", Decimals.text(-0.0));
        assertEquals("100", Decimals.text(100));
    }
}
