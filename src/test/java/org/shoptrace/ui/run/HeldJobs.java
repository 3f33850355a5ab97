package org.shoptrace.ui.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;

/// Holds jobs back until the test lets them go, in the order that the test wants.
public final class HeldJobs implements JobRunner {
    private record Held(String title, Runnable job) {}

    private final List<Held> held = new ArrayList<>();

    @Override
    public <T> JobHandle run(
            String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure, Runnable onCancel) {
        held.add(new Held(title, () -> new DirectJobRunner().run(title, job, onSuccess, onFailure, onCancel)));
        return new JobHandle() {
            // As a job that is cancelled too late to stop it.
            @Override
            public void cancel() {}

            @Override
            public boolean isDone() {
                return false;
            }
        };
    }

    @Override
    public Executor publisher() {
        return Runnable::run;
    }

    /// The held jobs whose title starts so, no longer held.
    public List<Runnable> take(String title) {
        List<Runnable> taken = new ArrayList<>();
        for (Iterator<Held> each = held.iterator(); each.hasNext();) {
            Held next = each.next();
            if (next.title().startsWith(title)) {
                each.remove();
                taken.add(next.job());
            }
        }
        return taken;
    }

    /// Runs the held jobs of that title, and those that they start; returns how many.
    public int releaseAll(String title) {
        int released = 0;
        for (List<Runnable> jobs = take(title); !jobs.isEmpty(); jobs = take(title)) {
            jobs.forEach(Runnable::run);
            released += jobs.size();
        }
        return released;
    }
}
