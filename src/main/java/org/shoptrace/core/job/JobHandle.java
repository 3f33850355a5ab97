package org.shoptrace.core.job;

/// A started job, as its starter holds it.
public interface JobHandle {
    /// Asks the job to stop; of its handlers only the one for cancelling is called afterwards.
    void cancel();

    boolean isDone();
}
