package org.shoptrace.core.evaluate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Scores;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult.Aside;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Over the sample's tasks, four an intent; an evaluation here has scored the first runs of one intent.
class ResultAssemblyTest {
    private final List<RunSummary> runs = new ArrayList<>(SampleEvaluation.runs());

    private EvaluationResult assemble(Evaluation... evaluations) {
        List<List<Task>> sets = List.of(SampleEvaluation.tasks());
        return new ResultAssembly(new EvaluationMaterial(sets, runs, ProductLookUp.empty())).assemble(List.of(evaluations));
    }

    private static Evaluation evaluation(String model, Intent intent, boolean overTasks, List<Double> rules, Leftovers leftovers) {
        List<ScoredRun> scored = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            scored.add(scored(model, intent, i, rules.get(i)));
        }
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>(Map.of(intent, 4));
        Summary summary = new Summary(asked, overTasks, scored);
        List<Task> missing = SampleEvaluation.tasks().stream()
                .filter(task -> task.intent() == intent)
                .skip(rules.size())
                .toList();
        return new Evaluation(
                new Conditions(
                        SampleEvaluation.file(model, intent), model, "shoppingbench", "bge", false,
                        List.of(SampleEvaluation.CALIBRATION)),
                scored, summary, new LinkedHashMap<>(Map.of(intent, summary)), missing, leftovers);
    }

    private static ScoredRun scored(String model, Intent intent, int task, double rule) {
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        Column.of(intent).forEach(column -> values.put(column, column == Column.RULE ? rule : 0.5));
        return new ScoredRun(
                SampleEvaluation.id(model, intent, task),
                new RunSource(SampleEvaluation.file(model, intent), task + 1),
                4,
                new TaskScore(SampleEvaluation.query(intent, task), intent, values, rule >= 1, task == 1, rule >= 1),
                Scores.NO_DETAILS);
    }

    private static Leftovers none() {
        return new Leftovers(List.of(), List.of(), List.of());
    }

    @Test
    void theFilesOfAModelMakeOneSeriesWithARowForAllLevels() {
        EvaluationResult result = assemble(
                evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.5, 0.0), none()),
                evaluation("alpha", Intent.PRODUCT, false, List.of(1.0, 1.0), none()));
        List<FigureRow> rows = result.rows();
        assertEquals(
                List.of(Optional.of(Intent.PRODUCT), Optional.of(Intent.SHOP), Optional.empty()),
                rows.stream().map(row -> row.level().intent()).toList());
        FigureRow all = rows.getLast();
        assertEquals(8, all.level().summary().taskCount());
        assertEquals(5, all.estimate(Figures.ASR).of());
        assertEquals(3.0 / 5, all.estimate(Figures.ASR).value(), 1e-12);
        assertEquals(3.0 / 8, all.level().summary().asrOfTasks().value(), 1e-12);
        assertEquals(3.5 / 5, all.estimate(Figures.CAR).value(), 1e-12);
        assertEquals(2, rows.get(1).level().counted().failed().size());
        assertEquals(List.of(SampleEvaluation.place("alpha", Intent.SHOP, 1)), rows.get(1).level().counted().crashes());
    }

    @Test
    void countsAddUpToTheTasks() {
        RunId lost = SampleEvaluation.id("alpha", Intent.SHOP, 2);
        Leftovers leftovers = new Leftovers(List.of(),
                List.of(new Unscored(lost, new RunSource(Path.of("file"), 3), Optional.of(SampleEvaluation.query(Intent.SHOP, 2)))),
                List.of());
        FigureRow row = assemble(evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.5), leftovers)).rows().getFirst();
        assertEquals(List.of(new RunPlace(lost, new RunSource(Path.of("file"), 3))), row.level().counted().lost());
        assertEquals(List.of(SampleEvaluation.query(Intent.SHOP, 3)), row.level().counted().missing());
        assertEquals(row.level().summary().taskCount(),
                row.level().counted().scored().size() + row.level().counted().lost().size() + row.level().counted().missing().size());
    }

    /// The task is passed in one of two trials: 1/2, one task, two runs.
    @Test
    void aSecondFileOfAnIntentHoldsTrials() {
        Evaluation once = evaluation("alpha", Intent.SHOP, false, List.of(1.0), none());
        Evaluation again = elsewhere(evaluation("alpha", Intent.SHOP, false, List.of(0.0), none()), " again");
        EvaluationResult result = assemble(once, again);
        assertEquals(List.of("alpha"), result.rows().stream().map(row -> row.level().series()).toList());
        Estimate success = result.rows().getFirst().estimate(Figures.ASR);
        assertEquals(0.5, success.value());
        assertEquals(new Estimate.Sample(1, 2), success.sample());
        assertEquals(Optional.empty(), success.interval(), "one task says nothing of its spread");
        assertEquals("one task: the bootstrap has no width", success.withoutSpread());
        assertEquals(
                List.of(
                        "2 files are trials of alpha. Each task counts once, by the mean of its trials: 1 task, 2 runs."),
                result.remarks());
        FigureTable table = FigureTable.of(result.rows());
        assertTrue(FigureTable.of(result.rows()).columns().stream().noneMatch(column -> column.id().equals("asr-released")),
                "nobody knows which of two files is the last");
        assertEquals("2", cell(result.rows(), "runs"));
        assertEquals("1", cell(result.rows(), "rollouts"));
        assertTrue(table.table().csv().contains("Success, one task: the bootstrap has no width"), table.table().csv());
        assertTrue(result.asides().stream().anyMatch(aside -> aside.id().equals("trials") && aside.runs().size() == 2));
    }

    @Test
    void aFileThatEqualsAnotherCountsOnceAndIsSaid() {
        Evaluation once = evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.0), none());
        EvaluationResult result = assemble(once, elsewhere(once, ""));
        assertEquals(2, result.series().getFirst().evaluation().overall().runs().size());
        assertEquals(List.of(Path.of("again.jsonl")), result.series().getFirst().series().copies());
        assertEquals(
                List.of("alpha: again.jsonl equals another of its files line for line and is counted once."), result.remarks());
        assertTrue(result.asides().stream().anyMatch(aside -> aside.id().equals("copies") && aside.runs().size() == 2));
    }

    /// A file for each run is usual, and so are thousands of runs.
    @Test
    void thousandsOfFilesOfOneRunMakeOneSeriesInAMoment() {
        Evaluation once = evaluation("alpha", Intent.SHOP, false, List.of(1.0), none());
        List<Evaluation> files = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            files.add(elsewhere(once, Path.of("run" + i + ".jsonl"), " " + i));
        }
        files.add(elsewhere(once, Path.of("copy.jsonl"), " 17"));
        List<Series> series = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Series.of(files));
        assertEquals(1, series.size());
        assertEquals(10_000, series.getFirst().files().size());
        assertEquals(List.of(Path.of("copy.jsonl")), series.getFirst().copies());
        assertEquals(new Estimate.Sample(1, 10_000),
                Figures.ASR.estimate(series.getFirst().evaluation().overall(), Bootstrap.DEFAULT).sample());
        assertEquals(4, series.getFirst().evaluation().overall().taskCount());
        List<FileTrials> alone = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FileTrials.of(series.getFirst()));
        assertEquals(List.of("run0.jsonl", "copy.jsonl"), List.of(alone.getFirst().name(), alone.getLast().name()));
    }

    @Test
    void ratesOverDifferentTasksAreSaid() {
        EvaluationResult apart = assemble(
                evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.0), none()),
                evaluation("beta", Intent.PRODUCT, false, List.of(1.0), none()));
        assertEquals(
                List.of("The rates of alpha and beta are over different tasks (2 and 1), and none is common: they cannot be compared."
                        + " Run both on the same tasks."),
                apart.remarks());
        EvaluationResult partly = assemble(
                evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.0), none()),
                evaluation("beta", Intent.SHOP, false, List.of(1.0), none()));
        assertEquals(
                List.of("The rates of alpha and beta are over different tasks (2 and 1), 1 in common: compare them over these alone, as"
                        + " the comparison does, or run both on the same tasks."),
                partly.remarks());
        EvaluationResult same = assemble(
                evaluation("alpha", Intent.SHOP, false, List.of(1.0), none()),
                evaluation("beta", Intent.SHOP, false, List.of(0.0), none()));
        assertEquals(List.of(), same.remarks());
    }

    /// Four tasks asked; alpha has runs of two, beta of one of these.
    @Test
    void whereMissingTasksCountTheComparisonIsSaidToBeOverFewer() {
        List<Task> tasks = SampleEvaluation.tasks().stream().filter(task -> task.intent() == Intent.SHOP).toList();
        EvaluationResult result = assemble(
                missing(evaluation("alpha", Intent.SHOP, true, List.of(1.0, 0.0), none()), tasks.subList(2, 4)),
                missing(evaluation("beta", Intent.SHOP, true, List.of(1.0), none()), tasks.subList(1, 4)));
        assertEquals(
                List.of("The rates of alpha and beta are over 4 tasks, of which those without a run count 0; the comparison is over the 1"
                        + " that both have a run of."),
                result.remarks());
    }

    private static Evaluation missing(Evaluation evaluation, List<Task> missing) {
        return Evaluation.of(
                evaluation.conditions(), evaluation.overall().tasks(), true, evaluation.trials(), missing, evaluation.leftovers());
    }

    /// The same runs in another file.
    ///
    /// @param other what their ids have more; empty text for a copy
    private static Evaluation elsewhere(Evaluation evaluation, String other) {
        return elsewhere(evaluation, Path.of("again.jsonl"), other);
    }

    private static Evaluation elsewhere(Evaluation evaluation, Path file, String other) {
        Conditions of = evaluation.conditions();
        return Evaluation.of(
                new Conditions(file, of.model(), of.profile(), of.similarity(), of.comparable(), of.calibrations()),
                evaluation.overall().tasks(), evaluation.overall().overTasks(),
                evaluation.trials().stream()
                        .map(run -> new ScoredRun(
                                new RunId(run.id().sha256() + other), new RunSource(file, run.source().line()), run.steps(), run.score(),
                                run.details()))
                        .toList(),
                evaluation.missing(), evaluation.leftovers());
    }

    /// As of a folder that holds a file for each run.
    @Test
    void filesOfPartsOfTheTasksMakeOneSeries() {
        List<Evaluation> files = new ArrayList<>();
        List<Task> tasks = SampleEvaluation.tasks().stream().filter(task -> task.intent() == Intent.SHOP).toList();
        for (int i = 0; i < 3; i++) {
            int task = i;
            files.add(Evaluation.of(
                    evaluation("alpha", Intent.SHOP, false, List.of(), none()).conditions(), new LinkedHashMap<>(Map.of(Intent.SHOP, 4)),
                    false,
                    List.of(scored("alpha", Intent.SHOP, i, i == 0 ? 1 : 0.5)),
                    tasks.stream().filter(other -> !other.equals(tasks.get(task))).toList(), none()));
        }
        EvaluationResult result = assemble(files.toArray(Evaluation[]::new));
        assertEquals(List.of("alpha"), result.labels());
        assertEquals(1, result.rows().size());
        FigureRow row = result.rows().getFirst();
        assertEquals(1.0 / 3, row.estimate(Figures.ASR).value(), 1e-12);
        assertEquals(List.of(SampleEvaluation.query(Intent.SHOP, 3)), row.level().counted().missing());
    }

    @Test
    void whereMissingTasksCountTheIntervalOfRelevanceIsOverAllTasks() {
        FigureRow row = assemble(evaluation("alpha", Intent.SHOP, true, List.of(1.0, 1.0), none())).rows().getFirst();
        assertEquals(4, row.estimate(Figures.ASR).of());
        assertEquals(0.5, row.estimate(Figures.CAR).value(), 1e-12);
        assertTrue(row.estimate(Figures.CAR).interval().orElseThrow().low() < 0.1);
    }

    @Test
    void theDenominatorThatTheProfileDoesNotUseIsShownToo() {
        List<FigureRow> overRuns = assemble(evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.0), none())).rows();
        List<FigureRow> overTasks = assemble(evaluation("alpha", Intent.SHOP, true, List.of(1.0, 0.0), none())).rows();
        assertEquals("0.250", cell(overRuns, "asr-of-tasks"));
        assertEquals("0.500", cell(overTasks, "asr-of-rollouts"));
    }

    private static String cell(List<FigureRow> rows, String column) {
        return FigureTable.of(rows).columns().stream().filter(c -> c.id().equals(column)).findFirst().orElseThrow().text()
                .apply(rows.getFirst());
    }

    @Test
    void aLevelWithoutRunsHasNoFigures() {
        FigureRow row = assemble(evaluation("alpha", Intent.SHOP, false, List.of(), none())).rows().getFirst();
        assertEquals("–", row.estimate(Figures.ASR).shown());
        assertTrue(Figures.ALL.stream().filter(figure -> figure.place().brokenDown())
                .allMatch(figure -> row.value(figure).written().equals(Json.NULL)));
    }

    @Test
    void runsToBeCarefulAboutAreNamed() {
        runs.removeIf(run -> !run.source().file().equals(SampleEvaluation.file("alpha", Intent.SHOP)));
        runs.add(SampleEvaluation.run("alpha", Intent.SHOP, 99));
        runs.add(SampleEvaluation.run("alpha", Intent.WEB, 0));
        EvaluationResult result = assemble(evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.5, 0.0), none()));
        assertEquals(
                List.of(
                        new Aside("hang-on-title", "passed by the title check alone",
                                List.of(SampleEvaluation.place("alpha", Intent.SHOP, 0))),
                        new Aside(
                                "crashes", "at which the released evaluator stops, scored here",
                                List.of(SampleEvaluation.place("alpha", Intent.SHOP, 1))),
                        new Aside("of-no-task", "of no task here, not counted", List.of(SampleEvaluation.place("alpha", Intent.SHOP, 99))),
                        new Aside(
                                "outside-profile", "of tasks that shoppingbench does not score",
                                List.of(SampleEvaluation.place("alpha", Intent.WEB, 0)))),
                result.asides());
    }

    @Test
    void everyRunHasAnOutcome() {
        RunId lost = SampleEvaluation.id("alpha", Intent.SHOP, 2);
        Leftovers leftovers = new Leftovers(List.of(),
                List.of(new Unscored(lost, new RunSource(Path.of("file"), 3), Optional.of(SampleEvaluation.query(Intent.SHOP, 2)))),
                List.of());
        Map<RunId, RunOutcome> outcomes = assemble(evaluation("alpha", Intent.SHOP, false, List.of(1.0, 0.5), leftovers)).outcomes();
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, outcomes.get(SampleEvaluation.id("alpha", Intent.SHOP, 0))).score().success());
        assertEquals(new RunOutcome.Unscorable("the harness lost it: no steps"), outcomes.get(lost));
    }

    @Test
    void theFaceTellsHowWellAStandInAgrees() {
        EvaluationResult.Face face = assemble(evaluation("alpha", Intent.SHOP, false, List.of(1.0), none())).face();
        assertEquals("ab12cd34ef · 21 products", face.catalog());
        assertEquals(
                "threshold 0.6331 stands in for 0.5: on other titles it agrees on 0.755 [0.661, 0.834] of 1,378 pairs (cross-validated"
                        + " over 53 titles), where answering no always agrees on 0.729; difference +0.026 [-0.015, +0.069]",
                face.calibration());
    }
}
