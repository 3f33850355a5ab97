package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// What the diagnoses of listed runs boil down to: taken from what was found out before, else found out now and kept.
///
/// @param batch  over the open catalogue
/// @param reader reads the runs; called by several threads
/// @param kept   what was found out before; gets what is found out now
public record RunsDiagnosis<K>(BatchDiagnosis batch, RunReader reader, KeptFindings kept) {

    /// A run, and the task that it belongs to.
    ///
    /// @param about what the caller knows it by
    public record Waiting<K>(K about, RunSummary run, Optional<Task> task) {}

    /// What became of a run.
    public sealed interface Answer<K> {
        Waiting<K> asked();
    }

    /// What was found out about it.
    ///
    /// @param score empty without a task that is scored, and for a run that the harness lost
    public record Found<K>(Waiting<K> asked, RunFacts facts, Optional<TaskScore> score) implements Answer<K> {}

    /// The run could not be read, which concerns it alone.
    public record Unread<K>(Waiting<K> asked, ShoptraceException why) implements Answer<K> {}

    /// Diagnoses runs. `done` gets all of them in batches, on the calling thread: those that were kept first.
    ///
    /// @param unkept told once when what is found out cannot be kept, which stops nothing
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public void diagnose(List<Waiting<K>> runs, Consumer<List<Answer<K>>> done, Consumer<ShoptraceException> unkept, Progress progress)
            throws ShoptraceException {
        List<Answer<K>> known = new ArrayList<>();
        List<Waiting<K>> left = new ArrayList<>();
        for (Waiting<K> asked : runs) {
            kept.get(asked.run().id(), scored(asked)).ifPresentOrElse(
                    before -> known.add(new Found<>(asked, before.facts(), before.score())),
                    () -> left.add(asked));
        }
        if (!known.isEmpty()) {
            done.accept(known);
        }
        Keeper keeper = new Keeper(unkept);
        Finished<K> finished = new Finished<>();
        AtomicInteger count = new AtomicInteger();
        batch.<Waiting<K>, Boolean>of(
                queue -> left.forEach(asked -> queue.accept(
                        new BatchDiagnosis.Waiting<>(asked, () -> reader.read(asked.run()), asked.task(), asked.run().bytes()))),
                finished,
                _ -> {
                    List<Answer<K>> now = finished.take();
                    done.accept(now);
                    keeper.keep(now);
                    progress.report(count.addAndGet(now.size()) + " of " + left.size(), (double) count.get() / left.size());
                },
                progress);
    }

    private Optional<Task> scored(Waiting<K> asked) {
        return batch.diagnostician().scored(asked.task());
    }

    /// What workers have done and nobody has been told of yet; all but that is forgotten here.
    private static final class Finished<K> implements BatchDiagnosis.Keep<Waiting<K>, Boolean> {
        private final Queue<Answer<K>> waiting = new ConcurrentLinkedQueue<>();

        @Override
        public Boolean diagnosed(Waiting<K> asked, Run run, Diagnosis diagnosis) {
            return waiting.add(new Found<>(asked, RunFactsOf.run(run, diagnosis), diagnosis.assessment().map(Assessment::score)));
        }

        @Override
        public Boolean unread(Waiting<K> asked, ShoptraceException failure) {
            return waiting.add(new Unread<>(asked, failure));
        }

        List<Answer<K>> take() {
            List<Answer<K>> taken = new ArrayList<>();
            for (Answer<K> next = waiting.poll(); next != null; next = waiting.poll()) {
                taken.add(next);
            }
            return taken;
        }
    }

    /// Keeps what is found out, until that fails.
    private final class Keeper {
        private final Consumer<ShoptraceException> unkept;
        private boolean keeps = true;

        Keeper(Consumer<ShoptraceException> unkept) {
            this.unkept = unkept;
        }

        void keep(List<Answer<K>> answers) {
            List<KeptFindings.Found> found = new ArrayList<>();
            for (Answer<K> answer : answers) {
                if (answer instanceof Found<K>(Waiting<K> asked, RunFacts facts, Optional<TaskScore> score)) {
                    found.add(new KeptFindings.Found(scored(asked), facts, score));
                }
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
