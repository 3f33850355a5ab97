package org.shoptrace.core.runs;

import java.util.Collections;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;

/// Which runs are listed. An empty set, text or bound lets every run through.
///
/// @param text      found in the query, whatever the case
/// @param stages    how far a failed run got; any of them
/// @param faults    what is wrong with what it chose, at first or besides; any of them
/// @param labels    given by anybody to the run or anything in it; any of them
/// @param annotated that it is annotated, or that it is not; both together let every run through
/// @param own       what the run's own file says; any of it
/// @param model     equals the model's name
/// @param minSteps  inclusive
/// @param maxSteps  inclusive
public record RunFilter(
        String text,
        Set<OutcomeKind> outcomes,
        Set<Intent> intents,
        Set<Stage> stages,
        Set<Fault> faults,
        Set<String> labels,
        Set<Annotated> annotated,
        Set<OwnOutcome> own,
        String model,
        OptionalInt minSteps,
        OptionalInt maxSteps) {
    /// Whether anybody said something of a run.
    public enum Annotated {
        YES("annotated"),
        NO("not annotated");

        private final String label;

        Annotated(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static final RunFilter ALL = new RunFilter("", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "",
            OptionalInt.empty(),
            OptionalInt.empty());

    public RunFilter {
        outcomes = Set.copyOf(outcomes);
        intents = Set.copyOf(intents);
        stages = Set.copyOf(stages);
        faults = Set.copyOf(faults);
        labels = Set.copyOf(labels);
        annotated = Set.copyOf(annotated);
        own = Set.copyOf(own);
    }

    public boolean accepts(RunRow row) {
        return (outcomes.isEmpty() || outcomes.contains(row.kind())) && acceptsWhateverOutcome(row);
    }

    /// As [#accepts], leaving the outcome aside: what the counts beside the outcomes are over.
    public boolean acceptsWhateverOutcome(RunRow row) {
        int steps = row.summary().steps();
        return (intents.isEmpty() || row.intent().filter(intents::contains).isPresent())
                && (stages.isEmpty() || row.stage().filter(stages::contains).isPresent())
                && (faults.isEmpty() || row.faults().anyMatch(faults::contains))
                && (labels.isEmpty() || !Collections.disjoint(labels, row.said().labels()))
                && (annotated.isEmpty() || annotated.contains(row.said().isAnnotated() ? Annotated.YES : Annotated.NO))
                && (own.isEmpty() || own.contains(row.own()))
                && (model.isEmpty() || model.equals(row.summary().model()))
                && steps >= minSteps.orElse(0)
                && steps <= maxSteps.orElse(Integer.MAX_VALUE)
                && (text.isBlank() || row.query().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    public RunFilter withText(String newText) {
        return new RunFilter(newText, outcomes, intents, stages, faults, labels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withOutcomes(Set<OutcomeKind> newOutcomes) {
        return new RunFilter(text, newOutcomes, intents, stages, faults, labels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withIntents(Set<Intent> newIntents) {
        return new RunFilter(text, outcomes, newIntents, stages, faults, labels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withStages(Set<Stage> newStages) {
        return new RunFilter(text, outcomes, intents, newStages, faults, labels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withFaults(Set<Fault> newFaults) {
        return new RunFilter(text, outcomes, intents, stages, newFaults, labels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withLabels(Set<String> newLabels) {
        return new RunFilter(text, outcomes, intents, stages, faults, newLabels, annotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withAnnotated(Set<Annotated> newAnnotated) {
        return new RunFilter(text, outcomes, intents, stages, faults, labels, newAnnotated, own, model, minSteps, maxSteps);
    }

    public RunFilter withOwn(Set<OwnOutcome> newOwn) {
        return new RunFilter(text, outcomes, intents, stages, faults, labels, annotated, newOwn, model, minSteps, maxSteps);
    }

    public RunFilter withModel(String newModel) {
        return new RunFilter(text, outcomes, intents, stages, faults, labels, annotated, own, newModel, minSteps, maxSteps);
    }

    public RunFilter withSteps(OptionalInt least, OptionalInt most) {
        return new RunFilter(text, outcomes, intents, stages, faults, labels, annotated, own, model, least, most);
    }

    /// How many of the filters behind *More filters* are set: intent, stage, fault, label, annotated, the file's verdict, model, steps.
    public int detailCount() {
        return (intents.isEmpty() ? 0 : 1) + (stages.isEmpty() ? 0 : 1) + (faults.isEmpty() ? 0 : 1)
                + (labels.isEmpty() ? 0 : 1) + (annotated.isEmpty() ? 0 : 1) + (own.isEmpty() ? 0 : 1)
                + (model.isEmpty() ? 0 : 1) + (minSteps.isPresent() || maxSteps.isPresent() ? 1 : 0);
    }
}
