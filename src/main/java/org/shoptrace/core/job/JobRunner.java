package org.shoptrace.core.job;

import java.util.function.Consumer;

/// Runs jobs. Handlers are called where results may be published (in the window: on the JavaFX thread), one of them,
/// once, and none after a cancel.
public interface JobRunner {
    /// @param title     what the job does, for the list of running jobs
    /// @param onFailure mandatory, so that no failure is swallowed
    <T> JobHandle run(String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure);
}
