package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.loss.SampleFacts;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;

class LossViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.of(SampleEvaluation.result(List.of("alpha"), Intent.LEVELS)));
    private final ObservableMap<RunId, RunFacts> facts = FXCollections.observableHashMap();
    private final LossViewModel model = new LossViewModel(
            result.getReadOnlyProperty(), facts, new Opener(new NavigatorFake(), _ -> {}), new DirectJobRunner(), new Notices());

    private Optional<LossByLevel> shown() {
        return model.shownProperty().get();
    }

    private void diagnose(int task) {
        ScoredRun run = SampleEvaluation.scoredRun("alpha", Intent.SHOP, task);
        facts.put(run.id(), SampleFacts.of(run, SampleFacts.right()));
    }

    @Test
    void countsWhenSomebodyLooksAndAgainWhenTheDiagnosisGotOn() {
        assertFalse(shown().isPresent(), "nobody looks");
        model.look();
        assertEquals(0, shown().orElseThrow().diagnosed());
        LossByLevel before = shown().orElseThrow();
        model.look();
        assertSame(before, shown().orElseThrow(), "nothing changed");
        diagnose(0);
        assertSame(before, shown().orElseThrow(), "until somebody looks");
        model.look();
        assertEquals(1, shown().orElseThrow().diagnosed());
    }

    @Test
    void anotherResultIsCountedAnewWhenSomebodyLooks() {
        diagnose(0);
        model.look();
        result.set(Optional.of(SampleEvaluation.result(List.of("beta"), List.of(Intent.SHOP))));
        assertFalse(shown().isPresent());
        model.look();
        assertEquals(3, shown().orElseThrow().undiagnosed(), "the diagnosed run is alpha's");
    }

    /// Keeps every job to be run later, or never.
    private static final class WaitingRunner implements JobRunner {
        private int cancelled;
        private Runnable end = () -> {};

        @Override
        public <T> JobHandle run(
                String title, Job<T> job, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure, Runnable onCancel) {
            end = () -> new DirectJobRunner().run(title, job, onSuccess, onFailure, onCancel);
            return new JobHandle() {
                @Override
                public void cancel() {
                    cancelled++;
                }

                @Override
                public boolean isDone() {
                    return false;
                }
            };
        }

        @Override
        public Executor publisher() {
            return Runnable::run;
        }
    }

    @Test
    void whoLeavesCancelsTheCountingAndWhoComesBackBeginsAnew() {
        WaitingRunner jobs = new WaitingRunner();
        LossViewModel waiting = new LossViewModel(
                result.getReadOnlyProperty(), facts, new Opener(new NavigatorFake(), _ -> {}), jobs, new Notices());
        waiting.look();
        waiting.look();
        assertEquals(0, jobs.cancelled, "it is under way");
        waiting.leave();
        assertEquals(1, jobs.cancelled);
        jobs.end.run();
        assertFalse(waiting.shownProperty().get().isPresent(), "what it comes to is dropped");
        waiting.look();
        jobs.end.run();
        assertTrue(waiting.shownProperty().get().isPresent());
    }

    @Test
    void aDiagnosisThatGoesOnDoesNotBeginTheCountAnewUntilItIsDone() {
        WaitingRunner jobs = new WaitingRunner();
        LossViewModel waiting = new LossViewModel(
                result.getReadOnlyProperty(), facts, new Opener(new NavigatorFake(), _ -> {}), jobs, new Notices());
        waiting.look();
        diagnose(0);
        waiting.look();
        assertEquals(0, jobs.cancelled);
        jobs.end.run();
        assertEquals(0, waiting.shownProperty().get().orElseThrow().diagnosed(), "what was known when it began");
        jobs.end.run();
        assertEquals(1, waiting.shownProperty().get().orElseThrow().diagnosed(), "counted once more at its end");
    }

    @Test
    void whatIsCountedStaysWhenThePageIsLeft() {
        model.look();
        model.leave();
        assertTrue(shown().isPresent());
        LossByLevel before = shown().orElseThrow();
        model.look();
        assertSame(before, shown().orElseThrow());
    }
}
