package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile.Change;
import org.shoptrace.core.trajectory.RolloutFile.Refreshed;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// The rollout files of a workspace, opened together: summaries of all their runs, and each run whole when it is asked for.
/// A file that cannot be read never stops the others. [#read] is safe for use by several threads at any time.
public final class RolloutLibrary implements Closeable {
    private final List<RolloutFile> files = new CopyOnWriteArrayList<>();
    private final Map<Path, RolloutFile> byPath = new ConcurrentHashMap<>();
    private final Path scratchFolder;
    private final Map<Path, RolloutIndex> indexes = new ConcurrentHashMap<>();
    private final Map<RunSource, RunEntry> entries = new ConcurrentHashMap<>();
    /// Files that could not be read when they were last looked at, so that each is reported once.
    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();
    /// Files without runs, by what they are.
    private final Map<Path, String> runless = new ConcurrentHashMap<>();

    /// What changed in the files since they were last looked at.
    ///
    /// @param added    new runs
    /// @param replaced files that are others by now: their earlier runs are gone, their runs of today are among `added`
    /// @param rejected lines and files that could not be read
    public record Changes(List<RunSummary> added, List<Path> replaced, List<Rejection> rejected) {
        public Changes {
            added = List.copyOf(added);
            replaced = List.copyOf(replaced);
            rejected = List.copyOf(rejected);
        }
    }

    /// @param scratchFolder where packed files are unpacked while they are open
    public RolloutLibrary(List<Path> paths, Path scratchFolder) {
        this.scratchFolder = scratchFolder;
        paths.forEach(this::add);
    }

    /// The files, those that came later too.
    public List<Path> paths() {
        return files.stream().map(RolloutFile::path).toList();
    }

    /// The files that held no run when they were last looked at, as a log that was only begun, with what they are ([RunlessFile#reason()]).
    /// Nothing is wrong with them.
    public Map<Path, String> runless() {
        return new TreeMap<>(runless);
    }

    /// Takes in a file that came later; its runs are found by the next [#refresh].
    public void add(Path path) {
        byPath.computeIfAbsent(path, _ -> {
            RolloutFile file = new RolloutFile(path, scratchFolder);
            files.add(file);
            return file;
        });
    }

    /// Finds all runs, file by file. `found` gets them in batches as they are found; each can be read from then on.
    ///
    /// @return lines that are no runs, and files that could not be read
    public List<Rejection> index(Consumer<List<RunSummary>> found, Progress progress) {
        List<Rejection> rejections = new ArrayList<>();
        for (RolloutFile file : files) {
            progress.checkCancelled();
            try {
                RolloutIndex index = file.index(batch -> found.accept(remember(batch)), progress);
                indexes.put(file.path(), index);
                rejections.addAll(index.rejections());
                if (index.entries().isEmpty() && index.rejections().isEmpty()) {
                    // Half a line at the end of a file is no error, but a file of nothing else deserves a word.
                    index.halfLine().ifPresent(rejections::add);
                }
            } catch (ShoptraceException e) {
                reportOnce(file, e, rejections);
            }
        }
        return rejections;
    }

    /// Looks again at every file; one that could not be read before may be readable by now, as one that was just begun.
    public Changes refresh(Progress progress) {
        List<RunSummary> added = new ArrayList<>();
        List<Path> replaced = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (RolloutFile file : files) {
            progress.checkCancelled();
            @Nullable
            RolloutIndex known = indexes.get(file.path());
            if (known == null) {
                indexAgain(file, added, rejected, progress);
                continue;
            }
            try {
                Refreshed now = file.refresh(known, batch -> added.addAll(remember(batch)), progress);
                boolean anew = now.change() == Change.REPLACED;
                if (anew) {
                    replaced.add(file.path());
                    forgetAfter(now.index());
                }
                rejected.addAll(now.index().rejections().subList(anew ? 0 : known.rejections().size(), now.index().rejections().size()));
                indexes.put(file.path(), now.index());
                unreadable.remove(file.path());
            } catch (ShoptraceException e) {
                reportOnce(file, e, rejected);
            }
        }
        return new Changes(added, replaced, rejected);
    }

    private void indexAgain(RolloutFile file, List<RunSummary> added, List<Rejection> rejected, Progress progress) {
        try {
            RolloutIndex index = file.index(batch -> added.addAll(remember(batch)), progress);
            indexes.put(file.path(), index);
            unreadable.remove(file.path());
            runless.remove(file.path());
            rejected.addAll(index.rejections());
        } catch (ShoptraceException e) {
            // Runs that were found before the failure are found again when it can be read.
            added.removeIf(summary -> summary.source().file().equals(file.path()));
            reportOnce(file, e, rejected);
        }
    }

    private void reportOnce(RolloutFile file, ShoptraceException e, List<Rejection> rejections) {
        if (e instanceof RunlessFile holdsNone) {
            runless.put(file.path(), holdsNone.reason());
            return;
        }
        if (unreadable.add(file.path())) {
            rejections.add(Rejection.of(file.path(), 1, e));
        }
    }

    /// Reads a run, whole.
    ///
    /// @param summary one that this library gave out
    /// @throws ShoptraceException when the file cannot be read or the run is not there any more
    public Run read(RunSummary summary) throws ShoptraceException {
        RunEntry entry = entries.get(summary.source());
        if (entry == null || !entry.summary().id().equals(summary.id())) {
            throw new ShoptraceException(
                    "the file was changed and the run is not where it was", summary.source().toString(), "Reload the workspace");
        }
        return Objects.requireNonNull(byPath.get(summary.source().file())).read(entry);
    }

    @Override
    public void close() throws IOException {
        for (RolloutFile file : files) {
            file.close();
        }
    }

    private List<RunSummary> remember(List<RunEntry> batch) {
        batch.forEach(entry -> entries.put(entry.summary().source(), entry));
        return batch.stream().map(RunEntry::summary).toList();
    }

    /// Lines that a replaced file does not have any more.
    private void forgetAfter(RolloutIndex index) {
        Map<RunSource, RunEntry> current = new HashMap<>();
        index.entries().forEach(entry -> current.put(entry.summary().source(), entry));
        entries.keySet().removeIf(source -> source.file().equals(index.file()) && !current.containsKey(source));
    }
}
