package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.loss.SampleFacts;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.Notices;

class ClaimsViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.of(SampleEvaluation.result(List.of("alpha"), Intent.LEVELS)));
    private final ObservableMap<RunId, RunFacts> facts = FXCollections.observableHashMap();
    private final LateJobRunner jobs = new LateJobRunner();
    private final ClaimsViewModel model = new ClaimsViewModel(
            result.getReadOnlyProperty(), facts, new Opener(new NavigatorFake(), _ -> {}), jobs, new Notices());

    private void diagnose(int task) {
        ScoredRun run = SampleEvaluation.scoredRun("alpha", Intent.SHOP, task);
        facts.put(run.id(), SampleFacts.of(run, SampleFacts.right()));
    }

    @Test
    void theCountEndsWhileTheDiagnosisGoesOn() {
        model.look();
        for (int task = 0; task < 3; task++) {
            diagnose(task);
            model.look();
        }
        assertEquals(List.of(), jobs.cancelled());
        jobs.finish(0);
        assertEquals(1, model.shownProperty().get().stream().count(), "what was known when it began");
        assertEquals(2, jobs.started(), "counted once more at its end");
    }

    @Test
    void otherClaimsAreCountedInsteadAtOnce() {
        model.look();
        model.aboutProperty().set(About.ANY);
        assertEquals(1, jobs.cancelled().size());
        jobs.finish(1);
        assertEquals(About.ANY, model.shownProperty().get().orElseThrow().about());
        result.set(Optional.empty());
        assertEquals(Optional.empty(), model.shownProperty().get());
    }
}
