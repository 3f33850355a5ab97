package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.kit.Notices;

class ClosingTest {
    private final Notices notices = new Notices();
    private final AtomicBoolean saved = new AtomicBoolean();
    private final Closing closing = new Closing(saved::get, notices);

    @Test
    void whatIsSavedClosesWithoutAWord() {
        saved.set(true);
        assertTrue(closing.mayClose());
        assertEquals(0, notices.open().size());
    }

    @Test
    void whatCouldNotBeSavedHoldsTheWindowUntilTheUserHasBeenTold() {
        assertFalse(closing.mayClose());
        assertEquals(Closing.CLOSE_AGAIN, notices.open().getFirst().summary());
        assertTrue(closing.mayClose(), "whoever closes again means it");
        notices.dismiss(notices.open().getFirst());
        assertFalse(closing.mayClose(), "another time is another loss");
        saved.set(true);
        assertTrue(closing.mayClose());
    }

    @Test
    void itIsNotSaidAnyMoreOnceAllIsSaved() {
        notices.report(new ShoptraceException("the one could not be saved", "a", "Make room"), "one");
        notices.report(new ShoptraceException("the other could not be saved", "a", "Make room"), "other");
        assertFalse(closing.mayClose());
        notices.settled("something else");
        notices.settled("one");
        assertEquals(Closing.CLOSE_AGAIN, notices.open().getFirst().summary());
        notices.settled("other");
        assertEquals(List.of(), notices.open());
    }
}
