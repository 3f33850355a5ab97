package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutIndex;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.trajectory.Run;

/// The runs of a file that are meant, found once and read one at a time, so that memory holds one of them. Used by one thread.
public final class ChosenRuns implements AutoCloseable {
    private final RolloutFile file;
    private final List<RunEntry> entries;
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
            runs.entries.addAll(choice.meant(index.entries()));
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

    /// Reads them in their order, each whole and asking the query of the task that it belongs to.
    ///
    /// @param what is done with them, for the progress, such as `Writing`
    /// @throws ShoptraceException when one cannot be read, or what is done with it fails
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public void each(String what, Use use, Progress progress) throws ShoptraceException {
        for (int i = 0; i < entries.size(); i++) {
            progress.checkCancelled();
            use.of(read(i));
            progress.report(
                    String.format(Locale.ROOT, "%s %d of %d runs", what, i + 1, entries.size()), (i + 1.0) / entries.size());
        }
    }

    private Run read(int place) throws ShoptraceException {
        Run run = tasks.settle(file.read(entries.get(place)));
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
