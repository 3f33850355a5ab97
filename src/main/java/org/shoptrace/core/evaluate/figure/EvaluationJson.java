package org.shoptrace.core.evaluate.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnVerdict;

/// An evaluation as JSON, the form of `src/site/markdown/scoring.md`, *The JSON of an evaluation*: `scores` has the keys of the golden
/// files.
public final class EvaluationJson {
    private EvaluationJson() {}

    /// An evaluation with where it comes from; its file is called as the provenance calls it.
    public static Json.Obj encode(Evaluation evaluation, ExportOrigin origin) {
        return ProvenanceJson.last(
                encode(evaluation).with("file", Json.of(origin.names().of(evaluation.conditions().rollouts()))), origin.provenance());
    }

    /// `intent` is a text, or an array when the tasks are of several; then `by_intent` has the summary of each. Where a task has several
    /// runs, `summary` is what `evaluate` prints, and both ways to count stand beside it.
    ///
    /// @param file of one rollout file
    public static Json.Obj encode(Evaluation file) {
        Evaluation evaluation = file.printed();
        Evaluation.Conditions conditions = evaluation.conditions();
        Summary overall = evaluation.overall();
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("file", Json.of(FileNames.NONE.of(conditions.rollouts())));
        fields.put("model", Json.of(conditions.model()));
        fields.put("profile", Json.of(conditions.profile()));
        if (conditions.own().isPresent()) {
            return own(file, conditions.own().get(), fields);
        }
        fields.put("similarity", Json.of(conditions.similarity()));
        fields.put("comparable_with_published", new Json.Bool(conditions.comparable()));
        if (!conditions.calibrations().isEmpty()) {
            fields.put("calibration", Json.array(conditions.calibrations().stream().map(EvaluationJson::calibration).toList()));
        }
        fields.put("intent", intents(evaluation));
        fields.put("tasks", Json.Num.of(overall.taskCount()));
        fields.put("rollouts", Json.Num.of(overall.scoredTasks()));
        fields.put("missing", Json.Num.of(overall.missing()));
        fields.put("unknown", Json.Num.of(evaluation.leftovers().unknown().size()));
        fields.put("harness_lost", Json.Num.of(evaluation.leftovers().lost().size()));
        fields.put("rejected", Json.Num.of(evaluation.leftovers().rejected().size()));
        if (!file.standingAgain().isEmpty()) {
            fields.put("repeated_lines", Json.Num.of(file.standingAgain().size()));
        }
        fields.put("crashes_reference", Json.Num.of(overall.where(TaskScore::crashesReference).size()));
        fields.put("hangs_on_title", queries(overall.where(TaskScore::hangsOnTitle)));
        List<Level> levels = Level.of(conditions.model(), evaluation, true);
        fields.put("summary", summary(levels.getLast(), Figures.ALL, Bootstrap.DEFAULT));
        if (evaluation.byIntent().size() > 1) {
            SequencedMap<String, Json> byIntent = new LinkedHashMap<>();
            levels.subList(0, levels.size() - 1)
                    .forEach(level -> byIntent.put(level.wireName(), summary(level, Figures.ALL, Bootstrap.DEFAULT)));
            fields.put("by_intent", new Json.Obj(byIntent));
        }
        if (file.overall().isRepeated()) {
            fields.put("summary_trials", summary(whole(file), Figures.ALL, Bootstrap.DEFAULT));
            fields.put("summary_released", summary(whole(file.released()), Figures.ALL, Bootstrap.DEFAULT));
        }
        SequencedMap<String, Json> scores = new LinkedHashMap<>();
        file.overall().released().runs().forEach(run -> scores.put(run.score().query(), score(run.score())));
        fields.put("scores", new Json.Obj(scores));
        SequencedMap<String, Json> trials = new LinkedHashMap<>();
        file.repeated().forEach((query, runs) -> trials.put(
                query, Json.array(runs.stream().map(run -> score(run.score())).toList())));
        if (!trials.isEmpty()) {
            fields.put("trials", new Json.Obj(trials));
        }
        return new Json.Obj(fields);
    }

    /// Of runs that their file judges: whose verdict it is and every run, for a task has no score but that of its runs.
    private static Json.Obj own(Evaluation file, OwnCriterion own, SequencedMap<String, Json> fields) {
        Summary overall = file.overall();
        fields.put("judges", Json.texts(own.judges()));
        fields.put("threshold", Json.Num.of(own.threshold()));
        fields.put("judged_by_word", Json.Num.of(own.said()));
        fields.put("judged_by_score", Json.Num.of(own.scored()));
        fields.put("tasks", Json.Num.of(overall.taskCount()));
        fields.put("rollouts", Json.Num.of(overall.scoredTasks()));
        fields.put("runs", Json.Num.of(overall.runs().size()));
        fields.put("unjudged", Json.Num.of(file.leftovers().unknown().size()));
        fields.put("rejected", Json.Num.of(file.leftovers().rejected().size()));
        Level level = whole(file);
        fields.put("summary", summary(level, Figures.of(List.of(FigureRow.of(level, List.of(), Bootstrap.DEFAULT))), Bootstrap.DEFAULT));
        Trials.of(file).ifPresent(trials -> fields.put("trials", trials(trials)));
        SequencedMap<String, Json> groups = new LinkedHashMap<>();
        for (Breakdown breakdown : Breakdown.of(file, List.of(), TargetCategories.NONE)) {
            SequencedMap<String, Json> of = new LinkedHashMap<>();
            breakdown.groups().forEach((name, group) -> of.put(name, group(group)));
            groups.put(breakdown.by().id(), new Json.Obj(of));
        }
        fields.put("groups", new Json.Obj(groups));
        fields.put("scores", Json.array(overall.runs().stream().map(EvaluationJson::ownScore).toList()));
        return new Json.Obj(fields);
    }

    private static Json group(Summary group) {
        Estimate success = Figures.ASR.estimate(group, Bootstrap.DEFAULT);
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("tasks", Json.Num.of(group.scoredTasks()));
        fields.put("runs", Json.Num.of(group.runs().size()));
        fields.put(Figures.ASR.wireName(), success.written());
        interval(Figures.ASR, success).ifPresent(interval -> {
            fields.put(Figures.ASR.wireName() + "_low", Json.Num.of(interval.low()));
            fields.put(Figures.ASR.wireName() + "_high", Json.Num.of(interval.high()));
        });
        if (group.runs().stream().anyMatch(run -> run.details().own().score().isPresent())) {
            Estimate score = OwnFigures.SCORE.estimate(group, Bootstrap.DEFAULT);
            fields.put(OwnFigures.SCORE.wireName(), score.written());
            score.interval().ifPresent(interval -> {
                fields.put(OwnFigures.SCORE.wireName() + "_low", Json.Num.of(interval.low()));
                fields.put(OwnFigures.SCORE.wireName() + "_high", Json.Num.of(interval.high()));
            });
        }
        return new Json.Obj(fields);
    }

    private static Json trials(Trials trials) {
        List<Json> rows = new ArrayList<>();
        for (int k = 1; k <= trials.fewest(); k++) {
            SequencedMap<String, Json> row = new LinkedHashMap<>();
            row.put("k", Json.Num.of(k));
            mean(row, "pass_hat_k", trials.passHatK(k, Bootstrap.DEFAULT));
            mean(row, "pass_at_k", trials.passAtK(k, Bootstrap.DEFAULT));
            rows.add(new Json.Obj(row));
        }
        return Json.array(rows);
    }

    private static void mean(SequencedMap<String, Json> fields, String name, TaskMean mean) {
        fields.put(name, Json.Num.of(mean.value()));
        mean.interval().ifPresent(interval -> {
            fields.put(name + "_low", Json.Num.of(interval.low()));
            fields.put(name + "_high", Json.Num.of(interval.high()));
        });
    }

    private static Json ownScore(ScoredRun run) {
        OwnFacts own = run.details().own();
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("line", Json.Num.of(run.source().line()));
        fields.put("run", Json.of(run.id().sha256()));
        fields.put("task", Json.of(run.score().query()));
        run.details().trial().ifPresent(trial -> fields.put("trial", Json.of(trial)));
        fields.put("success", Json.Num.of(run.score().success() ? 1 : 0));
        own.verdict().flatMap(OwnVerdict::passed).ifPresent(passed -> fields.put("passed", new Json.Bool(passed)));
        own.verdict().flatMap(OwnVerdict::score).ifPresent(score -> fields.put("score", score));
        own.ending().ifPresent(ending -> fields.put("ending", Json.of(ending)));
        own.error().ifPresent(error -> fields.put("error", Json.of(error)));
        fields.put("steps", Json.Num.of(run.steps()));
        fields.put("calls", Json.Num.of(run.details().callCount()));
        own.usage().promptTokens().ifPresent(tokens -> fields.put("prompt_tokens", Json.Num.of(tokens)));
        own.usage().completionTokens().ifPresent(tokens -> fields.put("completion_tokens", Json.Num.of(tokens)));
        own.usage().cost().ifPresent(cost -> fields.put("cost_usd", new Json.Num(cost.toString())));
        return new Json.Obj(fields);
    }

    private static Level whole(Evaluation evaluation) {
        return Level.of(evaluation.conditions().model(), evaluation, true).getLast();
    }

    /// All files of a model as one, whose runs are trials of its tasks: what [#encode] says of single files, of all of them together.
    ///
    /// @param copies     files that equal one of the others line for line, and are not counted
    /// @param evaluation of all files
    public static Json.Obj ofModel(List<String> files, List<String> copies, Evaluation evaluation) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("files", Json.texts(files));
        fields.put("copies", Json.texts(copies));
        fields.put("tasks", Json.Num.of(evaluation.overall().taskCount()));
        fields.put("rollouts", Json.Num.of(evaluation.overall().scoredTasks()));
        fields.put("runs", Json.Num.of(evaluation.overall().runs().size()));
        Level level = whole(evaluation);
        fields.put("summary", summary(level, Figures.of(List.of(FigureRow.of(level, List.of(), Bootstrap.DEFAULT))), Bootstrap.DEFAULT));
        return new Json.Obj(fields);
    }

    private static Json intents(Evaluation evaluation) {
        List<String> names = evaluation.byIntent().keySet().stream().map(Intent::wireName).toList();
        return names.size() == 1 ? Json.of(names.getFirst()) : Json.texts(names);
    }

    private static Json calibration(SimilarityCalibration calibration) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("published", Json.Num.of(calibration.published()));
        fields.put("threshold", Json.Num.of(calibration.threshold()));
        HeldOutAgreement heldOut = calibration.heldOut();
        share(fields, "agreement", heldOut.agreement());
        fields.put("always_no", Json.Num.of(heldOut.alwaysNo()));
        share(fields, "difference", heldOut.gain());
        fields.put("titles", Json.Num.of(heldOut.titles()));
        fields.put("pairs", Json.Num.of(heldOut.pairs()));
        return new Json.Obj(fields);
    }

    private static void share(SequencedMap<String, Json> fields, String name, HeldOutAgreement.Share share) {
        fields.put(name, Json.Num.of(share.value()));
        fields.put(name + "_low", Json.Num.of(share.interval().low()));
        fields.put(name + "_high", Json.Num.of(share.interval().high()));
    }

    /// All figures but the names, by their names in files. Rates are by the profile's denominator; a mean is over the tasks that have the
    /// score. Relevance has two keys: `car`, and `rule`, by which the scores of single runs have it too.
    static Json.Obj summary(Level level, List<Figure> figures, Bootstrap bootstrap) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        SequencedMap<String, Json> notes = new LinkedHashMap<>();
        for (Figure figure : figures) {
            if (Figures.isRare(figure) && !figure.place().says().test(level)) {
                continue;
            }
            if (figure.isEstimate() && figure.isOf(level.summary())) {
                Estimate estimate = figure.place().interval().isPresent()
                        ? figure.estimate(level.summary(), bootstrap)
                        : figure.bare(level.summary());
                fields.put(figure.wireName(), number(estimate.value()));
                interval(figure, estimate).ifPresent(interval -> {
                    fields.put(figure.wireName() + "_low", number(interval.low()));
                    fields.put(figure.wireName() + "_high", number(interval.high()));
                });
                if (figure.place().interval().isPresent() && !estimate.withoutSpread().isEmpty()) {
                    notes.put(figure.wireName(), Json.of(estimate.withoutSpread()));
                }
                if (figure.equals(Figures.CAR)) {
                    fields.put(Column.RULE.wireName(), number(estimate.value()));
                }
            } else if (figure.measure() instanceof Figure.Measure.Counted) {
                fields.put(figure.wireName(), figure.value(level, bootstrap).written());
            }
        }
        if (!notes.isEmpty()) {
            fields.put("interval_notes", new Json.Obj(notes));
        }
        return new Json.Obj(fields);
    }

    /// A rate of nothing may be anything.
    private static Optional<ConfidenceInterval> interval(Figure figure, Estimate estimate) {
        return estimate.of() == 0 && figure.measure() instanceof Figure.Measure.Share && figure.place().interval().isPresent()
                ? Optional.of(new ConfidenceInterval(0, 1))
                : estimate.interval();
    }

    /// Over nothing it is 0, as for the released evaluator.
    private static Json number(double value) {
        return Json.Num.of(Double.isNaN(value) ? 0 : value);
    }

    /// The keys and the kinds of number that the released evaluator's own figures have.
    static Json.Obj score(TaskScore score) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (Map.Entry<Column, Double> figure : score.values().entrySet()) {
            double value = figure.getValue();
            boolean whole = figure.getKey().isFlag(score.intent()) || (figure.getKey() == Column.LENGTH && value == 0);
            fields.put(figure.getKey().wireName(), whole ? Json.Num.of((long) value) : Json.Num.of(value));
        }
        fields.put("success", Json.Num.of(score.success() ? 1 : 0));
        return new Json.Obj(fields);
    }

    private static Json queries(List<ScoredRun> runs) {
        return Json.texts(runs.stream().map(run -> run.score().query()).toList());
    }
}
