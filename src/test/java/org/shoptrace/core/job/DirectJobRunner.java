package org.shoptrace.core.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs every job to its end inside [#run], on the caller's thread, for tests of view-models.
public final class DirectJobRunner implements JobRunner {
    private static final JobHandle DONE = new JobHandle() {
        @Override
        public void cancel() {}

        @Override
        public boolean isDone() {
            return true;
        }
    };

    @Override
    public <T> JobHandle run(
            String title,
            Job<T> job,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure,
            Runnable onCancel) {
        T result;
        try {
            result = job.run(Progress.NONE);
        } catch (CancellationException e) {
            onCancel.run();
            return DONE;
        } catch (Exception e) {
            onFailure.accept(e);
            return DONE;
        }
        onSuccess.accept(result);
        return DONE;
    }

    @Override
    public Executor publisher() {
        return Runnable::run;
    }
}
