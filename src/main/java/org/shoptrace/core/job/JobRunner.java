package org.shoptrace.core.job;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs jobs. Handlers are called where results may be published (in the window: on the JavaFX thread); of the three exactly one
/// is called, once.
public interface JobRunner {
    /// @param title     what the job does, for the list of running jobs
    /// @param onFailure mandatory, so that no failure is swallowed
    /// @param onCancel  called when the job was cancelled, by its starter or from the list of running jobs
    <T> JobHandle run(
            String title,
            Job<T> job,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure,
            Runnable onCancel);

    /// As above, for a starter that has nothing to undo after a cancel.
    default <T> JobHandle run(
            String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure) {
        return run(title, job, onSuccess, onFailure, () -> {});
    }

    /// Runs what publishes a job's results before its end, such as a batch of a long list: where the handlers are called, in order.
    Executor publisher();
}
