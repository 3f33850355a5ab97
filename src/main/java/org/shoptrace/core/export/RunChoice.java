package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Which runs of a file are meant; all of them where nothing is said.
///
/// @param place where the runs stand in the file ([RunSource#place]): `12` is the run that line 12 is, or where it only holds others all of
///              these, `12.1` the first run inside it
/// @param id   the runs whose id begins so, in hexadecimal digits
public record RunChoice(Optional<String> place, Optional<String> id) {
    public static final RunChoice ALL = new RunChoice(Optional.empty(), Optional.empty());

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
            Set<Long> wholeLines = index.entries().stream()
                    .map(entry -> entry.summary().source())
                    .filter(source -> source.part() == 0)
                    .map(RunSource::line)
                    .collect(Collectors.toSet());
            for (RunEntry entry : index.entries()) {
                if (isMeant(entry, wholeLines)) {
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

    private boolean isMeant(RunEntry entry, Set<Long> wholeLines) {
        boolean there = place.isEmpty() || isAt(place.get(), entry.summary().source(), wholeLines);
        return there && id.filter(digits -> !entry.summary().id().sha256().startsWith(digits.toLowerCase(Locale.ROOT))).isEmpty();
    }

    /// @param wholeLines the lines that are runs themselves
    private static boolean isAt(String place, RunSource source, Set<Long> wholeLines) {
        return source.place().equals(place) || (place.equals(Long.toString(source.line())) && !wholeLines.contains(source.line()));
    }
}
