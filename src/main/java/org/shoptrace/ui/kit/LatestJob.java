package org.shoptrace.ui.kit;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.job.Progress;

/// One thing that is worked on anew whenever what it is made of changes: only the job that was started last counts. Starting one cancels
/// the one before, and whatever an earlier one still comes to, a result, a failure or a cancel, is dropped.
///
/// Used on the thread that the runner's handlers are called on.
public final class LatestJob {
    private final JobRunner jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable JobHandle handle;
    /// Which job counts: goes up with every start and every [#forget].
    private long turn;

    /// A job that tells parts of its result while it goes on.
    ///
    /// @param <P> a part
    /// @param <T> the result
    @FunctionalInterface
    public interface InParts<P, T> {
        /// @param part takes a part, on the job's thread
        T run(Progress progress, Consumer<? super P> part) throws Exception;
    }

    public LatestJob(JobRunner jobs) {
        this.jobs = jobs;
    }

    // Properties

    /// Whether the job that counts is under way; no longer while its handlers are called.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    // Commands

    /// Starts a job in place of the one before. The handlers are those of [JobRunner#run]; exactly one is called, or none when another job
    /// is started or this one forgotten before it ends.
    public <T> void run(
            String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure, Runnable onCancel) {
        forget();
        start(turn, title, job, onSuccess, onFailure, onCancel);
    }

    /// As above, where nothing is to be undone after a cancel.
    public <T> void run(String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure) {
        run(title, job, onSuccess, onFailure, () -> {});
    }

    /// As above, for a job that tells parts of its result before its end.
    ///
    /// @param onPart called like the handlers, before them; for a job that counts no more it is not called
    public <P, T> void runInParts(
            String title,
            InParts<P, T> job,
            Consumer<? super P> onPart,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure,
            Runnable onCancel) {
        forget();
        long mine = turn;
        Consumer<P> publish = part -> jobs.publisher().execute(() -> {
            if (mine == turn) {
                onPart.accept(part);
            }
        });
        start(mine, title, progress -> job.run(progress, publish), onSuccess, onFailure, onCancel);
    }

    /// Asks the job to stop; its handler for a cancel is called as soon as it has. Without one under way nothing happens.
    public void cancel() {
        if (handle != null) {
            handle.cancel();
        }
    }

    /// Asks the job to stop, and drops what it comes to: none of its handlers is called.
    public void forget() {
        turn++;
        cancel();
        handle = null;
        running.set(false);
    }

    private <T> void start(
            long mine, String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure, Runnable onCancel) {
        running.set(true);
        JobHandle started = jobs.run(
                title,
                job,
                result -> ended(mine, () -> onSuccess.accept(result)),
                failure -> ended(mine, () -> onFailure.accept(failure)),
                () -> ended(mine, onCancel));
        // A runner that runs jobs at once has ended it already, and its handler may have started the next.
        if (mine == turn && running.get()) {
            handle = started;
        }
    }

    private void ended(long of, Runnable tell) {
        if (of == turn) {
            handle = null;
            running.set(false);
            tell.run();
        }
    }
}
