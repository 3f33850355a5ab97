package org.shoptrace.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;

/// Keeps jobs until a test lets them run, in any order; shows which were cancelled.
public final class LateJobRunner implements JobRunner {
    private final DirectJobRunner direct = new DirectJobRunner();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Runnable> cancels = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();

    /// Runs the n-th job that was started, counted from 0, even if it was cancelled: the answer of a job that came too late to stop.
    public void finish(int n) {
        waiting.get(n).run();
    }

    /// Ends the n-th job as one that a person cancelled in the list of jobs.
    public void cancel(int n) {
        cancels.get(n).run();
    }

    public int started() {
        return waiting.size();
    }

    /// The titles of the jobs that were asked to stop.
    public List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    @Override
    public <T> JobHandle run(
            String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure, Runnable onCancel) {
        cancels.add(onCancel);
        waiting.add(() -> direct.run(title, job, onSuccess, onFailure, onCancel));
        return new JobHandle() {
            @Override
            public void cancel() {
                cancelled.add(title);
            }

            @Override
            public boolean isDone() {
                return false;
            }
        };
    }

    @Override
    public Executor publisher() {
        return direct.publisher();
    }
}
