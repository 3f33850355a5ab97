package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Diagnoses many runs on several workers while more are still being found. Runs are read in portions that fit the memory; neither all
/// of them nor all diagnoses are ever in memory, only what the caller keeps of each.
///
/// @param workers how many batches of runs are diagnosed at a time
public record BatchDiagnosis(Diagnostician diagnostician, int workers) {
    /// Of the lines whose runs are in memory at a time, for each worker. A run takes several times that once it is read.
    private static final long PORTION_BYTES = 4 << 20;

    /// A run that waits to be diagnosed.
    ///
    /// @param about what the caller knows it by
    /// @param run   gives it whole; called by a worker
    /// @param task  that it belongs to; one of an intent that the profile does not score counts as none
    /// @param bytes the length of its line; 0 for a run that is in memory already
    public record Waiting<K>(K about, Reading run, Optional<Task> task, long bytes) {}

    /// Gives a run whole.
    @FunctionalInterface
    public interface Reading {
        Run read() throws ShoptraceException;
    }

    /// Hands over the runs, one after the other.
    @FunctionalInterface
    public interface Feed<K> {
        void into(Consumer<? super Waiting<K>> queue) throws ShoptraceException;
    }

    /// Says what stays of a run; called by several threads.
    @FunctionalInterface
    public interface Keep<K, R> {
        R diagnosed(K about, Run run, Diagnosis diagnosis);

        /// A run that cannot be read, or not be diagnosed, stops the batch, unless something else is said here.
        default R unread(K about, ShoptraceException failure) throws ShoptraceException {
            throw failure;
        }
    }

    /// Diagnoses every run of a feed.
    ///
    /// @param told how many runs are done, on the calling thread
    /// @return what was kept of each run, in the order of the feed
    /// @throws ShoptraceException when the catalogue or the similarity fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public <K, R> List<R> of(Feed<K> feed, Keep<K, R> keep, BatchQueue.Told told, Progress progress) throws ShoptraceException {
        try (BatchQueue<Waiting<K>, R> queue = new BatchQueue<>("diagnose", workers, batch -> diagnose(batch, keep, progress), told)) {
            feed.into(waiting -> {
                progress.checkCancelled();
                queue.add(waiting);
            });
            return queue.results();
        } catch (BatchQueue.Stopped e) {
            throw e.failure();
        }
    }

    private <K, R> List<R> diagnose(List<Waiting<K>> batch, Keep<K, R> keep, Progress progress) throws ShoptraceException {
        List<R> kept = new ArrayList<>();
        int from = 0;
        while (from < batch.size()) {
            int to = from + 1;
            long bytes = batch.get(from).bytes();
            while (to < batch.size() && bytes + batch.get(to).bytes() <= PORTION_BYTES) {
                bytes += batch.get(to++).bytes();
            }
            kept.addAll(diagnosePortion(batch.subList(from, to), keep, progress));
            from = to;
        }
        return kept;
    }

    /// A run of the portion at hand, or why it is none.
    private sealed interface Read {
        record Whole(Run run) implements Read {}

        record Failed(ShoptraceException why) implements Read {}
    }

    private <K, R> List<R> diagnosePortion(List<Waiting<K>> portion, Keep<K, R> keep, Progress progress) throws ShoptraceException {
        List<Read> read = new ArrayList<>();
        for (Waiting<K> waiting : portion) {
            progress.checkCancelled();
            try {
                read.add(new Read.Whole(waiting.run().read()));
            } catch (ShoptraceException e) {
                read.add(new Read.Failed(e));
            }
        }
        prepare(portion, read);
        List<R> kept = new ArrayList<>();
        for (int i = 0; i < portion.size(); i++) {
            progress.checkCancelled();
            Waiting<K> waiting = portion.get(i);
            kept.add(switch (read.get(i)) {
                case Read.Whole(Run run) -> keep(waiting, run, keep);
                case Read.Failed(ShoptraceException why) -> keep.unread(waiting.about(), why);
            });
        }
        return kept;
    }

    /// A run that a rule stumbles over concerns itself alone. That the catalogue or the similarity fails concerns every run.
    private <K, R> R keep(Waiting<K> waiting, Run run, Keep<K, R> keep) throws ShoptraceException {
        Diagnosis diagnosis;
        try {
            diagnosis = diagnostician.diagnose(diagnostician.scored(waiting.task()), run);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return keep.unread(waiting.about(), new ShoptraceException(
                    "the run cannot be diagnosed: " + e, run.source().toString(),
                    "The other runs are diagnosed. Report this run with the message", e));
        }
        return keep.diagnosed(waiting.about(), run, diagnosis);
    }

    /// A model embeds the titles of a whole portion faster than one after the other.
    private <K> void prepare(List<Waiting<K>> portion, List<Read> read) throws ShoptraceException {
        Profile profile = diagnostician.profile();
        Set<String> titles = new LinkedHashSet<>();
        for (int i = 0; i < portion.size(); i++) {
            Optional<Task> task = diagnostician.scored(portion.get(i).task());
            if (task.isPresent() && read.get(i) instanceof Read.Whole(Run run) && profile.isScored(run)) {
                titles.addAll(profile.titles(task.get(), run));
            }
        }
        profile.similarity().prepare(titles);
    }
}
