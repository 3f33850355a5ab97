package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.trajectory.Run;

/// Which runs of a file are meant; all of them where nothing is said.
///
/// @param line the run on that line, counted from 1
/// @param id   the runs whose id begins so, in hexadecimal digits
public record RunChoice(OptionalLong line, Optional<String> id) {
    public static final RunChoice ALL = new RunChoice(OptionalLong.empty(), Optional.empty());

    /// The runs, whole, each asking the query of the task that it belongs to.
    ///
    /// @param model    the model's name, where it is not that of the file's name
    /// @param scratch  where a packed file is unpacked meanwhile
    /// @param rejected told of the lines that are no runs
    /// @throws ShoptraceException when the file cannot be read, or there is no such run
    public List<Run> of(
            Path rollouts, Optional<String> model, Path scratch, TaskBelonging tasks, Consumer<Rejection> rejected)
            throws ShoptraceException {
        List<Run> runs = new ArrayList<>();
        try (RolloutFile file = new RolloutFile(rollouts, scratch)) {
            var index = file.index(_ -> {}, Progress.NONE);
            index.rejections().forEach(rejected);
            for (RunEntry entry : index.entries()) {
                if (isMeant(entry)) {
                    Run run = tasks.settle(file.read(entry));
                    runs.add(model.map(run::byModel).orElse(run));
                }
            }
        } catch (IOException e) {
            throw new ShoptraceException("the rollout file cannot be closed", rollouts.toString(), "Nothing is lost; try again", e);
        }
        if (runs.isEmpty()) {
            throw new ShoptraceException("there is no such run", rollouts.toString(),
                    "Leave --line and --run out to export all, or look them up in Replay");
        }
        return runs;
    }

    private boolean isMeant(RunEntry entry) {
        boolean there = line.isEmpty() || entry.summary().source().line() == line.getAsLong();
        return there && id.filter(digits -> !entry.summary().id().sha256().startsWith(digits.toLowerCase(Locale.ROOT))).isEmpty();
    }
}
