package org.shoptrace.core.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.RunRecord;

/// Runs that are asked at once. The index holds a text once, wherever it stands, so no two runs asked at once are equal; equal ones that a
/// question cannot tell apart stand for each other, and only those whose place, model or file it tells apart are asked in further rounds.
///
/// @param runs   one of each
/// @param places for each of them the places in the whole list that it stands for, in order
record Copies(List<RunRecord> runs, List<List<Integer>> places) {

    /// The rounds in which a question is asked of all runs: one where no run stands twice.
    static List<Copies> rounds(Query query, List<RunRecord> runs) {
        Map<String, Integer> counts = new HashMap<>();
        runs.forEach(run -> counts.merge(run.run().id().sha256(), 1, Integer::sum));
        if (counts.size() == runs.size()) {
            return List.of(new Copies(runs, IntStream.range(0, runs.size()).mapToObj(List::of).toList()));
        }
        List<Query.Test> tests = tests(query).toList();
        Map<String, Map<List<Optional<Boolean>>, List<Integer>>> byContent = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            List<Optional<Boolean>> answers = counts.getOrDefault(run.run().id().sha256(), 0) == 1
                    ? List.of()
                    : tests.stream().map(test -> test.of().apply(run)).toList();
            byContent.computeIfAbsent(run.run().id().sha256(), _ -> new LinkedHashMap<>(2))
                    .computeIfAbsent(answers, _ -> new ArrayList<>(1))
                    .add(i);
        }
        List<Copies> rounds = new ArrayList<>();
        for (Map<List<Optional<Boolean>>, List<Integer>> kinds : byContent.values()) {
            int round = 0;
            for (List<Integer> alike : kinds.values()) {
                if (round == rounds.size()) {
                    rounds.add(new Copies(new ArrayList<>(), new ArrayList<>()));
                }
                rounds.get(round).runs().add(runs.get(alike.getFirst()));
                rounds.get(round).places().add(alike);
                round++;
            }
        }
        return rounds;
    }

    private static Stream<Query.Test> tests(Query query) {
        return switch (query) {
            case Query.All(List<Query> parts) -> parts.stream().flatMap(Copies::tests);
            case Query.Any(List<Query> parts) -> parts.stream().flatMap(Copies::tests);
            case Query.Not(Query part) -> tests(part);
            case Query.Test test -> Stream.of(test);
            default -> Stream.empty();
        };
    }
}
