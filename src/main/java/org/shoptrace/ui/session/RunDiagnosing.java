package org.shoptrace.ui.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.RunReader;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// Diagnoses the runs of a workspace, so that the list of runs can say how each ended, how far it got and what is wrong with what it chose.
///
/// @param diagnostician over the open catalogue, with the default profile
/// @param reader        reads the runs; called by several threads
/// @param workers       how many runs are diagnosed at a time
/// @param kept          what was found out before; gets what is found out now
record RunDiagnosing(Diagnostician diagnostician, RunReader reader, int workers, KeptFindings kept) {
    /// Of the lines whose runs are in memory at a time, for each worker.
    private static final long PORTION_BYTES = 4 << 20;

    /// A run, and the task that it belongs to.
    ///
    /// @param whyNoTask why `task` is empty, a short sentence without a full stop
    record Entry(RunSummary run, Optional<Task> task, String whyNoTask) {}

    /// What became of a run.
    ///
    /// @param facts empty for a run that could not be read
    record Diagnosed(RunSummary run, RunOutcome outcome, Optional<RunFacts> facts) {}

    /// Diagnoses `runs`, those that nobody diagnosed before; `done` gets all in batches, on the calling thread.
    ///
    /// @param unkept told once when what is found out cannot be kept, which stops nothing
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    void diagnose(List<Entry> runs, Consumer<List<Diagnosed>> done, Consumer<ShoptraceException> unkept, Progress progress)
            throws ShoptraceException {
        List<Diagnosed> known = new ArrayList<>();
        List<Entry> left = new ArrayList<>();
        for (Entry entry : runs) {
            kept.get(entry.run().id(), scored(entry)).ifPresentOrElse(
                    before -> known.add(new Diagnosed(entry.run(), outcome(entry, before.score()), Optional.of(before.facts()))),
                    () -> left.add(entry));
        }
        if (!known.isEmpty()) {
            done.accept(known);
        }
        Keeper keeper = new Keeper(left, unkept);
        Queue<Diagnosed> finished = new ConcurrentLinkedQueue<>();
        AtomicInteger count = new AtomicInteger();
        try (BatchQueue<Entry, Integer> queue = new BatchQueue<>(
                "diagnose",
                workers,
                batch -> {
                    List<Diagnosed> diagnosed = diagnose(batch, progress);
                    finished.addAll(diagnosed);
                    return List.of(diagnosed.size());
                },
                _ -> {
                    int now = count.addAndGet(handOver(finished, done, keeper));
                    progress.report(now + " of " + left.size(), (double) now / left.size());
                })) {
            for (Entry entry : left) {
                progress.checkCancelled();
                queue.add(entry);
            }
            queue.results();
        } catch (BatchQueue.Stopped e) {
            throw e.failure();
        }
    }

    /// @return how many runs were handed over
    private static int handOver(Queue<Diagnosed> finished, Consumer<List<Diagnosed>> done, Keeper keeper) {
        List<Diagnosed> batch = new ArrayList<>();
        for (Diagnosed next = finished.poll(); next != null; next = finished.poll()) {
            batch.add(next);
        }
        done.accept(batch);
        keeper.keep(batch);
        return batch.size();
    }

    /// A batch in portions that fit the memory: runs differ from a few kilobytes to many megabytes, and take several times that once they are read.
    private List<Diagnosed> diagnose(List<Entry> batch, Progress progress) throws ShoptraceException {
        List<Diagnosed> diagnosed = new ArrayList<>();
        int from = 0;
        while (from < batch.size()) {
            int to = from + 1;
            long bytes = batch.get(from).run().bytes();
            while (to < batch.size() && bytes + batch.get(to).run().bytes() <= PORTION_BYTES) {
                bytes += batch.get(to++).run().bytes();
            }
            diagnosed.addAll(diagnosePortion(batch.subList(from, to), progress));
            from = to;
        }
        return diagnosed;
    }

    private List<Diagnosed> diagnosePortion(List<Entry> batch, Progress progress) throws ShoptraceException {
        List<Diagnosed> diagnosed = new ArrayList<>();
        List<Entry> read = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (Entry entry : batch) {
            progress.checkCancelled();
            try {
                runs.add(reader.read(entry.run()));
                read.add(entry);
            } catch (ShoptraceException e) {
                // The run alone is concerned; whoever opens it is told the same.
                diagnosed.add(
                        new Diagnosed(entry.run(), new RunOutcome.Unscorable("it cannot be read: " + e.getMessage()), Optional.empty()));
            }
        }
        prepare(read, runs);
        for (int i = 0; i < runs.size(); i++) {
            progress.checkCancelled();
            diagnosed.add(diagnose(read.get(i), runs.get(i)));
        }
        return diagnosed;
    }

    /// A model embeds the titles of a whole batch faster than one after the other.
    private void prepare(List<Entry> entries, List<Run> runs) throws ShoptraceException {
        Profile profile = diagnostician.profile();
        Set<String> titles = new LinkedHashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            Optional<Task> task = scored(entries.get(i));
            if (task.isPresent() && profile.isScored(runs.get(i))) {
                titles.addAll(profile.titles(task.get(), runs.get(i)));
            }
        }
        profile.similarity().prepare(titles);
    }

    private Diagnosed diagnose(Entry entry, Run run) throws ShoptraceException {
        Diagnosis diagnosis = diagnostician.diagnose(scored(entry), run);
        return new Diagnosed(entry.run(), outcome(entry, diagnosis.assessment().map(Assessment::score)),
                Optional.of(RunFactsOf.run(run, diagnosis)));
    }

    private Optional<Task> scored(Entry entry) {
        return entry.task().filter(task -> diagnostician.profile().intents().contains(task.intent()));
    }

    /// @param score empty for a run that the harness lost, and for one of no task that is scored
    private RunOutcome outcome(Entry entry, Optional<TaskScore> score) {
        if (entry.task().isEmpty()) {
            return new RunOutcome.Unscorable(entry.whyNoTask());
        }
        if (scored(entry).isEmpty()) {
            String intent = entry.task().get().intent().label();
            return new RunOutcome.Unscorable("the profile " + diagnostician.profile().name() + " does not score " + intent);
        }
        return score.<RunOutcome>map(RunOutcome.Scored::new)
                .orElseGet(() -> new RunOutcome.Unscorable("the harness lost it: " + entry.run().status().orElse("no steps")));
    }

    /// Keeps what is found out, until that fails.
    private final class Keeper {
        private final Map<RunId, Optional<Task>> tasks = new HashMap<>();
        private final Consumer<ShoptraceException> unkept;
        private boolean keeps = true;

        Keeper(List<Entry> entries, Consumer<ShoptraceException> unkept) {
            entries.forEach(entry -> tasks.put(entry.run().id(), scored(entry)));
            this.unkept = unkept;
        }

        void keep(List<Diagnosed> batch) {
            List<KeptFindings.Found> found = new ArrayList<>();
            for (Diagnosed each : batch) {
                each.facts().ifPresent(facts -> found.add(new KeptFindings.Found(
                        tasks.getOrDefault(each.run().id(), Optional.empty()), facts,
                        each.outcome() instanceof RunOutcome.Scored(var score) ? Optional.of(score) : Optional.empty())));
            }
            try {
                if (keeps && !found.isEmpty()) {
                    kept.add(found);
                }
            } catch (ShoptraceException e) {
                keeps = false;
                unkept.accept(e);
            }
        }
    }
}
