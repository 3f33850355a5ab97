package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.RunDetails;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TitleDependence;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.HeldOutAgreement.Share;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Two models over the four intents, three runs and four tasks each: the first run passes, the others fail, the last task is missing.
public final class SampleEvaluation {
    public static final List<String> MODELS = List.of("alpha", "beta");

    /// Of a stand-in that is not shown to be better than answering no always.
    public static final SimilarityCalibration CALIBRATION = new SimilarityCalibration(
            0.5, 0.6331,
            new HeldOutAgreement(
                    53, 1378, new Share(0.7552, new ConfidenceInterval(0.6614, 0.8337)), 0.7293,
                    new Share(0.0259, new ConfidenceInterval(-0.015, 0.069))));

    private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 200);

    private SampleEvaluation() {}

    public static List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Intent intent : Intent.LEVELS) {
            for (int i = 0; i < 4; i++) {
                tasks.add(new Task(
                        intent, query(intent, i), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Json.Obj.EMPTY));
            }
        }
        return tasks;
    }

    public static List<RunSummary> runs() {
        List<RunSummary> runs = new ArrayList<>();
        for (String model : MODELS) {
            for (Intent intent : Intent.LEVELS) {
                for (int i = 0; i < 3; i++) {
                    runs.add(run(model, intent, i));
                }
            }
        }
        return runs;
    }

    public static RunSummary run(String model, Intent intent, int task) {
        return GivenSummary.of(
                id(model, intent, task), new RunSource(file(model, intent), task + 1), model, Optional.of(query(intent, task)),
                4, new LinkedHashMap<>(), true, true, Optional.empty(), false, Optional.empty(), 100, 0, 0, 0);
    }

    public static Path file(String model, Intent intent) {
        return Path.of("rollout_" + intent.wireName() + "_" + model + ".jsonl");
    }

    public static RunPlace place(String model, Intent intent, int task) {
        return new RunPlace(id(model, intent, task), new RunSource(file(model, intent), task + 1));
    }

    public static RunId id(String model, Intent intent, int task) {
        return new RunId(model + "-" + intent.wireName() + "-" + task);
    }

    public static String query(Intent intent, int task) {
        return "Find " + intent.wireName() + " " + task;
    }

    /// As a scorer would answer for these models and intents.
    public static EvaluationResult result(List<String> models, List<Intent> intents) {
        List<FigureRow> rows = new ArrayList<>();
        SequencedMap<RunId, RunOutcome> outcomes = new LinkedHashMap<>();
        for (String model : models) {
            for (Intent intent : intents) {
                for (int i = 0; i < 3; i++) {
                    outcomes.put(id(model, intent, i), new RunOutcome.Scored(score(intent, i)));
                }
            }
            Level.of(model, scored(model, intents).evaluation(), true).forEach(level -> rows.add(FigureRow.of(level, BOOTSTRAP)));
        }
        return new EvaluationResult(
                new EvaluationResult.Face(
                        "shoppingbench", "bge-small-en-v1.5", false, "agrees on 0.77 of the pairs", "ab12cd34ef · 21 products",
                        "ab12cd34ef".repeat(6) + "0123"),
                models.stream().map(model -> scored(model, intents).evaluation()).toList(),
                models.stream().map(model -> scored(model, intents)).toList(),
                rows, "Model `alpha` Rollout `3` cases:\nThe success rate is 0.333\n",
                new EvaluationResult.Cautions(
                        SeriesRemarks.of(models.stream().map(model -> scored(model, intents).series()).toList()),
                        List.of(new EvaluationResult.Aside(
                                "hang-on-title", "passed by the title check alone", List.of(place("alpha", Intent.PRODUCT, 0))))),
                outcomes);
    }

    /// The first run of each task passes; beta passes the second of each intent too.
    private static Scored scored(String model, List<Intent> intents) {
        List<ScoredRun> runs = new ArrayList<>();
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>();
        SequencedMap<Intent, Summary> levels = new LinkedHashMap<>();
        List<Task> tasks = tasks().stream().filter(task -> intents.contains(task.intent())).toList();
        for (Intent intent : intents) {
            asked.put(intent, 4);
            List<ScoredRun> of = IntStream.range(0, 3).mapToObj(i -> scoredRun(model, intent, i)).toList();
            runs.addAll(of);
            levels.put(intent, new Summary(new LinkedHashMap<>(Map.of(intent, 4)), false, of));
        }
        Set<String> done = runs.stream().map(run -> run.score().query()).collect(Collectors.toSet());
        Evaluation evaluation = new Evaluation(
                new Evaluation.Conditions(
                        file(model, intents.getFirst()), model, "shoppingbench", "bge-small-en-v1.5", false,
                        List.of(CALIBRATION)),
                runs,
                new Summary(asked, false, runs),
                levels,
                tasks.stream().filter(task -> !done.contains(task.query())).toList(),
                new Evaluation.Leftovers(List.of(), List.of(), List.of()));
        return new Scored(new Series(model, intents.stream().map(intent -> file(model, intent)).toList(), evaluation), tasks,
                ConstraintShare.of(evaluation.overall(), Bootstrap.DEFAULT));
    }

    public static ScoredRun scoredRun(String model, Intent intent, int task) {
        boolean success = task == 0 || (task == 1 && model.equals("beta"));
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        Column.of(intent).forEach(column -> values.put(column, column == Column.RULE ? (success ? 1.0 : 0.5) : 0.25));
        return new ScoredRun(
                id(model, intent, task), new RunSource(file(model, intent), task + 1), 4 + task,
                new TaskScore(query(intent, task), intent, values, success, task == 1, success && intent == Intent.PRODUCT),
                new RunDetails(
                        new LinkedHashMap<>(Map.of("find_product", 3 + task)),
                        Map.of(ConstraintVerdict.Kind.PRICE, new Rate(success ? 2 : 1, 2)),
                        success && intent == Intent.PRODUCT
                                ? new TitleDependence(true, OptionalDouble.of(0.7))
                                : success ? TitleDependence.NONE : TitleDependence.LOST));
    }

    private static TaskScore score(Intent intent, int task) {
        SequencedMap<Column, Double> values = new LinkedHashMap<>(Map.of(Column.RULE, task == 0 ? 1.0 : 0.5));
        return new TaskScore(query(intent, task), intent, values, task == 0, false, false);
    }
}
