package org.shoptrace.core.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Scores runs in batches on worker threads while the file is still being read. At most a few batches wait, so a fast reader
/// does not fill the memory. The titles of a batch are embedded together. Used by one thread.
final class ScoringQueue implements AutoCloseable {
    private static final int BATCH = 32;

    private final Profile profile;
    private final Map<String, Task> tasks;
    private final Progress progress;
    private final int workers;
    private final ExecutorService pool;
    private final Deque<Future<List<ScoredRun>>> pending = new ArrayDeque<>();
    private final List<ScoredRun> scored = new ArrayList<>();
    private List<Run> batch = new ArrayList<>();

    /// A run could not be scored; passes through callbacks that allow no checked exception.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ShoptraceException failure;

        Stopped(ShoptraceException failure) {
            super(failure);
            this.failure = failure;
        }

        ShoptraceException failure() {
            return failure;
        }
    }

    ScoringQueue(Profile profile, Map<String, Task> tasks, int workers, Progress progress) {
        this.profile = profile;
        this.tasks = tasks;
        this.progress = progress;
        this.workers = workers;
        this.pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("score-", 1).factory());
    }

    /// Adds a run of a known task; waits while enough runs are waiting.
    void add(Run run) {
        batch.add(run);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /// Every run's score, in the order that they were added.
    List<ScoredRun> results() {
        submit();
        while (!pending.isEmpty()) {
            take();
        }
        return List.copyOf(scored);
    }

    /// Lets workers end after the run that they are at. They are not interrupted: that would close the files they read.
    @Override
    public void close() {
        pending.forEach(future -> future.cancel(false));
        pool.shutdown();
    }

    private void submit() {
        List<Run> runs = batch;
        batch = new ArrayList<>();
        pending.add(pool.submit(() -> score(runs)));
        if (pending.size() > 2 * workers) {
            take();
        }
    }

    private List<ScoredRun> score(List<Run> runs) throws ShoptraceException {
        Set<String> titles = new LinkedHashSet<>();
        for (Run run : runs) {
            progress.checkCancelled();
            titles.addAll(profile.titles(task(run), run));
        }
        profile.similarity().prepare(titles);
        List<ScoredRun> results = new ArrayList<>();
        for (Run run : runs) {
            progress.checkCancelled();
            results.add(new ScoredRun(
                    run.id(), run.source(), run.steps().size(), profile.score(task(run), run)));
        }
        return results;
    }

    private Task task(Run run) {
        return Objects.requireNonNull(tasks.get(run.query().orElseThrow()), "only runs of known tasks are added");
    }

    private void take() {
        try {
            scored.addAll(pending.removeFirst().get());
            progress.report(scored.size() + " runs scored", Math.min(1, scored.size() / (double) Math.max(1, tasks.size())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("cancelled").initCause(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ShoptraceException failure -> throw new Stopped(failure);
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
