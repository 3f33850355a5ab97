package org.shoptrace.core.evaluate.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.SampleOrigin;
import org.shoptrace.core.report.EvaluationReport;
import org.shoptrace.core.report.HtmlReport;
import org.shoptrace.core.report.Report;
import org.shoptrace.core.report.ReportInput;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// One definition of a figure: what stands in [Figures#ALL] stands everywhere, under its own names and with one number.
class FiguresTest {
    private static final Bootstrap BOOTSTRAP = Bootstrap.DEFAULT;
    private final Evaluation evaluation = SampleEvaluation.result(List.of("alpha"), Intent.LEVELS).evaluations().getFirst();
    private final List<Level> levels = Level.of("alpha", evaluation, true);
    private final List<FigureRow> rows = levels.stream().map(level -> FigureRow.of(level, BOOTSTRAP)).toList();

    private Report report() {
        Series series = new Series("alpha", List.of(Path.of("alpha.jsonl")), evaluation);
        return EvaluationReport.of(new ReportInput(List.of(series), SampleEvaluation.tasks(), BOOTSTRAP, SampleOrigin.of("f00d")));
    }

    @Test
    void everyFigureStandsInTheTableOfTheWindowInTheReportInCsvAndInJson() {
        List<String> window = FigureTable.of(rows).columns().stream().map(FigureTable.Column::id).toList();
        Table written = report().tables().getFirst();
        String page = HtmlReport.page(report());
        Json.Obj json = EvaluationJson.encode(evaluation);
        Json.Obj summary = json.object("summary").orElseThrow();
        for (Figure figure : Figures.ALL) {
            boolean says = levels.stream().anyMatch(level -> figure.place().says().test(level));
            assertEquals(says && figure.place().seen().isInWindow(), window.contains(figure.id()), figure.wireName());
            // what files say of their runs is no column where none says it
            boolean column = says || !OwnFigures.ALL.contains(figure);
            assertEquals(column, written.names().contains(figure.column()), figure.wireName());
            assertEquals(
                    column, ("," + written.csv().lines().findFirst().orElseThrow() + ",").contains("," + figure.column() + ","),
                    figure.wireName());
            assertEquals(
                    says && figure.place().seen().isInReport(), page.contains(">" + figure.words().title() + "</th>"), figure.wireName());
            // what the released evaluator makes of trials stands only where it differs
            boolean told = says || !Figures.isRare(figure);
            assertEquals(told, (figure.isName() ? json : summary).get(figure.wireName()).isPresent(), figure.wireName());
        }
        assertEquals(Figures.ALL.size(), new HashSet<>(Figures.ALL.stream().map(Figure::id).toList()).size());
    }

    /// Whoever adds a figure adds it to the list, and that is all.
    @Test
    void aFigureThatIsAddedToTheListIsAColumnEverywhere() {
        Figure none = new Figure(
                "without_recommendation", "without recommendation",
                new Figure.Words("No answer", "Runs without an answer", "Share of runs that recommend nothing"),
                new Figure.Measure.Share(summary -> summary.share(run -> run.steps() == 4)),
                new Figure.Place(Figure.Seen.USUAL, Optional.of(Figure.Seen.USUAL), true, _ -> true),
                _ -> Optional.empty());
        List<Figure> figures = new ArrayList<>(Figures.ALL);
        figures.add(none);
        FigureTable table = new FigureTable(figures, levels.stream().map(level -> FigureRow.of(level, figures, BOOTSTRAP)).toList());
        FigureTable.Column column = table.columns().stream().filter(each -> each.figure().equals(none)).findFirst().orElseThrow();
        assertEquals("0.333", column.text().apply(table.rows().getFirst()));
        assertTrue(table.tabSeparated().lines().findFirst().orElseThrow().endsWith("\tNo answer\tNo answer 95 %"));
        assertTrue(table.table().csv().lines().findFirst().orElseThrow()
                .endsWith(",without recommendation,without recommendation low,without recommendation high,interval notes"));
        Table.Column inReport = table.table().columns().stream().filter(each -> each.name().equals(none.column())).findFirst()
                .orElseThrow();
        assertTrue(inReport.shown());
        Json.Obj json = EvaluationJson.summary(levels.getFirst(), figures, BOOTSTRAP);
        assertEquals(Json.Num.of(1 / 3.0), json.get("without_recommendation").orElseThrow());
        assertTrue(json.get("without_recommendation_low").isPresent());
    }

    /// The sample's runs have 4, 5 and 6 steps; the fourth task has no run, and so no steps.
    @Test
    void stepsAreANumberWithOneDecimalForPeopleAndAPlainOneInFiles() {
        Figure steps = figure("steps");
        FigureTable table = FigureTable.of(rows);
        FigureTable.Column value = column(table, "steps");
        FigureTable.Column interval = column(table, "steps-interval");
        assertEquals(List.of("Steps", "How many steps a run takes, in the mean"), List.of(value.title(), value.tip()));
        assertEquals("Steps of a run, bootstrap 95 %", interval.tip());
        assertEquals("5.0", value.text().apply(rows.getFirst()));
        assertEquals("4.0–6.0", interval.text().apply(rows.getFirst()));
        assertTrue(table.tabSeparated().lines().skip(1).allMatch(line -> line.contains("\t5.0\t")), table.tabSeparated());
        assertTrue(table.table().csv().lines().skip(1).allMatch(line -> line.contains(",5.0,")), table.table().csv());
        Json.Obj json = EvaluationJson.summary(levels.getFirst(), Figures.ALL, BOOTSTRAP);
        assertEquals(List.of(Json.Num.of(5.0), Json.Num.of(4.0), Json.Num.of(6.0)),
                List.of(json.get("steps").orElseThrow(), json.get("steps_low").orElseThrow(), json.get("steps_high").orElseThrow()));
        assertEquals(3, rows.getFirst().estimate(steps).of());
        String page = HtmlReport.page(report());
        assertTrue(page.contains(">Steps</th>") && page.contains(">5.0</td>") && !page.contains(">5.0000</td>"), page);
    }

    /// Their charts go from 0 to 100 %.
    @Test
    void onlySharesCanBeBrokenDown() {
        Figure steps = figure("steps");
        Figure.Place brokenDown = new Figure.Place(Figure.Seen.OFFERED, Optional.empty(), true, _ -> true);
        for (Figure.Measure measure : List.of(steps.measure(), figure("tasks").measure(), Figures.MODEL.measure())) {
            assertThrows(IllegalArgumentException.class, () -> new Figure("x", "x", steps.words(), measure, brokenDown, steps.behind()));
        }
        Figure.Measure shares = Figure.Measure.Mean.ofShares(summary -> summary.runValues(run -> 1.0 / run.steps()));
        Figure ours = new Figure("x", "x", steps.words(), shares, brokenDown, steps.behind());
        assertEquals("0.206", ours.estimate(levels.getFirst().summary(), BOOTSTRAP).shown());
    }

    private static Figure figure(String wireName) {
        return Figures.ALL.stream().filter(figure -> figure.wireName().equals(wireName)).findFirst().orElseThrow();
    }

    private static FigureTable.Column column(FigureTable table, String id) {
        return table.columns().stream().filter(column -> column.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void relevanceHasOneIntervalWhereverItStands() {
        SequencedMap<String, Json> csv = new LinkedHashMap<>();
        Table written = report().tables().getFirst();
        for (int i = 0; i < written.columns().size(); i++) {
            csv.put(written.names().get(i), written.rows().getLast().get(i));
        }
        Estimate window = rows.getLast().estimate(Figures.CAR);
        Estimate brokenDown = Figures.CAR.estimate(levels.getLast().summary(), BOOTSTRAP);
        Json.Obj json = EvaluationJson.encode(evaluation).object("summary").orElseThrow();
        double low = window.interval().orElseThrow().low();
        double high = window.interval().orElseThrow().high();
        assertEquals(BOOTSTRAP.meanInterval(levels.getLast().summary().taskValues(Column.RULE)),
                window.interval());
        assertEquals(window, brokenDown);
        assertEquals(List.of(Json.Num.of(window.value()), Json.Num.of(low), Json.Num.of(high)),
                List.of(csv.get("CAR"), csv.get("CAR low"), csv.get("CAR high")));
        assertEquals(List.of(Json.Num.of(window.value()), Json.Num.of(low), Json.Num.of(high)),
                List.of(json.get("car").orElseThrow(), json.get("car_low").orElseThrow(), json.get("car_high").orElseThrow()));
        assertEquals(levels.getLast().summary().car(), window.value(), 0);
    }

    @Test
    void whatTheWindowWritesAndWhatTheReportWritesAreTheSameFile() {
        assertEquals(report().tables().getFirst(), FigureTable.of(rows).table());
        assertEquals(report().tables().getFirst().csv(), FigureTable.of(rows).table().csv());
    }

    @Test
    void aMeanOfTasksThatMeanDifferentThingsIsNothingInATable() {
        Figure title = figure("title");
        assertEquals("", rows.getLast().value(title).shown());
        assertEquals("0.250", rows.getFirst().value(title).shown());
    }

    /// The form is for other programs: whatever it had once, it has.
    @Test
    void theJsonKeepsEveryKeyThatItEverHad() {
        Json.Obj json = EvaluationJson.encode(evaluation);
        Set<String> missing = new TreeSet<>(Set.of(
                "file", "model", "profile", "similarity", "comparable_with_published", "calibration", "intent", "tasks", "rollouts",
                "missing", "unknown", "harness_lost", "rejected", "crashes_reference", "hangs_on_title", "summary", "by_intent", "scores"));
        missing.removeAll(json.fields().keySet());
        assertEquals(Set.of(), missing);
        Set<String> every = Set.of(
                "asr", "asr_low", "asr_high", "car", "successes", "of", "asr_of_tasks", "asr_of_rollouts", "car_of_tasks", "length",
                "format", "gt", "title", "rule");
        assertKeys(every, levels.getLast().summary(), json.object("summary").orElseThrow());
        for (Level level : levels.subList(0, levels.size() - 1)) {
            Json.Obj written = json.object("by_intent").flatMap(all -> all.object(level.wireName())).orElseThrow();
            assertKeys(every, level.summary(), written);
        }
    }

    /// A column is over the tasks that have it, and `gt` is the share of those that have all their targets.
    private static void assertKeys(Set<String> every, Summary summary, Json.Obj written) {
        Set<String> missing = new TreeSet<>(every);
        missing.removeAll(written.fields().keySet());
        assertEquals(Set.of(), missing);
        for (Column column : summary.columns()) {
            assertEquals(
                    Optional.of(Json.Num.of(column == Column.GT ? summary.gt().value() : summary.mean(column))),
                    written.get(column.wireName()), column.wireName());
        }
    }
}
