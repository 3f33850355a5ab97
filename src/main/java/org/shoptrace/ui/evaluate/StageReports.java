package org.shoptrace.ui.evaluate;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.ui.evaluate.RunViewModel.Stage;

/// Passes a job's progress on, and tells the screen of it as well: at most one report waits, however often the job reports.
final class StageReports implements Progress {
    private final Progress next;
    private final Consumer<? super StageReports> screen;
    private final AtomicReference<Stage> latest = new AtomicReference<>(Stage.BEGUN);
    private final AtomicBoolean waiting = new AtomicBoolean();

    /// @param screen told that there is a report to be [taken][#taken()]
    StageReports(Progress next, Consumer<? super StageReports> screen) {
        this.next = next;
        this.screen = screen;
    }

    /// The last report; the next one is told again.
    Stage taken() {
        waiting.set(false);
        return latest.get();
    }

    @Override
    public void report(String message, double fraction) {
        next.report(message, fraction);
        latest.set(new Stage(message, fraction));
        if (waiting.compareAndSet(false, true)) {
            screen.accept(this);
        }
    }

    @Override
    public boolean isCancelled() {
        return next.isCancelled();
    }
}
