package org.shoptrace.core.evaluate;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// Evaluations made out of plain scores.
public final class Scores {
    /// No call, no constraint, no title.
    public static final RunDetails NO_DETAILS = new RunDetails(new LinkedHashMap<>(), Map.of(), TitleDependence.NONE);

    private Scores() {}

    /// A run of three steps that terminates, in the columns of the intent.
    public static ScoredRun run(Intent intent, String query, double rule) {
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        Column.of(intent).forEach(column -> values.put(column, column == Column.LENGTH ? 1 / 3.0 : rule));
        RunSource source = new RunSource(Path.of("rollout.jsonl"), 1);
        return new ScoredRun(
                new RunId(query + "@" + rule), source, 3, new TaskScore(query, intent, values, rule >= 1, false, false), NO_DETAILS);
    }

    /// Of two runs of a query the later counts.
    ///
    /// @param asked how many tasks of each intent
    public static Evaluation evaluation(String model, Map<Intent, Integer> asked, ScoredRun... trials) {
        return Evaluation.of(
                new Conditions(Path.of("rollout_" + model + ".jsonl"), model, "shoppingbench", "table t.json", true, List.of()),
                new LinkedHashMap<>(new EnumMap<>(asked)),
                false,
                List.of(trials),
                List.of(),
                new Leftovers(List.of(), List.of(), List.of()));
    }
}
