package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.ReleasedReport;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.SampleOrigin;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Files that somebody found to be counted wrongly: trials that became models, and two models without one task in common.
@NeedsShared
class TrialFilesTest {
    private static ProductSource products = _ -> Optional.empty();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void readCatalog() throws Exception {
        products = GoldenSet.products();
    }

    /// The first task is passed in two of three trials, the others always: (2/3 + 4) / 5.
    @Test
    void threeFilesOfAModelAreOneModel() throws Exception {
        List<Task> tasks = tasks("cases/findings/trial.tasks.jsonl");
        List<Evaluation> files = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            files.add(evaluate(tasks, SharedFiles.require("cases/findings/trial_x_" + i + ".jsonl"), "X"));
        }
        files.add(evaluate(tasks, Files.copy(SharedFiles.require("cases/findings/trial_x_2.jsonl"), folder.resolve("copy.jsonl")), "X"));
        Report report = report(files);
        Table figures = table(report, "figures");
        assertEquals(1, figures.rows().size());
        assertEquals((2.0 / 3 + 4) / 5, number(figures, "ASR"), 1e-12);
        assertEquals(9, number(figures, "runs"));
        assertEquals(5, number(figures, "of"));
        assertTrue(report.tables().stream().noneMatch(table -> table.name().equals("comparisons")));
        assertEquals(4, table(report, "trial_files").rows().size());
        assertTrue(report.notices().stream().anyMatch(notice -> notice.startsWith("3 files are trials of X.")),
                report.notices().toString());
        assertTrue(report.notices().contains("X: copy.jsonl equals another of its files line for line and is counted once."));

        EvaluationResult window = new ResultAssembly(new EvaluationMaterial(List.of(tasks), List.of(), ProductLookUp.of(products)))
                .assemble(files);
        assertEquals(List.of("X"), window.labels());
        assertEquals(number(figures, "ASR"), window.rows().getFirst().estimate(Figures.ASR).value());
        assertEquals(number(figures, "ASR low"), window.rows().getFirst().estimate(Figures.ASR).interval().orElseThrow().low());
        assertEquals(number(figures, "CAR low"), window.rows().getFirst().estimate(Figures.CAR).interval().orElseThrow().low());
        assertEquals(number(figures, "CAR high"), window.rows().getFirst().estimate(Figures.CAR).interval().orElseThrow().high());
    }

    /// All nine lines in one file, once as they are and once with their trials named.
    @Test
    void repeatedLinesAreTrialsAndThePrintedReportIsTheReleasedOne() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            lines.addAll(Files.readAllLines(SharedFiles.require("cases/findings/trial_x_" + i + ".jsonl")));
        }
        List<Task> tasks = tasks("cases/findings/trial.tasks.jsonl");
        Evaluation repeated = evaluate(tasks, Files.write(folder.resolve("all.jsonl"), lines), "X");
        assertEquals((2.0 / 3 + 4) / 5, repeated.overall().asr().value(), 1e-12);
        assertTrue(ReleasedReport.lines(repeated).contains("The success rate is 1.000"), "the last of each task succeeds");
        Json.Obj json = EvaluationJson.encode(repeated);
        assertEquals(Optional.of(Json.Num.of(1.0)), json.object("summary").flatMap(summary -> summary.get("asr")));
        assertEquals(Optional.of(Json.Num.of(repeated.overall().asr().value())),
                json.object("summary_trials").flatMap(summary -> summary.get("asr")));
        assertEquals(3, json.object("trials").orElseThrow().fields().size());

        List<String> named = lines.stream().map(line -> line.replaceAll("\"extra_info\": ?\\{", "\"extra_info\":{\"trial\":1,")).toList();
        Evaluation trials = evaluate(tasks, Files.write(folder.resolve("named.jsonl"), named), "X");
        assertTrue(trials.areTrialsNamed());
        assertTrue(ReleasedReport.lines(trials).contains("The success rate is 0.933"), ReleasedReport.lines(trials).toString());
        assertTrue(ReleasedReport.lines(trials).contains("Model `X` Rollout `5` cases:"));
    }

    @Test
    void modelsOfDifferentTasksAreNotCompared() throws Exception {
        List<Task> tasks = tasks("data/tasks/synthesize_product_test.jsonl");
        Report report = report(List.of(
                evaluate(tasks, SharedFiles.require("cases/findings/diff_a.jsonl"), "a"),
                evaluate(tasks, SharedFiles.require("cases/findings/diff_b.jsonl"), "b")));
        Table pairs = table(report, "comparisons");
        assertEquals(0, number(pairs, "tasks of both"));
        for (String empty : List.of("difference", "low", "high", "p", "p by Holm")) {
            assertEquals(Json.NULL, pairs.rows().getFirst().get(pairs.names().indexOf(empty)), empty);
        }
        assertTrue(report.notices().contains("The rates of a and b are over different tasks (10 and 10), and none is common: they cannot be"
                + " compared. Run both on the same tasks."), report.notices().toString());
    }

    private static List<Task> tasks(String file) throws Exception {
        return TaskFileReader.read(SharedFiles.require(file)).tasks();
    }

    private static Evaluation evaluate(List<Task> tasks, Path rollouts, String model) throws Exception {
        return new Evaluator(2).evaluate(
                new EvaluationRequest(tasks, rollouts, Optional.of(model), new ShoppingBenchProfile(products, LiteralTitles.EQUAL, false)),
                Progress.NONE);
    }

    private static Report report(List<Evaluation> files) {
        return EvaluationReport.of(new ReportInput(Series.of(files), List.of(), Bootstrap.DEFAULT, SampleOrigin.of("f00d")));
    }

    private static Table table(Report report, String name) {
        return report.tables().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static double number(Table table, String column) {
        return ((Json.Num) table.rows().getFirst().get(table.names().indexOf(column))).asDouble();
    }
}
