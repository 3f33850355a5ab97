package org.shoptrace.core.job;

/// A started job, as its starter holds it.
public interface JobHandle {
    /// Asks the job to stop. Neither handler is called afterwards.
    void cancel();

    boolean isDone();
}
