package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.evaluate.ScorerAgreement.Judgement;
import org.shoptrace.model.annotation.AnnotationEvent;
import org.shoptrace.model.annotation.AnnotationEvent.Stated;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Stamp;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Conduct;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

class JudgementsTest {
    private static final ScoredRun PASSED = run(Intent.PRODUCT, "passed", 1);
    private static final ScoredRun LOST = run(Intent.PRODUCT, "lost", 0);

    private final List<AnnotationEvent> events = new ArrayList<>();

    @Test
    void aRunWithAFailureClassIsAFailureAndOneWithoutIsNone() {
        says("ann", new Subject.OfRun(PASSED.id()), Statement.EMPTY.toggled("interesting"));
        says("ann", new Subject.OfRun(LOST.id()), Statement.EMPTY.toggled("never_retrieved").toggled("other_product"));
        says("bob", new Subject.OfRun(PASSED.id()), Statement.EMPTY.withOverrule(
                new Overrule(Optional.of(Stage.CHOSEN), Optional.of(Fault.SCORER_DOUBT), Optional.empty(), Optional.empty())));
        says("bob", new Subject.OfStep(LOST.id(), 1), Statement.EMPTY.toggled("never_retrieved"));
        says("bob", new Subject.OfTask("passed"), Statement.EMPTY.withVerdict(Optional.of(TaskVerdict.WRONG_LABEL)));
        says("bob", new Subject.OfTask("lost"), Statement.EMPTY.withVerdict(Optional.of(TaskVerdict.GOOD)));
        Judgements judgements = Judgements.of(Annotations.of(events));
        assertEquals(
                List.of(
                        new Judgement(PASSED.id(), "ann", "success"), new Judgement(LOST.id(), "ann", "failure"),
                        new Judgement(PASSED.id(), "bob", "failure")),
                judgements.outcomes(),
                "what is said of a step says nothing of the run's outcome");
        assertEquals(
                List.of(new Judgement(LOST.id(), "ann", "never_retrieved"), new Judgement(PASSED.id(), "bob", "chosen")),
                judgements.stages());
        assertEquals(
                List.of(new Judgement(LOST.id(), "ann", "other_product"), new Judgement(PASSED.id(), "bob", "scorer_doubt")),
                judgements.faults());
        assertEquals(Map.of("passed", TaskVerdict.WRONG_LABEL), judgements.doubted());
    }

    @Test
    void twoStagesGivenAreNone() {
        says("ann", new Subject.OfRun(LOST.id()), Statement.EMPTY.toggled("never_retrieved").toggled("invented"));
        Judgements judgements = Judgements.of(Annotations.of(events));
        assertEquals(List.of(), judgements.stages());
        assertEquals("failure", judgements.outcomes().getFirst().verdict());
    }

    @Test
    void eachQuestionIsHeldAgainstWhatWasComputed() {
        says("ann", new Subject.OfRun(PASSED.id()), Statement.EMPTY.toggled("wrong_variant"));
        says("ann", new Subject.OfRun(LOST.id()), Statement.EMPTY.toggled("never_retrieved"));
        Evaluation evaluation = evaluation("m", Map.of(Intent.PRODUCT, 2), PASSED, LOST);
        Map<RunId, RunFacts> facts = Map.of(LOST.id(), new RunFacts(
                LOST.id(), Result.FAILURE, Optional.of(Intent.PRODUCT), Optional.of(Stage.INVENTED), Optional.of(Fault.OTHER_PRODUCT),
                Optional.empty(), List.of(), List.of(), Optional.empty(), new Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED),
                List.of(), List.of(),
                Set.of(),
                Set.of(), ClaimFacts.NONE, 0, Milestones.NONE));
        Map<String, List<ScorerAgreement>> agreements = Judgements.of(Annotations.of(events)).agreements(evaluation, facts);
        assertEquals(List.of("outcome", "stage"), List.copyOf(agreements.keySet()), "no fault of both");
        ScorerAgreement outcome = agreements.getOrDefault("outcome", List.of()).getFirst();
        assertEquals(List.of(2, 1), List.of(outcome.runs(), outcome.agreed()));
        assertEquals("invented", agreements.getOrDefault("stage", List.of()).getFirst().disagreements().getFirst().scorer());
    }

    private void says(String author, Subject subject, Statement statement) {
        int number = events.size();
        events.add(new Stated(
                new Stamp("e" + number, Instant.ofEpochSecond(number), author), subject,
                new Statement(
                        new LinkedHashSet<>(statement.labels()), statement.note(), statement.verdict(), statement.overrule(),
                        statement.spans()),
                Optional.empty(), Occasion.UNKNOWN));
    }
}
