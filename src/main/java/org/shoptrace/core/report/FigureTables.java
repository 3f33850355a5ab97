package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;

/// The tables of each series by itself.
final class FigureTables {
    static final String ALL = Level.ALL;

    private final ReportInput input;

    FigureTables(ReportInput input) {
        this.input = input;
    }

    List<Table> tables() {
        return List.of(figures(), denominators(), columns(), breakdowns(), titleOnly(), published());
    }

    /// The summaries of a series by the name of the intent; over all of them last, when there are several.
    static SequencedMap<String, Summary> levels(Evaluation evaluation) {
        SequencedMap<String, Summary> levels = new LinkedHashMap<>();
        evaluation.byIntent().forEach((intent, summary) -> levels.put(intent.wireName(), summary));
        if (levels.size() != 1) {
            levels.put(ALL, evaluation.overall());
        }
        return levels;
    }

    /// The same table as the window's, made by the same code.
    private Table figures() {
        boolean overall = input.series().stream().anyMatch(series -> series.evaluation().byIntent().size() > 1);
        return FigureTable.of(input.series().stream()
                .flatMap(series -> Level.of(series.label(), series.evaluation(), overall).stream())
                .map(level -> FigureRow.of(level, input.bootstrap()))
                .toList())
                .table();
    }

    private Table denominators() {
        return table(
                "denominators",
                "What was counted",
                "Runs lost by the harness, runs of no task and lines that are no runs are in no figure. Runs at which the released"
                        + " evaluator "
                        + "stops are scored 0 in the step that stops it. Both denominators of ASR stand here. Failed by the harness are"
                        + " scored runs whose "
                        + "failure the diagnosis puts down to the harness: they count as failures in every figure but the last.",
                List.of(
                        "model", "tasks asked", "tasks scored", "tasks missing", "runs attempted", "runs scored", "lost by the harness",
                        "of no task", "rejected lines", "reference crashes", "passed by the title check alone", "successes",
                        "ASR of tasks scored", "ASR of tasks asked", "failed by the harness", "ASR of tasks scored without these"),
                (series, rows) -> {
                    Evaluation evaluation = series.evaluation();
                    Summary overall = evaluation.overall();
                    Evaluation.Leftovers left = evaluation.leftovers();
                    rows.add(new Cells()
                            .text(series.label())
                            .count(overall.taskCount())
                            .count(overall.runs().size())
                            .count(overall.missing())
                            .count(evaluation.trials().size() + left.lost().size())
                            .count(evaluation.trials().size())
                            .count(left.lost().size())
                            .count(left.unknown().size())
                            .count(left.rejected().size())
                            .count(overall.where(TaskScore::crashesReference).size())
                            .count(overall.where(TaskScore::hangsOnTitle).size())
                            .count(overall.asrOfTasks().hits())
                            .number(overall.asrOfRuns().value())
                            .number(overall.asrOfTasks().value())
                            .count(failedByHarness(overall))
                            .number(withoutHarness(overall))
                            .row());
                });
    }

    /// Empty without a diagnosis.
    private OptionalInt failedByHarness(Summary summary) {
        if (input.findings().facts().isEmpty()) {
            return OptionalInt.empty();
        }
        List<ScoredRun> runs = Failures.of(summary, input.findings().facts()).stages().getOrDefault(Stage.HARNESS, List.of());
        return OptionalInt.of(runs.size());
    }

    private OptionalDouble withoutHarness(Summary summary) {
        OptionalInt failed = failedByHarness(summary);
        int left = summary.runs().size() - failed.orElse(0);
        return failed.isEmpty() || left == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) summary.asrOfRuns().hits() / left);
    }

    private Table columns() {
        return table(
                "columns",
                "Every score",
                "Means with the percentile bootstrap of tasks. Exact targets are a mean here too; beside it stands the share of tasks"
                        + " whose exact targets "
                        + "were all recommended.",
                List.of("model", "intent", "column", "mean", "low", "high", "of", "gt rate"),
                (series, rows) -> levels(series.evaluation()).forEach((level, summary) -> {
                    for (Column column : summary.columns()) {
                        Cells cells = new Cells()
                                .text(series.label()).text(level).text(column.wireName()).mean(mean(summary, column));
                        boolean rate = column == Column.GT && summary.gt().of() > 0;
                        rows.add((rate ? cells.number(summary.gt().value()) : cells.nothing()).row());
                    }
                }));
    }

    private Table breakdowns() {
        return table(
                "breakdowns",
                "By kind of task and run",
                "Where runs are told apart, by steps and by termination, only the runs that are there can be counted, and no task is"
                        + " missing.",
                concat(List.of("model", "by", "group", "made of", "asked", "missing"), Cells.RATE, Cells.MEAN),
                (series, rows) -> {
                    for (Breakdown breakdown : Breakdown.of(series.evaluation(), input.tasks())) {
                        breakdown.groups().forEach((group, summary) -> rows.add(new Cells()
                                .text(series.label())
                                .text(breakdown.by().label())
                                .text(group)
                                .text(breakdown.by().counted())
                                .count(summary.taskCount())
                                .count(summary.missing())
                                .rate(summary.asr())
                                .mean(mean(summary, Column.RULE))
                                .row()));
                    }
                });
    }

    private Table titleOnly() {
        return table(
                "title_only",
                "Passed by the title check alone",
                "Successes that a failed comparison of titles would have undone: with another similarity model they may turn.",
                List.of("model", "intent", "run", "run id", "query"),
                (series, rows) -> {
                    for (ScoredRun run : series.evaluation().overall().where(TaskScore::hangsOnTitle)) {
                        rows.add(new Cells()
                                .text(series.label())
                                .text(run.score().intent().wireName())
                                .text(input.place(run.source()))
                                .text(run.id().sha256())
                                .text(run.score().query())
                                .row());
                    }
                });
    }

    private static Table published() {
        PublishedResults published = PublishedResults.shipped();
        List<List<Json>> rows = new ArrayList<>();
        for (String model : published.models()) {
            published.rows().stream().filter(row -> row.model().equals(model)).forEach(row -> rows.add(new Cells()
                    .text(model).text(row.intent().wireName()).rate(row.asr()).number(row.carPercent() / 100).text("published, not re-run")
                    .row()));
            rows.add(new Cells().text(model).text(ALL).rate(published.overall(model)).nothing().text("published, not re-run").row());
        }
        return Headings.table(
                "published",
                "Published results",
                PublishedResults.SOURCE
                        + ". Not re-run here: success counts are recovered from the printed rates, and the intervals are made from them.",
                concat(List.of("model", "intent"), Cells.RATE, List.of("CAR", "status")),
                rows);
    }

    private TaskMean mean(Summary summary, Column column) {
        return TaskMean.of(summary.taskValues(column), input.bootstrap());
    }

    private Table table(
            String name, String title, String note, List<String> columns, BiConsumer<Series, List<List<Json>>> rowsOf) {
        List<List<Json>> rows = new ArrayList<>();
        input.series().forEach(series -> rowsOf.accept(series, rows));
        return Headings.table(name, title, note, columns, rows);
    }

    private static List<String> concat(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }
}
