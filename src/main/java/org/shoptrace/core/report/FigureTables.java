package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

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
    Table figures() {
        boolean overall = input.series().stream().anyMatch(series -> series.evaluation().byIntent().size() != 1);
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
                "Runs lost by the harness, runs of no task and lines that are no runs are in no figure. A line that stands again"
                        + " counts as a trial. Runs at which the released"
                        + " evaluator "
                        + "stops are scored 0 in the step that stops it. Both denominators of ASR stand here. Failed by the harness are"
                        + " scored runs whose "
                        + "failure the diagnosis puts down to the harness: they count as failures in every figure but the last.",
                List.of(
                        "model", "tasks asked", "tasks scored", "tasks missing", "runs attempted", "runs scored", "lost by the harness",
                        "of no task", "rejected lines", "reference crashes", "passed by the title check alone", "successes",
                        "ASR of tasks scored", "ASR of tasks asked", "failed by the harness", "ASR of tasks scored without these",
                        "tasks attempted",
                        "tasks with lost runs alone", "lines that stand again"),
                (series, rows) -> {
                    Evaluation evaluation = series.evaluation();
                    Summary overall = evaluation.overall();
                    Evaluation.Leftovers left = evaluation.leftovers();
                    rows.add(new Cells()
                            .text(series.label())
                            .count(overall.taskCount())
                            .count(overall.scoredTasks())
                            .count(overall.missing())
                            .count(evaluation.trials().size() + left.lost().size())
                            .count(evaluation.trials().size())
                            .count(left.lost().size())
                            .count(left.unknown().size())
                            .count(left.rejected().size())
                            .count(overall.where(TaskScore::crashesReference).size())
                            .count(overall.where(TaskScore::hangsOnTitle).size())
                            .count(overall.isRepeated() ? OptionalInt.empty() : OptionalInt.of(overall.asrOfTasks().hits()))
                            .number(overall.asrOfRuns().value())
                            .number(overall.asrOfTasks().value())
                            .count(failedByHarness(overall))
                            .number(withoutHarness(overall))
                            .count(overall.scoredTasks() + lostTasks(evaluation))
                            .count(lostTasks(evaluation))
                            .count(evaluation.standingAgain().size())
                            .row());
                });
    }

    /// Tasks that were attempted and have no scored run: the harness lost all of them.
    private static int lostTasks(Evaluation evaluation) {
        Set<String> without = evaluation.missing().stream().map(Task::query).collect(Collectors.toSet());
        return (int) evaluation.leftovers().lost().stream()
                .flatMap(run -> run.query().stream())
                .filter(without::contains)
                .distinct()
                .count();
    }

    /// None without a diagnosis.
    private List<ScoredRun> failedRuns(Summary summary) {
        return Failures.of(summary, input.findings().facts()).stages().getOrDefault(Stage.HARNESS, List.of());
    }

    /// Empty without a diagnosis.
    private OptionalInt failedByHarness(Summary summary) {
        return input.findings().facts().isEmpty() ? OptionalInt.empty() : OptionalInt.of(failedRuns(summary).size());
    }

    private OptionalDouble withoutHarness(Summary summary) {
        Set<ScoredRun> failed = Set.copyOf(failedRuns(summary));
        Summary rest = new Summary(summary.tasks(), false, summary.runs().stream().filter(run -> !failed.contains(run)).toList());
        return input.findings().facts().isEmpty() || rest.runs().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rest.asr().value());
    }

    private Table columns() {
        return table(
                "columns",
                "Every score",
                "Means with the percentile bootstrap of tasks. Exact targets are a mean here too; beside it stands the share of tasks"
                        + " whose exact targets "
                        + "were all recommended. As released: where tasks have several trials and the last alone gives another mean.",
                List.of("model", "intent", "column", "mean", "low", "high", "of", "gt rate", "as released", Headings.INTERVAL_NOTE),
                (series, rows) -> levels(series.evaluation()).forEach((level, summary) -> {
                    for (Column column : summary.columns()) {
                        Estimate mean = mean(summary, column);
                        Cells cells = new Cells().text(series.label()).text(level).text(column.wireName()).estimate(mean);
                        boolean rate = column == Column.GT && summary.gt().of() > 0;
                        rows.add((rate ? cells.number(summary.gt().value()) : cells.nothing())
                                .number(released(summary, column, mean))
                                .text(mean.withoutSpread())
                                .row());
                    }
                }));
    }

    private Table breakdowns() {
        return table(
                "breakdowns",
                "By kind of task and run",
                "Where runs are told apart, by steps and by termination, only the runs that are there can be counted, and no task is"
                        + " missing.",
                concat(
                        List.of("model", "intent", "by", "group", "made of", "asked", "missing"), Cells.RATE, Cells.MEAN,
                        List.of(Headings.INTERVAL_NOTE, "runs")),
                (series, rows) -> {
                    for (String level : levels(series.evaluation()).keySet()) {
                        for (Breakdown breakdown : input.breakdowns(series, intent(level))) {
                            breakdown.groups().forEach((group, summary) -> rows.add(new Cells()
                                    .text(series.label())
                                    .text(level)
                                    .text(breakdown.by().label())
                                    .text(group)
                                    .text(breakdown.counted(summary))
                                    .count(summary.taskCount())
                                    .count(summary.missing())
                                    .success(summary, input.bootstrap())
                                    .estimate(Figures.CAR.estimate(summary, input.bootstrap()))
                                    .text(Figures.CAR.estimate(summary, input.bootstrap()).withoutSpread())
                                    .count(summary.runs().size())
                                    .row()));
                        }
                    }
                });
    }

    private static Optional<Intent> intent(String level) {
        return Intent.LEVELS.stream().filter(intent -> intent.wireName().equals(level)).findFirst();
    }

    private Table titleOnly() {
        return table(
                "title_only",
                "Passed by the title check alone",
                "Successes that would be none by exact title: a title is like the wanted one and not equal to it, and with another"
                        + " similarity model the run may fail. Equal titles are alike for every model.",
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

    private Estimate mean(Summary summary, Column column) {
        return Figures.mean(column).estimate(summary, input.bootstrap());
    }

    /// Empty where it is the same.
    private static OptionalDouble released(Summary summary, Column column, Estimate mean) {
        double last = summary.released().mean(column);
        return !summary.isRepeated() || !summary.hasLastTrials() || mean.of() == 0 || Math.abs(last - mean.value()) < 1e-12
                ? OptionalDouble.empty()
                : OptionalDouble.of(last);
    }

    private Table table(
            String name, String title, String note, List<String> columns, BiConsumer<Series, List<List<Json>>> rowsOf) {
        List<List<Json>> rows = new ArrayList<>();
        input.series().forEach(series -> rowsOf.accept(series, rows));
        return Headings.table(name, title, note, columns, rows);
    }

    @SafeVarargs
    private static List<String> concat(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
