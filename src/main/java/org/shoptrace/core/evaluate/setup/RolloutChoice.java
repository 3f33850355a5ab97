package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunSummary;

/// A rollout file of the workspace, as it can be chosen.
///
/// @param runs     how many runs it holds
/// @param matched  how many of them belong to a task of the workspace
/// @param byIntent how many tasks these are, by intent: a task that has several runs is one
/// @param queries  the queries of these tasks
/// @param judged   how many runs their file judges
public record RolloutChoice(
        Path file, String model, int runs, int matched, Map<Intent, Integer> byIntent, Set<String> queries, int judged) {
    /// A file that judges none of its runs.
    public RolloutChoice(Path file, String model, int runs, int matched, Map<Intent, Integer> byIntent, Set<String> queries) {
        this(file, model, runs, matched, byIntent, queries, 0);
    }

    public RolloutChoice {
        byIntent = Map.copyOf(byIntent);
        queries = Set.copyOf(queries);
    }

    /// The same file of a model of that name.
    public RolloutChoice of(String other) {
        return new RolloutChoice(file, other, runs, matched, byIntent, queries, judged);
    }

    /// The files behind the runs, in the order in which they were found.
    public static List<RolloutChoice> of(Collection<RunSummary> runs, TaskCover tasks) {
        SequencedMap<Path, List<RunSummary>> byFile = runs.stream()
                .collect(Collectors.groupingBy(run -> run.source().file(), LinkedHashMap::new, Collectors.toList()));
        return byFile.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue(), tasks)).toList();
    }

    private static RolloutChoice of(Path file, List<RunSummary> runs, TaskCover tasks) {
        TaskCover.Cover cover = tasks.of(runs);
        Map<String, Intent> asked = new HashMap<>();
        int matched = 0;
        for (RunSummary run : runs) {
            Optional<Task> task = run.query().flatMap(cover::task);
            task.ifPresent(found -> asked.put(found.query(), found.intent()));
            matched += task.isPresent() ? 1 : 0;
        }
        Map<Intent, Integer> byIntent = new EnumMap<>(Intent.class);
        asked.values().forEach(intent -> byIntent.merge(intent, 1, Integer::sum));
        return new RolloutChoice(file, runs.getFirst().model(), runs.size(), matched, byIntent, asked.keySet(),
                (int) runs.stream().filter(run -> OwnFacts.of(run).success(OwnVerdict.THRESHOLD).isPresent()).count());
    }

    /// Runs, and how many of them their file judges, in a line.
    public String ownSummary() {
        String count = runs == 1 ? "1 run" : runs + " runs";
        return count + " · " + (judged == 0 ? "none" : judged == runs ? "all" : Integer.toString(judged)) + " judged by the file";
    }

    /// Runs and intents, in a line.
    public String summary() {
        String count = runs == 1 ? "1 run" : runs + " runs";
        if (byIntent.isEmpty()) {
            return count + " · none of a task in this workspace";
        }
        String intents = byIntent.keySet().stream().sorted().map(Intent::wireName).collect(Collectors.joining(", "));
        int unknown = runs - matched;
        return count + " · " + intents + (unknown > 0 ? " · " + unknown + " of no task here" : "");
    }
}
