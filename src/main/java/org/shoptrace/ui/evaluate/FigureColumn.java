package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.result.Estimate;
import org.shoptrace.core.evaluate.result.ResultRow;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.trajectory.RunId;

/// A column of the table of figures: how it reads, and what its cells open.
///
/// @param id    stable, for node ids
/// @param title the heading
/// @param note  what it means
/// @param text  a cell's text; also what is copied
/// @param opens what stands behind a cell; empty when there is nothing to open
/// @param words whether it holds words, not numbers
record FigureColumn(
        String id,
        String title,
        String note,
        Function<ResultRow, String> text,
        Function<ResultRow, Optional<Opening>> opens,
        boolean words) {
    /// The ids of those that are seen unasked: as many as the smallest window has room for.
    static final List<String> USUAL = List.of("model", "intent", "rollouts", "missing", "lost", "asr", "asr-interval", "asr-of-tasks",
            "asr-of-runs", "car", "gt", "format");

    private static final Set<Column> LEADING = Set.of(Column.GT, Column.FORMAT, Column.LENGTH);

    /// What a cell opens.
    sealed interface Opening {
        String why();

        record Runs(String why, List<RunId> runs) implements Opening {}

        record Tasks(String why, List<String> queries) implements Opening {}
    }

    /// The columns that say something about these rows.
    static List<FigureColumn> of(List<ResultRow> rows) {
        List<FigureColumn> columns = new ArrayList<>(List.of(
                words("model", "Model", "The model, by the name of its rollout file", ResultRow::model),
                words("intent", "Intent level", "From easy to hard", ResultRow::level),
                count("tasks", "Tasks", "Tasks asked for", ResultRow::tasks, _ -> Optional.empty()),
                runs("rollouts", "Rollouts", "Tasks with a scored rollout", "rollouts", row -> row.behind().scored()),
                count("missing", "Missing", "Tasks without a rollout", row -> row.behind().missing().size(), FigureColumn::missing)));
        if (rows.stream().anyMatch(row -> !row.behind().lost().isEmpty())) {
            columns.add(runs("lost", "Lost", "Lost to the harness: neither passed nor failed", "lost", row -> row.behind().lost()));
        }
        if (rows.stream().anyMatch(row -> !row.behind().crashes().isEmpty())) {
            columns.add(runs(
                    "crashes", "Crashes", "Runs at which the released evaluator stops; scored here", "crash the released evaluator",
                    row -> row.behind().crashes()));
        }
        columns.add(
                figure("asr", "ASR", "Absolute success rate: successes / rollouts, as the profile counts", row -> row.asr().valueText()));
        columns.add(figure("asr-interval", "Wilson 95 %", "Wilson interval of ASR", row -> row.asr().intervalText()));
        otherDenominator(rows).ifPresent(columns::add);
        columns.add(figure("car", "CAR", "Cumulative average relevance: the mean rule score", row -> row.car().valueText()));
        columns.add(runs("passed", "Passed", "Successes", "passed", row -> row.behind().passed()));
        columns.add(runs("failed", "Failed", "Scored, and no success", "failed", row -> row.behind().failed()));
        columns.addAll(evaluatorColumns(rows));
        return List.copyOf(columns);
    }

    /// Heading and rows, cells apart by tabs.
    static String tabSeparated(List<ResultRow> rows) {
        List<FigureColumn> columns = of(rows);
        Stream<String> heading = Stream.of(columns.stream().map(FigureColumn::title).collect(Collectors.joining("\t")));
        Stream<String> lines = rows.stream()
                .map(row -> columns.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\t")));
        return Stream.concat(heading, lines).collect(Collectors.joining("\n", "", "\n"));
    }

    /// All columns as a table of a report, under the names of its headings; figures are numbers in it.
    static Table table(List<ResultRow> rows) {
        List<FigureColumn> columns = of(rows);
        return new Table(
                "figures",
                "Figures",
                "By model and intent level",
                columns.stream().map(FigureColumn::title).toList(),
                rows.stream().map(row -> columns.stream().map(column -> cell(column, row)).toList()).toList());
    }

    private static Json cell(FigureColumn column, ResultRow row) {
        String text = column.text().apply(row);
        if (text.isEmpty() || text.equals("–")) {
            return Json.NULL;
        }
        return !column.words() && text.matches("\\d+(\\.\\d+)?") ? new Json.Num(text) : Json.of(text);
    }

    /// Those that every intent has first, the rest in the evaluator's order. `rule` is CAR.
    private static List<FigureColumn> evaluatorColumns(List<ResultRow> rows) {
        List<Column> present = Arrays.stream(Column.values())
                .filter(column -> column != Column.RULE)
                .filter(column -> rows.stream().anyMatch(row -> row.columns().containsKey(column.wireName())))
                .toList();
        return Stream.concat(
                present.stream().filter(LEADING::contains), present.stream().filter(column -> !LEADING.contains(column)))
                .map(column -> figure(
                        column.wireName().replaceAll("\\W+", "-"),
                        column == Column.GT ? "gt rate" : column.wireName(),
                        column == Column.GT ? "Share of tasks whose exact targets were all recommended" : column.label(),
                        row -> Optional.ofNullable(row.columns().get(column.wireName())).map(Estimate::text).orElse("")))
                .toList();
    }

    /// ASR by the denominator that the profile does not use, where it makes a difference.
    private static Optional<FigureColumn> otherDenominator(List<ResultRow> rows) {
        if (rows.stream().anyMatch(row -> row.counted() < row.tasks())) {
            String note = "ASR with the other denominator: successes / all tasks";
            return Optional.of(figure("asr-of-tasks", "ASR of tasks", note, row -> Estimate.text(row.asrOfTasks())));
        }
        if (rows.stream().anyMatch(row -> row.behind().scored().size() < row.tasks())) {
            String note = "ASR with the other denominator: successes / rollouts";
            return Optional.of(figure("asr-of-runs", "of rollouts", note, row -> Estimate.text(row.asrOfRuns())));
        }
        return Optional.empty();
    }

    private static FigureColumn words(String id, String title, String note, Function<ResultRow, String> text) {
        return new FigureColumn(id, title, note, text, _ -> Optional.empty(), true);
    }

    private static FigureColumn figure(String id, String title, String note, Function<ResultRow, String> text) {
        return new FigureColumn(id, title, note, text, row -> some(row.why(title), row.behind().scored()), false);
    }

    private static FigureColumn count(
            String id, String title, String note, Function<ResultRow, Integer> count, Function<ResultRow, Optional<Opening>> opens) {
        return new FigureColumn(id, title, note, row -> Integer.toString(count.apply(row)), opens, false);
    }

    private static FigureColumn runs(String id, String title, String note, String what, Function<ResultRow, List<RunId>> runs) {
        return count(id, title, note, row -> runs.apply(row).size(), row -> some(row.why(what), runs.apply(row)));
    }

    private static Optional<Opening> missing(ResultRow row) {
        List<String> queries = row.behind().missing();
        return queries.isEmpty() ? Optional.empty() : Optional.of(new Opening.Tasks(row.why("missing"), queries));
    }

    private static Optional<Opening> some(String why, List<RunId> runs) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Opening.Runs(why, runs));
    }
}
