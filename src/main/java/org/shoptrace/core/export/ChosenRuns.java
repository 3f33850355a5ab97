package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutIndex;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// The runs of a file that are meant, found once and read one at a time, so that memory holds one of them. Used by one thread.
public final class ChosenRuns implements AutoCloseable {
    private final RolloutFile file;
    private final List<RunEntry> entries;
    private final Set<RunSource> chosen = new HashSet<>();
    private final Optional<String> model;
    private final TaskBelonging tasks;

    /// Where runs are read from.
    ///
    /// @param rollouts the file
    /// @param model    the model's name, where it is not that of the file's name
    /// @param scratch  where a packed file is unpacked meanwhile
    public record From(Path rollouts, Optional<String> model, Path scratch) {}

    /// Does something with a run.
    @FunctionalInterface
    public interface Use {
        void of(Run run) throws ShoptraceException;
    }

    private ChosenRuns(RolloutFile file, List<RunEntry> entries, Optional<String> model, TaskBelonging tasks) {
        this.file = file;
        this.entries = entries;
        this.model = model;
        this.tasks = tasks;
    }

    /// Finds the runs.
    ///
    /// @param tasks    tell which query a run asks
    /// @param rejected told of the lines that are no runs
    /// @throws ShoptraceException when the file cannot be read, or there is no such run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public static ChosenRuns of(From from, RunChoice choice, TaskBelonging tasks, Consumer<Rejection> rejected, Progress progress)
            throws ShoptraceException {
        RolloutFile file = new RolloutFile(from.rollouts(), from.scratch());
        ChosenRuns runs = new ChosenRuns(file, new ArrayList<>(), from.model(), tasks);
        try {
            RolloutIndex index = file.index(_ -> {}, progress);
            index.rejections().forEach(rejected);
            if (index.entries().isEmpty() && index.rejections().isEmpty()) {
                // Half a line at the end of a file is no error, but a file of nothing else deserves a word.
                index.halfLine().ifPresent(rejected);
            }
            runs.entries.addAll(choice.meant(index.entries()));
            runs.entries.forEach(entry -> runs.chosen.add(entry.summary().source()));
            if (runs.entries.isEmpty()) {
                throw choice.equals(RunChoice.ALL)
                        ? new ShoptraceException("there is no run in the file that can be read", from.rollouts().toString(),
                                "Choose a file of runs; shoptrace scan FOLDER says of every file what it is")
                        : new ShoptraceException("there is no such run", from.rollouts().toString(),
                                "Leave --line and --run out to export all, or look them up in Replay");
            }
            return runs;
        } catch (ShoptraceException | RuntimeException e) {
            runs.close();
            throw e;
        }
    }

    /// How many there are, at least one.
    public int count() {
        return entries.size();
    }

    /// How many are written in a format: a document of ATIF holds those of its sub-agents, which are not written again.
    int count(ExportFormat format) {
        return (int) entries.stream().filter(entry -> isWritten(entry, format)).count();
    }

    private boolean isWritten(RunEntry entry, ExportFormat format) {
        return format != ExportFormat.ATIF || entry.holder().filter(chosen::contains).isEmpty();
    }

    /// As [#each(String, Use, Progress)], those that are written in a format.
    void each(ExportFormat format, String what, Use use, Progress progress) throws ShoptraceException {
        each(entries.stream().filter(entry -> isWritten(entry, format)).toList(), what, use, progress);
    }

    /// Reads them in their order, each whole and asking the query of the task that it belongs to.
    ///
    /// @param what is done with them, for the progress, such as `Writing`
    /// @throws ShoptraceException when one cannot be read, or what is done with it fails
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public void each(String what, Use use, Progress progress) throws ShoptraceException {
        each(entries, what, use, progress);
    }

    private void each(List<RunEntry> meant, String what, Use use, Progress progress) throws ShoptraceException {
        for (int i = 0; i < meant.size(); i++) {
            progress.checkCancelled();
            use.of(read(meant.get(i)));
            progress.report(String.format(Locale.ROOT, "%s %d of %d runs", what, i + 1, meant.size()), (i + 1.0) / meant.size());
        }
    }

    private Run read(RunEntry entry) throws ShoptraceException {
        Run run = tasks.settle(file.read(entry));
        return model.map(run::byModel).orElse(run);
    }

    @Override
    public void close() throws ShoptraceException {
        try {
            file.close();
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the rollout file cannot be closed", file.path().toString(), "Nothing is lost; try again", e);
        }
    }
}
