package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Job;
import org.shoptrace.ui.LateJobRunner;

class LatestJobTest {
    private final LateJobRunner late = new LateJobRunner();
    private final LatestJob latest = new LatestJob(late);
    private final List<String> told = new ArrayList<>();

    @Test
    void startingAJobCancelsTheOneBefore() {
        start("a", _ -> "a");
        start("b", _ -> "b");

        assertEquals(List.of("a"), late.cancelled());
    }

    @Test
    void onlyTheResultOfTheLatestIsTold() {
        start("a", _ -> "a");
        start("b", _ -> "b");
        late.finish(1);
        late.finish(0);

        assertEquals(List.of("b"), told);
    }

    @Test
    void aLateFailureAndALateCancelAreDropped() {
        start("a", _ -> {
            throw new IllegalStateException("too late");
        });
        start("b", _ -> {
            throw new CancellationException("too late");
        });
        start("c", _ -> "c");
        late.finish(0);
        late.finish(1);

        assertEquals(List.of(), told);
        assertTrue(latest.isRunning());

        late.finish(2);
        assertEquals(List.of("c"), told);
    }

    @Test
    void failureAndCancelOfTheLatestAreTold() {
        start("a", _ -> {
            throw new IllegalStateException("no disk");
        });
        late.finish(0);
        start("b", _ -> {
            throw new CancellationException("cancelled");
        });
        late.finish(1);

        assertEquals(List.of("failed: no disk", "cancelled"), told);
    }

    @Test
    void runsUntilItsEndOrUntilItIsForgotten() {
        List<Boolean> running = new ArrayList<>();
        latest.runningProperty().subscribe(now -> running.add(now));
        start("a", _ -> "a");
        late.finish(0);
        start("b", _ -> "b");
        latest.forget();

        assertEquals(List.of(false, true, false, true, false), running);
    }

    @Test
    void whatIsForgottenTellsNothing() {
        start("a", _ -> "a");
        latest.forget();
        late.finish(0);

        assertEquals(List.of("a"), late.cancelled());
        assertEquals(List.of(), told);
    }

    @Test
    void aCancelledJobRunsOnUntilItSaysSo() {
        start("a", _ -> {
            throw new CancellationException("cancelled");
        });
        latest.cancel();

        assertEquals(List.of("a"), late.cancelled());
        assertTrue(latest.isRunning());

        late.finish(0);
        assertEquals(List.of("cancelled"), told);
        assertFalse(latest.isRunning());
    }

    @Test
    void partsOfAnEarlierJobAreDropped() {
        startInParts("a");
        startInParts("b");
        late.finish(0);
        late.finish(1);

        assertEquals(List.of("part of b", "b"), told);
    }

    @Test
    void aHandlerMayStartTheNextJobWhereJobsRunAtOnce() {
        LatestJob direct = new LatestJob(new DirectJobRunner());
        direct.run("a", _ -> "a", a -> {
            told.add(a);
            direct.run("b", _ -> "b", told::add, failure -> told.add("failed: " + failure.getMessage()));
        }, failure -> told.add("failed: " + failure.getMessage()));

        assertEquals(List.of("a", "b"), told);
        assertFalse(direct.isRunning());
    }

    private void start(String name, Job<String> job) {
        latest.run(name, job, told::add, failure -> told.add("failed: " + failure.getMessage()), () -> told.add("cancelled"));
    }

    private void startInParts(String name) {
        latest.<String, String>runInParts(
                name,
                (_, part) -> {
                    part.accept("part of " + name);
                    return name;
                },
                told::add,
                told::add,
                failure -> told.add("failed: " + failure.getMessage()),
                () -> told.add("cancelled"));
    }
}
