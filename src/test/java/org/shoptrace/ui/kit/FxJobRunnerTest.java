package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxJobRunnerTest {
    private final FxJobRunner runner = new FxJobRunner();
    private final List<String> ends = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void publishesTheResultOnTheJavaFxThreadAndLeavesTheList() throws Exception {
        start(_ -> 42);
        awaitEnd();
        assertEquals(List.of("success 42 true"), ends);
        assertTrue(runner.running().isEmpty());
    }

    @Test
    void handsFailuresAndErrorsToTheFailureHandler() throws Exception {
        start(_ -> {
            throw new IOException("disk");
        });
        awaitEnd();
        ends.clear();
        start(_ -> {
            throw new StackOverflowError();
        });
        awaitEnd();
        assertTrue(ends.getFirst().contains("StackOverflowError"), ends.toString());
    }

    @Test
    void callsOnlyTheCancelHandlerAfterACancelEvenWhenTheJobFinishes() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        JobHandle handle = start(progress -> {
            running.countDown();
            assertTrue(cancelled.await(10, TimeUnit.SECONDS));
            assertTrue(progress.isCancelled());
            return 1;
        });
        assertTrue(running.await(10, TimeUnit.SECONDS));
        handle.cancel();
        cancelled.countDown();
        awaitEnd();
        assertEquals(List.of("cancelled"), ends);
    }

    @Test
    void showsTheProgressOfARunningJobAndCancelsItFromTheList() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        start(progress -> {
            progress.report("half", 0.5);
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            cancelled.countDown();
            progress.checkCancelled();
            return 1;
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> fx(() -> !runner.running().isEmpty() && runner.running().getFirst().fractionProperty().get() == 0.5));
        fx(() -> {
            runner.running().getFirst().cancel();
            return true;
        });
        assertTrue(cancelled.await(10, TimeUnit.SECONDS));
        awaitEnd();
        assertEquals(List.of("cancelled"), ends);
    }

    @Test
    void keepsAFailureTyped() throws Exception {
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        fx(() -> runner.run("job", _ -> {
            throw new IOException("disk");
        }, _ -> {}, failures::add));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !failures.isEmpty());
        assertInstanceOf(IOException.class, failures.getFirst());
    }

    private JobHandle start(Job<Integer> job) throws Exception {
        return fx(() -> runner.run(
                "job",
                job,
                result -> ends.add("success " + result + " " + Platform.isFxApplicationThread()),
                failure -> ends.add("failure " + failure),
                () -> ends.add("cancelled")));
    }

    private void awaitEnd() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !ends.isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(java.util.concurrent.Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(10, TimeUnit.SECONDS);
    }
}
