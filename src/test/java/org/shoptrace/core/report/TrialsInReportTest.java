package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.loss.SampleFacts;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.SampleOrigin;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.GivenClaims;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// Reports of models with several files, of models with nothing in common, of one task, of no success. Numbers by hand.
class TrialsInReportTest {
    /// One passes five tasks, another passes two and fails the first, the third passes the first: 2/3, 1, 1, 1, 1.
    private static final List<Evaluation> THREE = List.of(
            file("X", "1.jsonl", 5, "t1+", "t2+", "t3+", "t4+", "t5+"), file("X", "2.jsonl", 5, "t1-", "t2+", "t3+"),
            file("X", "3.jsonl", 5, "t1+"));

    @Test
    void threeFilesOfAModelAreOneRowAndItIsNeverTestedAgainstItself() {
        Report report = report(THREE);
        Table figures = table(report, "figures");
        assertEquals(1, figures.rows().size());
        assertEquals("X", text(figures, 0, "model"));
        assertEquals((2.0 / 3 + 4) / 5, number(figures, 0, "ASR"), 1e-12);
        // the first task is drawn j times of five, j binomial with 1/5: 1 - j/15; at most 3 times but for 0.67 of 100
        assertEquals(1 - 3 / 15.0, number(figures, 0, "ASR low"), 1e-12);
        assertEquals(1, number(figures, 0, "ASR high"), 1e-12);
        assertEquals(5, number(figures, 0, "of"));
        assertEquals(9, number(figures, 0, "runs"));
        assertEquals(Json.NULL, cell(figures, 0, "successes"), "8 runs are no number of the 5 tasks");
        assertEquals(Json.NULL, cell(figures, 0, "ASR released"), "which trial is the last hangs on the order of the files");
        assertTrue(report.tables().stream().noneMatch(table -> table.name().equals("comparisons")));
        assertTrue(report.notices().contains("3 files are trials of X. Each task counts once, by the mean of its trials: 5 tasks, 9 runs."),
                report.notices().toString());
        Table files = table(report, "trial_files");
        assertEquals(List.of(1.0, 2.0 / 3, 1.0), Stream.of(0, 1, 2).map(row -> number(files, row, "ASR")).toList());
        assertEquals(List.of(5.0, 3.0, 1.0), Stream.of(0, 1, 2).map(row -> number(files, row, "runs scored")).toList());
    }

    @Test
    void aModelBesideOneThatTriedOftenIsComparedByTheMeansOfTasks() {
        Table pairs = table(report(Stream.concat(THREE.stream(), Stream.of(file("Y", "y.jsonl", 5, "t1-", "t2+"))).toList()),
                "comparisons");
        assertEquals(1, pairs.rows().size());
        assertEquals(2, number(pairs, 0, "tasks of both"));
        assertEquals((2.0 / 3 + 1) / 2, number(pairs, 0, "rate of A"), 1e-12);
        assertEquals(0.5, number(pairs, 0, "rate of B"), 1e-12);
        assertEquals(2.0 / 3 / 2, number(pairs, 0, "difference"), 1e-12);
        assertEquals(0, number(pairs, 0, "low"), 1e-12);
        assertEquals(2.0 / 3, number(pairs, 0, "high"), 1e-12);
        for (String empty : List.of("p", "p by Holm", "both pass", "only A passes", "only B passes", "both fail")) {
            assertEquals(Json.NULL, cell(pairs, 0, empty), empty);
        }
        assertEquals("tasks with several trials: bootstrap of tasks, no exact test", text(pairs, 0, "method"));
    }

    @Test
    void modelsWithoutACommonTaskHaveNoDifferenceAndTheHeadSaysSo() {
        Report report = report(List.of(file("a", "a.jsonl", 4, "t1+", "t2+"), file("b", "b.jsonl", 4, "t3-", "t4+")));
        Table pairs = table(report, "comparisons");
        assertEquals(0, number(pairs, 0, "tasks of both"));
        for (String empty : List.of("difference", "low", "high", "p", "p by Holm", "rate of A", "rate of B", "both pass")) {
            assertEquals(Json.NULL, cell(pairs, 0, empty), empty);
        }
        assertTrue(pairs.csv().contains("a,b,all,0,,,,,2,2,,,,,,,,"), pairs.csv());
        assertTrue(report.notices().contains("The rates of a and b are over different tasks (2 and 2), and none is common: they cannot be"
                + " compared. Run both on the same tasks."), report.notices().toString());
        String page = HtmlReport.page(report);
        assertTrue(page.contains("none is common"));
        assertFalse(page.contains("-1.0000"), "an interval over nothing");
    }

    @Test
    void aBootstrapOfTasksThatAreAllAlikeSaysThatItHasNoWidth() {
        Report report = report(List.of(file("none", "none.jsonl", 3, "t1-", "t2-", "t3-")));
        Table figures = table(report, "figures");
        assertEquals(0, number(figures, 0, "ASR"));
        assertTrue(number(figures, 0, "ASR high") > 0.5, "Wilson's interval of 0 of 3 is wide");
        assertEquals(0, number(figures, 0, "CAR low"));
        assertEquals(0, number(figures, 0, "CAR high"), "the bounds stay equal in files");
        assertTrue(text(figures, 0, "interval notes").contains("Relevance, all 3 tasks alike: the bootstrap has no width"));
        assertTrue(HtmlReport.page(report).contains("Relevance, all 3 tasks alike: the bootstrap has no width"));
        assertEquals("all 3 tasks alike: the bootstrap has no width", text(table(report, "columns"), 0, "interval note"));
        IntervalGrid.Cell drawn = chart(report, "car").rows().getFirst().cells().getFirst().orElseThrow();
        assertEquals(Optional.empty(), drawn.interval(), "a picture draws no interval of no width");
        assertTrue(drawn.datum().says().endsWith(", all 3 tasks alike: the bootstrap has no width"), drawn.datum().says());
    }

    @Test
    void ofOneTaskThereIsNoBootstrap() {
        Table figures = table(report(List.of(file("one", "one.jsonl", 1, "t1+"))), "figures");
        assertEquals(Json.NULL, cell(figures, 0, "CAR low"));
        assertTrue(text(figures, 0, "interval notes").startsWith("Relevance, one task: the bootstrap has no width"));
        Table trials = table(report(List.of(file("one", "one.jsonl", 1, "t1+"), file("one", "two.jsonl", 1, "t1-"))), "figures");
        assertEquals(0.5, number(trials, 0, "ASR"));
        assertEquals(Json.NULL, cell(trials, 0, "ASR low"), "two runs of one task are no two tasks");
        assertTrue(text(trials, 0, "interval notes").startsWith("Success, one task: the bootstrap has no width"));
    }

    @Test
    void ofNoRunThereIsNoFigure() {
        Table figures = table(report(List.of(file("silent", "silent.jsonl", 2))), "figures");
        assertEquals(Json.NULL, cell(figures, 0, "ASR"));
        assertEquals(Json.NULL, cell(figures, 0, "ASR low"));
        assertEquals(2, number(figures, 0, "tasks"));
        assertEquals("", text(figures, 0, "interval notes"));
    }

    /// The file's figures, the report's table, the breakdowns and the pictures say the same of success over trials.
    @Test
    void successOverTrialsHasOneIntervalWhereverItStands() {
        Report report = report(THREE);
        double low = number(table(report, "figures"), 0, "ASR low");
        assertEquals(low, number(table(report, "trials"), 0, "low"));
        IntervalGrid.Cell drawn = chart(report, "asr").rows().getFirst().cells().getFirst().orElseThrow();
        assertEquals(low, drawn.interval().orElseThrow().low());
        assertEquals("over 5 tasks, 9 runs", drawn.of());
        Table breakdowns = table(report, "breakdowns");
        assertEquals("Steps", text(breakdowns, 0, "by"));
        assertEquals(low, number(breakdowns, 0, "ASR low"), "all runs are of one kind by their steps");
        assertEquals(number(table(report, "figures"), 0, "CAR low"), number(breakdowns, 0, "CAR low"));
        Evaluation whole = Series.of(THREE).getFirst().evaluation();
        Json.Obj json = EvaluationJson.encode(whole).object("summary_trials").orElseThrow();
        assertEquals(Optional.of(Json.Num.of(low)), json.get("asr_low"));
        Json.Obj released = EvaluationJson.encode(whole).object("summary").orElseThrow();
        assertEquals(Optional.of(Json.Num.of(1.0)), released.get("asr"), "evaluate prints what the released evaluator would");
    }

    @Test
    void notesOfChartsSayHowTheirIntervalsWereMade() {
        Evaluation once = file("a", "a.jsonl", 2, "t1+", "t2-");
        Report ofOneTrial = report(List.of(once), claiming(once));
        assertEquals(
                "Of the runs with at least one claim that was checked; Wilson 95 % intervals. Without such a run there is no share.",
                section(ofOneTrial, "claims_chart").note());
        assertEquals(
                "Of the runs with at least one checked claim of that kind; Wilson 95 % intervals.",
                section(ofOneTrial, "claims_by_kind_chart").note());
        Evaluation tried = file("b", "b.jsonl", 2, "t1+", "t1+", "t2-", "t2-");
        Report ofTrials = report(List.of(tried), claiming(tried));
        assertEquals(
                "Of the runs with at least one claim that was checked; bootstrap 95 % intervals. Without such a run there is no share.",
                section(ofTrials, "claims_chart").note());
        Map<RunId, RunFacts> diagnosed = new HashMap<>();
        tried.trials().forEach(run -> diagnosed.put(run.id(), SampleFacts.of(run, SampleFacts.right())));
        String funnel = section(report(List.of(tried), diagnosed), "funnel_chart").note();
        assertTrue(funnel.contains(" Intervals: bootstrap 95 %."), funnel);
    }

    @Test
    void ofNothingDiagnosedNoNoteSpeaksOfIntervals() {
        Report report = report(List.of(file("a", "a.jsonl", 1, "t1-")), claiming(file("b", "b.jsonl", 1, "t1-")));
        assertFalse(section(report, "claims_chart").note().contains("interval"), section(report, "claims_chart").note());
        assertFalse(section(report, "funnel_chart").note().contains("Intervals"), section(report, "funnel_chart").note());
    }

    /// Facts of runs that each state one price, a wrong one.
    private static Map<RunId, RunFacts> claiming(Evaluation of) {
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (ScoredRun run : of.trials()) {
            facts.put(run.id(), new RunFacts(
                    run.id(), run.score().success() ? RunFacts.Result.SUCCESS : RunFacts.Result.FAILURE, Optional.of(Intent.PRODUCT),
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(),
                    new RunFacts.Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED), List.of(), List.of(), Set.of(), Set.of(),
                    GivenClaims.prices(0, 1, 0), 0, Milestones.NONE));
        }
        return facts;
    }

    /// Trials of two intents' worth of files: each task in two of four files.
    @Test
    void whereTrialsStandIsToldByTasksAndFiles() {
        List<Evaluation> four = List.of(
                file("X", "1.jsonl", 4, "t1+", "t2+"), file("X", "2.jsonl", 4, "t1-", "t2+"), file("X", "3.jsonl", 4, "t3+"),
                file("X", "4.jsonl", 4, "t3-"));
        assertTrue(report(four).notices().contains("X has several runs of 3 tasks in 4 files, 2 of a task, each in another file: they are"
                + " trials. Each task counts once, by the mean of its trials: 3 tasks, 6 runs."), report(four).notices().toString());
        List<Evaluation> within = List.of(file("X", "1.jsonl", 2, "t1+", "t1-"), file("X", "2.jsonl", 2, "t2+", "t2+", "t2-"));
        assertTrue(report(within).notices().contains("X has several runs of 2 tasks in 2 files, 2 to 3 of a task, all of them in one file:"
                + " they are trials. Each task counts once, by the mean of its trials: 2 tasks, 5 runs. Success is 0.583; as released,"
                + " where the last trial alone counts, it is 0.000."), report(within).notices().toString());
    }

    @Test
    void oneFigureHasOneIntervalInWhateverOrderTheFilesCome() {
        Table figures = table(report(THREE), "figures");
        Table turned = table(report(THREE.reversed()), "figures");
        for (String column : List.of("ASR low", "ASR high", "CAR low", "CAR high")) {
            assertEquals(number(figures, 0, column), number(turned, 0, column), column);
        }
        assertEquals(Json.NULL, cell(turned, 0, "ASR released"));
        Table files = table(report(List.of(file("X", "1.jsonl", 2, "t1+", "t1-", "t2+"), file("X", "2.jsonl", 2, "t2+"))), "trial_files");
        assertEquals(0.5, number(files, 0, "ASR released"), "of 0.75, the last of the first task fails");
        assertEquals(Json.NULL, cell(files, 1, "ASR released"));
    }

    /// Five asked, three common: the smallest difference of these three is told too.
    @Test
    void whatTheCommonTasksCanShowIsTold() {
        Table power = table(
                report(List.of(file("a", "a.jsonl", 5, "t1+", "t2+", "t3-"), file("b", "b.jsonl", 5, "t1-", "t2+", "t3+"))), "detectable");
        assertEquals(2, power.rows().size());
        assertEquals("those that a and b both have a run of", text(power, 1, "intent"));
        assertEquals(3, number(power, 1, "tasks"));
    }

    @Test
    void groupsOfRunsSayThatTheyAreOfTasksWhereThereAreTrials() {
        Table breakdowns = table(report(THREE), "breakdowns");
        assertEquals("tasks with such runs", text(breakdowns, 0, "made of"));
        assertEquals(5, number(breakdowns, 0, "asked"));
        assertEquals(9, number(breakdowns, 0, "runs"));
    }

    @Test
    void bothIntervalsAreNamedWhereOneSeriesAloneHasTrials() {
        Report report = report(Stream.concat(THREE.stream(), Stream.of(file("Y", "y.jsonl", 5, "t1-", "t2+"))).toList());
        assertTrue(report.charts().stream().anyMatch(chart -> chart.note().startsWith(
                "Wilson 95 % (bootstrap 95 % where tasks have several trials) intervals.")),
                report.charts().stream().map(ChartSection::note).toList().toString());
    }

    /// @param runs queries, with a plus where the run passes and a minus where it fails
    private static Evaluation file(String model, String name, int asked, String... runs) {
        Path path = Path.of(name);
        List<ScoredRun> scored = Stream.iterate(0, i -> i + 1).limit(runs.length).map(i -> {
            String query = runs[i].substring(0, runs[i].length() - 1);
            ScoredRun of = run(Intent.PRODUCT, query, runs[i].endsWith("+") ? 1 : 0);
            return new ScoredRun(
                    new RunId(name + ":" + i), new RunSource(path, i + 1), of.steps(), of.score(), of.details());
        }).toList();
        return Evaluation.of(
                new Conditions(path, model, "shoppingbench", "table t.json", true, List.of()),
                new LinkedHashMap<>(Map.of(Intent.PRODUCT, asked)), false, scored, List.of(),
                new Leftovers(List.of(), List.of(), List.of()));
    }

    private static Report report(List<Evaluation> evaluations) {
        return EvaluationReport.of(new ReportInput(Series.of(evaluations), List.of(), Bootstrap.DEFAULT, SampleOrigin.of("f00d")));
    }

    private static Report report(List<Evaluation> evaluations, Map<RunId, RunFacts> facts) {
        return EvaluationReport.of(new ReportInput(
                Series.of(evaluations), List.of(), Bootstrap.DEFAULT, SampleOrigin.of("f00d"), ReportInput.Findings.NONE.with(facts)));
    }

    private static ChartSection section(Report report, String name) {
        return report.charts().stream().filter(chart -> chart.name().equals(name)).findFirst().orElseThrow();
    }

    private static Table table(Report report, String name) {
        return report.tables().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static IntervalGrid chart(Report report, String name) {
        return (IntervalGrid) section(report, name).chart();
    }

    private static Json cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.names().indexOf(column));
    }

    private static String text(Table table, int row, String column) {
        return Table.plain(cell(table, row, column));
    }

    private static double number(Table table, int row, String column) {
        return ((Json.Num) cell(table, row, column)).asDouble();
    }
}
