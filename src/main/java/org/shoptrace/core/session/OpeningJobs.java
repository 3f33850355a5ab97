package org.shoptrace.core.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;

/// The jobs of one opened workspace. They are called off when it is left: what they find out afterwards is not published, and what goes
/// wrong with them is of no interest any more. Used on the publishing thread, but where a method says otherwise.
final class OpeningJobs {
    private final JobRunner jobs;
    private final Complaints complaints;
    private final Set<JobHandle> handles = new HashSet<>();
    private boolean closed;

    OpeningJobs(JobRunner jobs, Complaints complaints) {
        this.jobs = jobs;
        this.complaints = complaints;
    }

    /// Whether the workspace has been left.
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        handles.forEach(JobHandle::cancel);
    }

    <T> void run(String title, Job<T> job, Consumer<? super T> then) {
        run(title, job, then, () -> {});
    }

    /// @param undo after a failure, which is told before, and when the job is called off
    <T> JobHandle run(String title, Job<T> job, Consumer<? super T> then, Runnable undo) {
        return run(title, job, then, undo, undo);
    }

    /// @param failed after a failure, which is told before
    <T> JobHandle run(String title, Job<T> job, Consumer<? super T> then, Runnable failed, Runnable calledOff) {
        handles.removeIf(JobHandle::isDone);
        JobHandle handle = jobs.run(
                title,
                job,
                then,
                failure -> {
                    failed(failure);
                    failed.run();
                },
                calledOff);
        handles.add(handle);
        return handle;
    }

    /// Publishes something before the job that found it ends; called in a job.
    void publish(Runnable change) {
        jobs.publisher().execute(() -> {
            if (!closed) {
                change.run();
            }
        });
    }

    /// One file that cannot be read does not keep the others from being read; called in a job.
    void failedMeanwhile(Exception failure) {
        publish(() -> failed(failure));
    }

    void failed(Exception failure) {
        if (!closed) {
            complaints.failed(failure);
        }
    }

    void outdated(Exception warning, Runnable again) {
        if (!closed) {
            complaints.outdated(warning, again);
        }
    }

    void about(String what, List<?> items) {
        if (!closed && !items.isEmpty()) {
            complaints.about(what, items);
        }
    }
}
