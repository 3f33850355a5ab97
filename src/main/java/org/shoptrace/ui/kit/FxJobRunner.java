package org.shoptrace.ui.kit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.job.Progress;

/// The window's job runner: jobs run on named daemon threads, handlers on the JavaFX thread. Call it on the JavaFX thread.
public final class FxJobRunner implements JobRunner {
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("job-", 1).factory());
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final ObservableList<RunningJob> readOnlyRunning = FXCollections.unmodifiableObservableList(running);

    /// The jobs under way, oldest first.
    public ObservableList<RunningJob> running() {
        return readOnlyRunning;
    }

    @Override
    public <T> JobHandle run(
            String title,
            Job<T> job,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure,
            Runnable onCancel) {
        AtomicBoolean cancelled = new AtomicBoolean();
        RunningJob shown = new RunningJob(title, () -> cancelled.set(true));
        Progress progress = new ShownProgress(shown, cancelled);
        running.add(shown);
        Future<?> future = threads.submit(() -> {
            Runnable end;
            try {
                T result = job.run(progress);
                end = () -> onSuccess.accept(result);
            } catch (CancellationException e) {
                end = onCancel;
            } catch (Exception e) {
                end = () -> onFailure.accept(e);
            } catch (Error e) {
                end = () -> onFailure.accept(new IllegalStateException(title + " stopped: " + e, e));
            }
            Runnable handler = end;
            Platform.runLater(() -> {
                running.remove(shown);
                (cancelled.get() ? onCancel : handler).run();
            });
        });
        return new JobHandle() {
            @Override
            public void cancel() {
                cancelled.set(true);
            }

            @Override
            public boolean isDone() {
                return future.isDone();
            }
        };
    }

    @Override
    public Executor publisher() {
        return Platform::runLater;
    }

    /// Keeps at most one update of a job waiting for the JavaFX thread, however often the job reports.
    private static final class ShownProgress implements Progress {
        private record Report(String message, double fraction) {}

        private final RunningJob shown;
        private final AtomicBoolean cancelled;
        private final AtomicReference<Report> latest = new AtomicReference<>(new Report("", -1));
        private final AtomicBoolean waiting = new AtomicBoolean();

        ShownProgress(RunningJob shown, AtomicBoolean cancelled) {
            this.shown = shown;
            this.cancelled = cancelled;
        }

        @Override
        public void report(String message, double fraction) {
            latest.set(new Report(message, fraction));
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    waiting.set(false);
                    Report report = latest.get();
                    shown.publish(report.message(), report.fraction());
                });
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
