package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.evaluate.ScorerAgreement.Judgement;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.RunId;

/// What annotators say, in the scorer's words, so that the two can be held against each other.
///
/// @param outcomes `failure` where somebody gives a run a failure class, by label or by overruling; `success` where they annotated it as a
///     whole and gave it none, which says that none fits
/// @param stages   a stage's name in files, where they gave just one
/// @param faults   a fault's name in files, where they gave just one
/// @param doubted  the queries of tasks that somebody holds for ambiguous or wrongly labelled, with the last such verdict
public record Judgements(
        List<Judgement> outcomes, List<Judgement> stages, List<Judgement> faults, SequencedMap<String, TaskVerdict> doubted) {
    private static final List<String> STAGES = Arrays.stream(Stage.values()).map(Stage::wireName).toList();
    private static final List<String> FAULTS = Arrays.stream(Fault.values()).map(Fault::wireName).toList();

    public static final Judgements NONE = new Judgements(List.of(), List.of(), List.of(), new LinkedHashMap<>());

    public Judgements {
        outcomes = List.copyOf(outcomes);
        stages = List.copyOf(stages);
        faults = List.copyOf(faults);
        doubted = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(doubted));
    }

    /// What stands of them about runs as a whole, and about tasks.
    public static Judgements of(Annotations annotations) {
        List<Judgement> outcomes = new ArrayList<>();
        List<Judgement> stages = new ArrayList<>();
        List<Judgement> faults = new ArrayList<>();
        SequencedMap<String, TaskVerdict> doubted = new LinkedHashMap<>();
        for (Annotation each : annotations.standing()) {
            Statement said = each.statement();
            switch (each.subject()) {
                case Subject.OfRun(RunId run) -> {
                    Optional<String> stage = one(said.overrule().stage().map(Stage::wireName), said, STAGES);
                    Optional<String> fault = one(said.overrule().fault().map(Fault::wireName), said, FAULTS);
                    boolean failure = !said.overrule().isNothing()
                            || said.labels().stream().anyMatch(label -> STAGES.contains(label) || FAULTS.contains(label));
                    outcomes.add(new Judgement(run, each.author(), failure ? "failure" : "success"));
                    stage.ifPresent(name -> stages.add(new Judgement(run, each.author(), name)));
                    fault.ifPresent(name -> faults.add(new Judgement(run, each.author(), name)));
                }
                case Subject.OfTask(String query) -> said.verdict()
                        .filter(verdict -> verdict != TaskVerdict.GOOD)
                        .ifPresent(verdict -> doubted.put(query, verdict));
                case Subject.OfStep _,Subject.OfCall _,Subject.OfProduct _ -> {}
            }
        }
        return new Judgements(outcomes, stages, faults, doubted);
    }

    /// How far scorer and annotators agree, by what is asked: `outcome`, `stage`, `fault`. What nobody judged is left out.
    ///
    /// @param facts of the runs that are diagnosed, by id
    public SequencedMap<String, List<ScorerAgreement>> agreements(Evaluation evaluation, Map<RunId, RunFacts> facts) {
        SequencedMap<String, List<ScorerAgreement>> agreements = new LinkedHashMap<>();
        agreements.put("outcome", ScorerAgreement.of(ScorerAgreement.outcomes(evaluation), outcomes));
        agreements.put("stage", ScorerAgreement.of(computed(evaluation, facts, run -> run.stage().map(Stage::wireName)), stages));
        agreements.put("fault", ScorerAgreement.of(computed(evaluation, facts, run -> run.fault().map(Fault::wireName)), faults));
        agreements.values().removeIf(List::isEmpty);
        return agreements;
    }

    private static Optional<String> one(Optional<String> overruled, Statement said, List<String> names) {
        List<String> labels = said.labels().stream().filter(names::contains).toList();
        return overruled.or(() -> labels.size() == 1 ? Optional.of(labels.getFirst()) : Optional.empty());
    }

    private static Map<RunId, String> computed(
            Evaluation evaluation, Map<RunId, RunFacts> facts, Function<RunFacts, Optional<String>> word) {
        Map<RunId, String> words = new LinkedHashMap<>();
        for (ScoredRun run : evaluation.trials()) {
            Optional.ofNullable(facts.get(run.id())).flatMap(word).ifPresent(name -> words.put(run.id(), name));
        }
        return words;
    }
}
