package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.Notices;

class LookedCountTest {
    private final LateJobRunner jobs = new LateJobRunner();
    private int known = 1;
    private final LookedCount<Integer> count = new LookedCount<>(jobs, new Notices(), this::order);

    private Optional<LookedCount.Order<Integer>> order() {
        int now = known;
        return now == 0 ? Optional.empty() : Optional.of(new LookedCount.Order<>("Counting " + now, _ -> now));
    }

    private Optional<Integer> shown() {
        return count.shownProperty().get();
    }

    private void getOn() {
        known++;
        count.outdate();
    }

    @Test
    void whatIsUnderWayIsNotBegunAnewHoweverOftenTheDataGetOn() {
        count.look();
        for (int i = 0; i < 50; i++) {
            getOn();
            count.look();
        }
        assertEquals(1, jobs.started());
        assertEquals(List.of(), jobs.cancelled());
        jobs.finish(0);
        assertEquals(Optional.of(1), shown(), "it ends, though all has got on since");
        assertEquals(2, jobs.started(), "and is counted once more");
        jobs.finish(1);
        assertEquals(Optional.of(51), shown());
        count.look();
        assertEquals(2, jobs.started(), "nothing has changed");
    }

    @Test
    void nobodyCountsForAPageThatIsLeft() {
        count.restart();
        assertEquals(0, jobs.started());
        count.look();
        getOn();
        count.leave();
        assertEquals(List.of("Counting 1"), jobs.cancelled());
        jobs.finish(0);
        assertEquals(Optional.empty(), shown(), "it came too late to stop");
        assertEquals(1, jobs.started());
        count.look();
        jobs.finish(1);
        assertEquals(Optional.of(2), shown());
        count.leave();
        count.look();
        assertEquals(2, jobs.started(), "what was counted stays");
    }

    @Test
    void somethingElseIsCountedAtOnceAndWhatIsGoneIsDropped() {
        count.look();
        jobs.finish(0);
        known = 7;
        count.restart();
        assertEquals(Optional.of(1), shown(), "until the other is there");
        known = 8;
        count.restart();
        assertEquals(List.of("Counting 7"), jobs.cancelled());
        jobs.finish(2);
        assertEquals(Optional.of(8), shown());
        count.drop();
        assertEquals(Optional.empty(), shown());
        known = 0;
        count.look();
        assertEquals(3, jobs.started(), "there is nothing to count");
    }
}
