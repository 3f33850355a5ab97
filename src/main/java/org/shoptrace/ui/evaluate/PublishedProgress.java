package org.shoptrace.ui.evaluate;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.ui.evaluate.EvaluateViewModel.Stage;

/// Passes a job's progress on, and publishes it for the screen as well: at most one report waits, however often the job reports.
final class PublishedProgress implements Progress {
    private final Progress next;
    private final Executor publisher;
    private final Consumer<Stage> screen;
    private final AtomicReference<Stage> latest = new AtomicReference<>(Stage.BEGUN);
    private final AtomicBoolean waiting = new AtomicBoolean();

    PublishedProgress(Progress next, Executor publisher, Consumer<Stage> screen) {
        this.next = next;
        this.publisher = publisher;
        this.screen = screen;
    }

    @Override
    public void report(String message, double fraction) {
        next.report(message, fraction);
        latest.set(new Stage(message, fraction));
        if (waiting.compareAndSet(false, true)) {
            publisher.execute(() -> {
                waiting.set(false);
                screen.accept(latest.get());
            });
        }
    }

    @Override
    public boolean isCancelled() {
        return next.isCancelled();
    }
}
