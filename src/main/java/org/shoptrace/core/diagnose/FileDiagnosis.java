package org.shoptrace.core.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunlessFile;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Diagnoses every run of rollout files, while they are read one after the other, as [BatchDiagnosis] does.
public final class FileDiagnosis {
    private final BatchDiagnosis batch;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final KnownQueries queries;

    /// What became of a file.
    ///
    /// @param runs     what was kept of each run, in the order of the file
    /// @param rejected the lines that are no runs, then those whose runs could not be diagnosed
    public record Result<R>(List<R> runs, List<Rejection> rejected) {
        public Result {
            runs = List.copyOf(runs);
            rejected = List.copyOf(rejected);
        }
    }

    /// @param tasks   of two with one query the later counts
    /// @param workers how many runs are diagnosed at a time
    /// @throws ShoptraceException when the profile does not score an intent of the tasks
    public FileDiagnosis(Diagnostician diagnostician, List<Task> tasks, int workers) throws ShoptraceException {
        this.batch = new BatchDiagnosis(diagnostician, workers);
        Profile profile = diagnostician.profile();
        for (Task task : tasks) {
            if (!profile.intents().contains(task.intent())) {
                throw new ShoptraceException(
                        "the profile " + profile.name() + " does not score " + task.intent().wireName() + " tasks",
                        "\"" + task.query() + "\"",
                        "Choose the profile shoppingbench, or tasks without that intent");
            }
            this.tasks.put(task.query(), task);
        }
        this.queries = new KnownQueries(this.tasks.keySet());
    }

    /// As the other one, keeping something of each diagnosis alone.
    ///
    /// @throws ShoptraceException when the file or the catalogue cannot be read, or a similarity cannot be had
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public <R> Result<R> of(Path rollouts, Optional<String> model, Function<Diagnosis, R> keep, Progress progress)
            throws ShoptraceException {
        return of(rollouts, model, (_, diagnosis) -> keep.apply(diagnosis), progress);
    }

    /// @param model what the runs' model is called; empty: as the file's name says
    /// @param keep  what to keep of each run and its diagnosis; called by several threads
    /// @throws ShoptraceException when the file or the catalogue cannot be read, or a similarity cannot be had
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public <R> Result<R> of(Path rollouts, Optional<String> model, BiFunction<Run, Diagnosis, R> keep, Progress progress)
            throws ShoptraceException {
        List<Rejection> rejected = new ArrayList<>();
        List<Rejection> failed = Collections.synchronizedList(new ArrayList<>());
        List<R> kept = batch.<Run, Optional<R>>of(
                queue -> rejected.addAll(RolloutFile.forEachRun(
                        rollouts,
                        read -> {
                            Run settled = queries.settle(read);
                            Run run = model.map(settled::byModel).orElse(settled);
                            queue.accept(new BatchDiagnosis.Waiting<>(run, () -> run, task(run), 0));
                        },
                        progress)),
                new BatchDiagnosis.Keep<>() {
                    @Override
                    public Optional<R> diagnosed(Run about, Run run, Diagnosis diagnosis) {
                        return Optional.of(keep.apply(run, diagnosis));
                    }

                    @Override
                    public Optional<R> unread(Run run, ShoptraceException failure) {
                        failed.add(Rejection.of(run.source().file(), run.source().line(), failure));
                        return Optional.empty();
                    }
                },
                done -> progress.report(done + " runs diagnosed", -1),
                progress).stream().flatMap(Optional::stream).toList();
        failed.stream().sorted(Comparator.comparingLong(Rejection::line)).forEach(rejected::add);
        if (kept.isEmpty() && rejected.size() < 2) {
            RunlessFile.check(rollouts);
        }
        if (kept.isEmpty() && rejected.isEmpty()) {
            throw new ShoptraceException("the rollout file is empty", rollouts.toString(), "Choose a file with runs");
        }
        return new Result<>(kept, rejected);
    }

    private Optional<Task> task(Run run) {
        return run.query().flatMap(query -> Optional.ofNullable(tasks.get(query)));
    }
}
