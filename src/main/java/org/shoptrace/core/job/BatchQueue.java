package org.shoptrace.core.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.shoptrace.core.ShoptraceException;

/// Works on items in batches on worker threads while more are still being read. At most a few batches wait, so a fast reader does not fill
/// the memory. Used by one thread.
///
/// @param <I> what is added
/// @param <O> what is made of it
public final class BatchQueue<I, O> implements AutoCloseable {
    private static final int BATCH = 32;

    private final Work<I, O> work;
    private final Told told;
    private final int workers;
    private final ExecutorService pool;
    private final Deque<Future<List<O>>> pending = new ArrayDeque<>();
    private final List<O> done = new ArrayList<>();
    private List<I> batch = new ArrayList<>();

    /// What is done with a batch; called by several threads.
    @FunctionalInterface
    public interface Work<I, O> {
        List<O> of(List<I> batch) throws ShoptraceException;
    }

    /// Told how many items are done, on the thread that adds them.
    @FunctionalInterface
    public interface Told {
        void done(int items);
    }

    /// An item could not be worked on; passes through callbacks that allow no checked exception.
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ShoptraceException failure;

        private Stopped(ShoptraceException failure) {
            super(failure);
            this.failure = failure;
        }

        public ShoptraceException failure() {
            return failure;
        }
    }

    /// @param name    of the threads
    /// @param workers how many batches are worked on at a time
    public BatchQueue(String name, int workers, Work<I, O> work, Told told) {
        this.work = work;
        this.told = told;
        this.workers = workers;
        this.pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /// Adds an item; waits while enough are waiting.
    public void add(I item) {
        batch.add(item);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /// What was made of every item, in the order that they were added.
    public List<O> results() {
        submit();
        while (!pending.isEmpty()) {
            take();
        }
        return List.copyOf(done);
    }

    /// Lets workers end after the item that they are at. They are not interrupted: that would close the files they read.
    @Override
    public void close() {
        pending.forEach(future -> future.cancel(false));
        pool.shutdown();
    }

    private void submit() {
        List<I> items = batch;
        batch = new ArrayList<>();
        pending.add(pool.submit(() -> work.of(items)));
        if (pending.size() > 2 * workers) {
            take();
        }
    }

    private void take() {
        try {
            done.addAll(pending.removeFirst().get());
            told.done(done.size());
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
