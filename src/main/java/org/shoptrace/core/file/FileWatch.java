package org.shoptrace.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks at files again and again, on a thread of its own, and tells which have changed in length or time.
public final class FileWatch implements Closeable {
    private record State(long bytes, long millis) {}

    private final Supplier<List<Path>> files;
    private final Consumer<Path> changed;
    private final Map<Path, State> known = new HashMap<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("file-watch").factory());

    /// @param changed called on the watch's thread
    public FileWatch(List<Path> files, Duration interval, Consumer<Path> changed) {
        this(() -> files, interval, changed);
    }

    /// @param files   asked at every look, on the watch's thread, except for the first time; a file that was not there before has changed
    /// @param changed called on the watch's thread
    public FileWatch(Supplier<List<Path>> files, Duration interval, Consumer<Path> changed) {
        this.files = files;
        this.changed = changed;
        for (Path file : files.get()) {
            state(file).ifPresent(state -> known.put(file, state));
        }
        thread.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (Path file : files.get()) {
            state(file).filter(state -> !state.equals(known.get(file))).ifPresent(state -> {
                known.put(file, state);
                changed.accept(file);
            });
        }
    }

    /// Empty while the file cannot be seen; a file that is gone for a moment is being replaced.
    private static Optional<State> state(Path file) {
        try {
            return Optional.of(new State(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
