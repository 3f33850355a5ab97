package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ScorerAgreement.Disagreement;
import org.shoptrace.core.evaluate.ScorerAgreement.Judgement;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Conduct;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// What diagnoses, annotators and doubts add to the figures.
class FindingsOfRunsTest {
    private static final ScoredRun PASSED = run(Intent.PRODUCT, "passed", 1);
    private static final ScoredRun LUCKY = run(Intent.PRODUCT, "lucky", 1);
    private static final ScoredRun LOST = run(Intent.PRODUCT, "lost", 0);
    private static final ScoredRun UNSEEN = run(Intent.PRODUCT, "unseen", 0.5);
    private static final Evaluation EVALUATION = evaluation("m", Map.of(Intent.PRODUCT, 5), PASSED, LUCKY, LOST, UNSEEN);

    @Test
    void failuresAreCountedByStageAndFaultAndTheUndiagnosedApart() {
        Failures failures = Failures.of(EVALUATION.overall(), Map.of(
                PASSED.id(), facts(PASSED, Optional.empty(), Optional.empty(), ClaimFacts.NONE),
                LOST.id(), facts(LOST, Optional.of(Stage.NEVER_RETRIEVED), Optional.of(Fault.OTHER_PRODUCT), ClaimFacts.NONE)));
        assertEquals(List.of(4, 2, 1), List.of(failures.of(), failures.failed(), failures.diagnosed()));
        assertEquals(List.of(UNSEEN), failures.undiagnosed());
        assertEquals(Map.of(Stage.NEVER_RETRIEVED, List.of(LOST)), failures.stages());
        assertEquals(Map.of(Fault.OTHER_PRODUCT, List.of(LOST)), failures.faults());
    }

    @Test
    void secondFaultsAndTitlesThatNothingComparedStandBesideTheFaults() {
        RunFacts lost = facts(
                LOST, Optional.of(Stage.NEVER_RETRIEVED), Optional.of(Fault.OTHER_PRODUCT), Optional.of(Fault.SHOP_SPLIT),
                ClaimFacts.NONE, 3);
        RunFacts passed = facts(PASSED, Optional.empty(), Optional.empty(), Optional.empty(), ClaimFacts.NONE, 0);
        Failures failures = Failures.of(EVALUATION.overall(), Map.of(LOST.id(), lost, PASSED.id(), passed));
        assertEquals(Map.of(Fault.OTHER_PRODUCT, List.of(LOST)), failures.faults(), "the second adds nothing to the first");
        assertEquals(Map.of(Fault.SHOP_SPLIT, List.of(LOST)), failures.seconds());
        assertEquals(Map.of(LOST, 3), failures.notCompared());
        assertTrue(failures.onNotCompared().orElseThrow().startsWith("In 1 failed run 3 pairs of titles could not be compared"));
        assertTrue(Failures.of(EVALUATION.overall(), Map.of(PASSED.id(), passed)).onNotCompared().isEmpty());
    }

    @Test
    void annotatorsAreHeldAgainstTheScorerEachByItself() {
        Map<RunId, String> outcomes = ScorerAgreement.outcomes(EVALUATION);
        List<ScorerAgreement> agreements = ScorerAgreement.of(outcomes, List.of(
                new Judgement(PASSED.id(), "ann", "failure"),
                new Judgement(PASSED.id(), "ann", "success"),
                new Judgement(LUCKY.id(), "ann", "failure"),
                new Judgement(LOST.id(), "ann", "failure"),
                new Judgement(UNSEEN.id(), "ann", "failure"),
                new Judgement(LOST.id(), "bob", "failure"),
                new Judgement(new RunId("elsewhere"), "bob", "success")));
        assertEquals(List.of("ann", "bob"), agreements.stream().map(ScorerAgreement::annotator).toList());
        ScorerAgreement ann = agreements.getFirst();
        assertEquals(List.of(4, 3), List.of(ann.runs(), ann.agreed()));
        // agreed 3/4, by chance (2·1 + 2·3)/16 = 1/2
        assertEquals(0.5, ann.kappa().orElseThrow().value(), 1e-12);
        assertEquals(List.of(new Disagreement(LUCKY.id(), "success", "failure")), ann.disagreements());
        assertTrue(agreements.getLast().kappa().isEmpty(), "one word throughout says nothing of agreement");
    }

    @Test
    void doubtfulTasksLeaveTheirRunsAndTheirPlaceInTheDenominator() throws Exception {
        List<Task> tasks = List.of(task("passed"), task("lost"), task("missing"), task("lost"));
        WithoutDoubts both = WithoutDoubts.of(EVALUATION, tasks, Set.of("lost", "missing", "nobody asked"));
        assertEquals(List.of("lost", "missing"), both.excluded().stream().map(Task::query).toList());
        assertEquals(List.of(5, 4), List.of(both.with().taskCount(), both.with().runs().size()));
        assertEquals(List.of(3, 3), List.of(both.without().taskCount(), both.without().runs().size()));
        assertEquals(Optional.of(new Rate(2, 4)), both.with().asr().rate());
        assertEquals(Optional.of(new Rate(2, 3)), both.without().asr().rate());
    }

    private static Task task(String query) throws Exception {
        return TaskCodec.decode(JsonReader.read("{\"query\":\"" + query + "\",\"reward\":{\"product_id\":\"1\"}}"));
    }

    private static RunFacts facts(ScoredRun run, Optional<Stage> stage, Optional<Fault> fault, ClaimFacts claims) {
        return facts(run, stage, fault, Optional.empty(), claims, 0);
    }

    private static RunFacts facts(
            ScoredRun run, Optional<Stage> stage, Optional<Fault> fault, Optional<Fault> second, ClaimFacts claims, int notCompared) {
        return new RunFacts(
                run.id(), run.score().success() ? Result.SUCCESS : Result.FAILURE, Optional.of(Intent.PRODUCT), stage, fault, second,
                List.of(), List.of(), Optional.empty(), new Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED), List.of(),
                List.of(), Set.of(), Set.of(), claims, notCompared, Milestones.NONE);
    }
}
