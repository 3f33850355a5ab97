package org.shoptrace.ui.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;

class SelectionTest {
    private static final Feature RUNS = feature("replay", "run=N,step=N");
    private static final Feature PRODUCTS = feature("sandbox", "product=ID");
    private static final List<Feature> FEATURES = List.of(RUNS, PRODUCTS, feature("start", ""));

    private static Feature feature(String screen, String selects) {
        return Feature.screen(screen, selects, _ -> {
            throw new AssertionError("nothing is built to read a selection");
        });
    }

    private static Selection parse(String text) throws ShoptraceException {
        return Selection.parse(text, FEATURES);
    }

    @Test
    void readsRunAndStepTogether() throws Exception {
        Selection selection = parse("run=3, step=2");
        assertEquals(OptionalInt.of(3), selection.number("run"));
        assertEquals(OptionalInt.of(2), selection.number("step"));
        assertEquals(OptionalInt.empty(), parse("run=3").number("step"));
        assertEquals(Optional.of("49=38"), parse("product=49=38").text("product"));
        assertEquals(List.of("compact", "what-if"), parse("run=1,do=compact,do=what-if").does());
        assertEquals(new Selection(Map.of("run", "3", "step", "2"), List.of()), selection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "run=0", "run=x", "step=-1", "shop=1"})
    void namesWhatItCannotRead(String text) {
        ShoptraceException refused = assertThrows(ShoptraceException.class, () -> parse(text));
        assertEquals(
                "the selection cannot be read: " + text
                        + ". Write run=N,step=N or product=ID, with numbers from 1, and do=COMMAND.",
                refused.getMessage());
    }

    @Test
    void fitsTheFeatureThatSelectsAllOfIt() throws Exception {
        assertTrue(parse("run=1,step=2").fits(RUNS));
        assertTrue(parse("step=2,do=compact").fits(RUNS));
        assertFalse(parse("run=1,product=7").fits(RUNS));
        assertFalse(parse("run=1").fits(PRODUCTS));
        assertTrue(parse("do=compact").fits(PRODUCTS));
    }
}
