package org.shoptrace.core.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.model.trajectory.Run;

/// Answers a question by looking at every step of every run, one after the other: slow, and plain to see that it is right.
final class PlainWalk {
    private PlainWalk() {}

    /// The steps of each run that answer, by the run's place; no steps for a run that answers as a whole. All runs are indexed.
    static Map<Integer, List<Integer>> search(Query query, List<Run> runs, List<RunRecord> records) {
        Map<Integer, List<Integer>> found = new TreeMap<>();
        boolean steps = asksForSteps(query, false);
        for (int place = 0; place < runs.size(); place++) {
            Run run = runs.get(place);
            RunRecord record = records.get(place);
            if (!steps) {
                if (holds(query, run, record, Optional.empty()).equals(Optional.of(true))) {
                    found.put(place, List.of());
                }
                continue;
            }
            List<Integer> numbers = StepText.of(run).stream()
                    .filter(step -> holds(query, run, record, Optional.of(step)).equals(Optional.of(true)))
                    .map(StepText::number)
                    .toList();
            if (!numbers.isEmpty()) {
                found.put(place, numbers);
            }
        }
        return found;
    }

    private static boolean asksForSteps(Query query, boolean negated) {
        return switch (query) {
            case Query.All(List<Query> parts) -> parts.stream().anyMatch(part -> asksForSteps(part, negated));
            case Query.Any(List<Query> parts) -> parts.stream().anyMatch(part -> asksForSteps(part, negated));
            case Query.Not(Query part) -> asksForSteps(part, !negated);
            case Said _,Query.Called _,Query.AtStep _ -> !negated;
            default -> false;
        };
    }

    /// @param step empty: of the run as a whole, for which a condition on steps holds when one of its steps meets it
    private static Optional<Boolean> holds(Query query, Run run, RunRecord record, Optional<StepText> step) {
        return switch (query) {
            case Query.All(List<Query> parts) -> all(parts.stream().map(part -> holds(part, run, record, step)).toList());
            case Query.Any(List<Query> parts) ->
                all(parts.stream().map(part -> holds(part, run, record, step).map(b -> !b)).toList()).map(b -> !b);
            case Query.Not(Query part) -> holds(part, run, record, step).map(b -> !b);
            case Query.Test test -> test.of().apply(record);
            case Query.Met(Way way, Thing thing) -> Optional.of(MetProduct.of(run).stream()
                    .anyMatch(product -> product.step(way).isPresent() && ThingMatch.is(product, thing)));
            default -> Optional.of(steps(run, step).anyMatch(s -> holds(query, s)));
        };
    }

    private static Stream<StepText> steps(Run run, Optional<StepText> step) {
        return step.isPresent() ? step.stream() : StepText.of(run).stream();
    }

    private static Optional<Boolean> all(List<Optional<Boolean>> parts) {
        if (parts.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return parts.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }

    private static boolean holds(Query query, StepText step) {
        return switch (query) {
            case Said(Optional<Role> role, List<String> words, boolean prefix) -> step.texts().entrySet().stream()
                    .filter(text -> role.filter(r -> r != text.getKey()).isEmpty())
                    .anyMatch(text -> has(Words.folded(text.getValue()), words, prefix));
            case Query.Called(String tool) -> step.tools().stream().anyMatch(tool::equalsIgnoreCase);
            case Query.AtStep(Relation relation, int number) -> relation.holds(step.number(), number);
            default -> throw new IllegalArgumentException("not of a step: " + query);
        };
    }

    private static boolean has(List<String> text, List<String> words, boolean prefix) {
        return prefix ? text.stream().anyMatch(word -> word.startsWith(words.getFirst())) : Collections.indexOfSubList(text, words) >= 0;
    }
}
