package org.shoptrace.core.evaluate.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunPlace;

/// One series at one intent level, or at all levels: what a row of figures is about.
///
/// @param series the label of the series
/// @param intent the level; empty for all levels together, weighted by tasks
public record Level(String series, Optional<Intent> intent, Summary summary, Counted counted) {
    /// The name of all levels together in files.
    public static final String ALL = "all";

    /// Their name for people.
    public static final String ALL_LABEL = "All, by tasks";

    /// The runs and tasks that were counted. Where every task has one trial, scored, lost and missing add up to the tasks asked.
    ///
    /// @param lost    runs that the harness lost; neither passed nor failed
    /// @param crashes scored runs at which the released evaluator would have stopped
    /// @param missing the queries of the tasks that no run was made of
    /// @param unjudged where files judge, the runs that theirs does not judge; neither passed nor failed
    public record Counted(
            List<RunPlace> passed, List<RunPlace> failed, List<RunPlace> lost, List<RunPlace> crashes, List<String> missing,
            List<RunPlace> unjudged) {
        public Counted {
            passed = List.copyOf(passed);
            failed = List.copyOf(failed);
            lost = List.copyOf(lost);
            crashes = List.copyOf(crashes);
            missing = List.copyOf(missing);
            unjudged = List.copyOf(unjudged);
        }

        /// The runs that were scored.
        public List<RunPlace> scored() {
            return Stream.concat(passed.stream(), failed.stream()).toList();
        }
    }

    /// The levels of a series, from easy to hard.
    ///
    /// @param overall whether all levels together are a level too, the last
    public static List<Level> of(String series, Evaluation evaluation, boolean overall) {
        Map<String, Intent> intents = new HashMap<>();
        evaluation.overall().runs().forEach(run -> intents.put(run.score().query(), run.score().intent()));
        evaluation.missing().forEach(task -> intents.put(task.query(), task.intent()));
        List<Level> levels = new ArrayList<>();
        evaluation.byIntent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(level -> levels.add(of(series, Optional.of(level.getKey()), level.getValue(), evaluation, intents)));
        if (overall) {
            levels.add(of(series, Optional.empty(), evaluation.overall(), evaluation, intents));
        }
        return levels;
    }

    /// A task whose run the harness lost is lost, not missing.
    private static Level of(
            String series, Optional<Intent> intent, Summary summary, Evaluation evaluation, Map<String, Intent> intents) {
        List<Unscored> lost = evaluation.leftovers().lost().stream()
                .filter(run -> intent.isEmpty() || run.query().map(intents::get).filter(intent.get()::equals).isPresent())
                .toList();
        Set<String> lostQueries = lost.stream().flatMap(run -> run.query().stream()).collect(Collectors.toSet());
        List<String> missing = evaluation.missing().stream()
                .filter(task -> intent.isEmpty() || intent.get() == task.intent())
                .map(Task::query)
                .filter(query -> !lostQueries.contains(query))
                .toList();
        return new Level(series, intent, summary, new Counted(
                places(summary.where(TaskScore::success)),
                places(summary.where(score -> !score.success())),
                lost.stream().map(Unscored::place).toList(),
                places(summary.where(TaskScore::crashesReference)),
                missing,
                summary.isOwn() ? evaluation.leftovers().unknown().stream().map(Unscored::place).toList() : List.of()));
    }

    private static List<RunPlace> places(List<ScoredRun> scored) {
        return scored.stream().map(ScoredRun::place).toList();
    }

    /// The name for people.
    public String label() {
        return intent.map(Intent::label).orElse(ALL_LABEL);
    }

    /// The name in files.
    public String wireName() {
        return intent.map(Intent::wireName).orElse(ALL);
    }

    /// The names of levels for people, by their names in files.
    public static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(Map.of(ALL, ALL_LABEL));
        Intent.LEVELS.forEach(intent -> names.put(intent.wireName(), intent.label()));
        return names;
    }

    /// What the runs behind a figure have in common: `alpha · Knowledge · failed`.
    ///
    /// @param what the figure's
    public String why(String what) {
        return series + " · " + intent.map(Intent::label).orElse("all levels") + " · " + what;
    }
}
