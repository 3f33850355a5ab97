package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.statistics.DetectableDifference;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;

/// The tables of series held against each other, of repeated trials, and of what the tasks can show.
final class PairTables {
    private final ReportInput input;
    private final PairwiseComparisons tests;

    PairTables(ReportInput input) {
        this.input = input;
        this.tests = PairwiseComparisons.of(input.series().stream().map(Series::evaluation).toList(), input.bootstrap());
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        if (!tests.overall().isEmpty()) {
            tables.add(comparisons());
            tables.add(discordant());
        }
        tables.addAll(new TrialTables(input).tables());
        tables.add(power());
        return tables;
    }

    private Table comparisons() {
        List<List<Json>> rows = new ArrayList<>();
        Stream.concat(tests.overall().stream(), tests.byIntent().stream()).forEach(test -> {
            PairedDifference difference = test.difference();
            Cells cells = new Cells()
                    .text(label(test.a()))
                    .text(label(test.b()))
                    .text(test.intent().map(Intent::wireName).orElse(FigureTables.ALL))
                    .count(difference.tasks());
            List.of(Cell.BOTH, Cell.ONLY_A, Cell.ONLY_B, Cell.NEITHER).forEach(cell -> cells.count(
                    difference.method() == PairedDifference.Method.ONE_TRIAL
                            ? OptionalInt.of(test.comparison().in(cell).size())
                            : OptionalInt.empty()));
            rows.add(cells
                    .count(TaskTrials.of(test.comparison().unpairedA()).size())
                    .count(TaskTrials.of(test.comparison().unpairedB()).size())
                    .number(difference.value())
                    .interval(difference.interval())
                    .number(difference.p())
                    .number(test.adjustedP())
                    .number(difference.rateA())
                    .number(difference.rateB())
                    .text(difference.method().label())
                    .text(difference.withoutWidth())
                    .row());
        });
        return Headings.table(
                "comparisons",
                "Two models on the same tasks",
                String.format(Locale.ROOT, """
                Over the tasks that both have a scored run of, as the rates here are; tasks that only one has stand apart. Without a \
                common task there is nothing to compare: difference, interval and p are empty. Where every task has one trial, p is by \
                McNemar's exact test, two-sided, and the interval Newcombe's square-and-add 95 %%; where some task has several, the \
                difference is that of the tasks' means, its interval that of the bootstrap of tasks, and there is no exact test. Holm's \
                adjustment is over all tests for "%s", and over all tests within the intents. The difference is A's rate minus B's.""",
                        Level.ALL_LABEL),
                List.of(
                        "A", "B", "intent", "tasks of both", "both pass", "only A passes", "only B passes", "both fail", "only A has a run",
                        "only B has a run", "difference", "low", "high", "p", "p by Holm", "rate of A", "rate of B", "method",
                        Headings.INTERVAL_NOTE),
                rows);
    }

    private Table discordant() {
        List<List<Json>> rows = new ArrayList<>();
        for (PairwiseComparisons.Test test : tests.overall()) {
            for (Cell cell : List.of(Cell.ONLY_A, Cell.ONLY_B)) {
                for (Comparison.Pair pair : test.comparison().in(cell)) {
                    rows.add(new Cells()
                            .text(label(test.a()))
                            .text(label(test.b()))
                            .text(pair.isOneTrialEach() ? cell.label() : cell.ofTrials())
                            .text(level(pair))
                            .text(pair.query())
                            .text(runs(pair.a()))
                            .text(runs(pair.b()))
                            .row());
                }
            }
        }
        return Headings.table(
                "discordant_tasks",
                "Tasks that one passes and the other fails",
                "Or that one passes more often, where there are several trials. Each run by its file and line, and the first digits of its"
                        + " id.",
                List.of("A", "B", "who", "intent", "query", "run of A", "run of B"),
                rows);
    }

    /// Of tasks of other benchmarks nothing.
    private static String level(Comparison.Pair pair) {
        Intent intent = pair.a().last().score().intent();
        return intent == Intent.OTHER ? "" : intent.wireName();
    }

    private Table power() {
        DiscordantShare discordant = tests.overall().reversed().stream()
                .flatMap(test -> DiscordantShare.of(label(test.a()), label(test.b()), test.comparison()).stream())
                .findFirst()
                .orElse(DiscordantShare.USUAL);
        List<List<Json>> rows = new ArrayList<>();
        FigureTables.levels(input.series().getFirst().evaluation()).forEach((level, summary) -> {
            if (summary.taskCount() > 0) {
                rows.add(new Cells()
                        .text(level)
                        .count(summary.taskCount())
                        .number(discordant.value())
                        .number(new DetectableDifference(summary.taskCount(), discordant.value()).value())
                        .row());
            }
        });
        tests.overall().reversed().stream()
                .filter(test -> !test.comparison().pairs().isEmpty())
                .findFirst()
                .filter(test -> test.comparison().pairs().size() < input.series().getFirst().evaluation().overall().taskCount())
                .ifPresent(test -> rows.add(new Cells()
                        .text("those that " + label(test.a()) + " and " + label(test.b()) + " both have a run of")
                        .count(test.comparison().pairs().size())
                        .number(discordant.value())
                        .number(new DetectableDifference(test.comparison().pairs().size(), discordant.value()).value())
                        .row()));
        return Headings.table(
                "detectable",
                "What the tasks can show",
                String.format(
                        Locale.ROOT,
                        "The smallest difference of two models that McNemar's test, two-sided at 0.05, finds with power 0.8 when both do"
                                + " all tasks and "
                                + "differ on %.3f of them (%s). Nothing: too few tasks for any.",
                        discordant.value(),
                        discordant.source()),
                List.of("intent", "tasks", "discordant share", "smallest difference"),
                rows);
    }

    private String label(int place) {
        return input.series().get(place).label();
    }

    private String runs(TaskTrials task) {
        return task.runs().stream().map(this::run).collect(Collectors.joining("; "));
    }

    private String run(ScoredRun run) {
        return input.place(run.source()) + " (" + run.id().brief() + ")";
    }
}
