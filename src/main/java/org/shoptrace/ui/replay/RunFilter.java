package org.shoptrace.ui.replay;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.model.task.Intent;

/// Which runs are listed. An empty set, text or bound lets every run through.
///
/// @param text     found in the query, whatever the case
/// @param model    equals the model's name
/// @param minSteps inclusive
/// @param maxSteps inclusive
record RunFilter(
        String text, Set<OutcomeKind> outcomes, Set<Intent> intents, String model, OptionalInt minSteps, OptionalInt maxSteps) {
    static final RunFilter ALL = new RunFilter("", Set.of(), Set.of(), "", OptionalInt.empty(), OptionalInt.empty());

    RunFilter {
        outcomes = Set.copyOf(outcomes);
        intents = Set.copyOf(intents);
    }

    boolean accepts(RunRow row) {
        return (outcomes.isEmpty() || outcomes.contains(row.kind())) && acceptsWhateverOutcome(row);
    }

    /// As [#accepts], leaving the outcome aside: what the counts beside the outcomes are over.
    boolean acceptsWhateverOutcome(RunRow row) {
        int steps = row.summary().steps();
        return (intents.isEmpty() || row.intent().filter(intents::contains).isPresent())
                && (model.isEmpty() || model.equals(row.summary().model()))
                && steps >= minSteps.orElse(0)
                && steps <= maxSteps.orElse(Integer.MAX_VALUE)
                && (text.isBlank() || row.query().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    RunFilter withText(String newText) {
        return new RunFilter(newText, outcomes, intents, model, minSteps, maxSteps);
    }

    RunFilter withOutcomes(Set<OutcomeKind> newOutcomes) {
        return new RunFilter(text, newOutcomes, intents, model, minSteps, maxSteps);
    }

    RunFilter withIntents(Set<Intent> newIntents) {
        return new RunFilter(text, outcomes, newIntents, model, minSteps, maxSteps);
    }

    RunFilter withModel(String newModel) {
        return new RunFilter(text, outcomes, intents, newModel, minSteps, maxSteps);
    }

    RunFilter withSteps(OptionalInt least, OptionalInt most) {
        return new RunFilter(text, outcomes, intents, model, least, most);
    }

    /// How many of the filters behind *More filters* are set: intent, model, steps.
    int detailCount() {
        return (intents.isEmpty() ? 0 : 1) + (model.isEmpty() ? 0 : 1) + (minSteps.isPresent() || maxSteps.isPresent() ? 1 : 0);
    }
}
