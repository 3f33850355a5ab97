package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.statistics.DetectableDifference;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;

/// The tables of series held against each other, of repeated trials, and of what the tasks can show.
final class PairTables {
    private final ReportInput input;
    private final PairwiseComparisons tests;

    PairTables(ReportInput input) {
        this.input = input;
        this.tests = PairwiseComparisons.of(input.series().stream().map(Series::evaluation).toList());
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        if (!tests.overall().isEmpty()) {
            tables.add(comparisons());
            tables.add(discordant());
        }
        SequencedMap<String, Trials> repeated = Trials.repeated(input.series().stream().map(Series::evaluation).toList());
        if (!repeated.isEmpty()) {
            tables.add(trials(repeated));
        }
        tables.add(power());
        return tables;
    }

    private Table comparisons() {
        List<List<Json>> rows = new ArrayList<>();
        Stream.concat(tests.overall().stream(), tests.byIntent().stream()).forEach(test -> {
            PairedOutcomes cells = test.comparison().outcomes();
            rows.add(new Cells()
                    .text(label(test.a()))
                    .text(label(test.b()))
                    .text(test.intent().map(Intent::wireName).orElse(FigureTables.ALL))
                    .count(cells.tasks())
                    .count(cells.both())
                    .count(cells.onlyA())
                    .count(cells.onlyB())
                    .count(cells.neither())
                    .count(test.comparison().unpairedA().size())
                    .count(test.comparison().unpairedB().size())
                    .number(cells.difference())
                    .number(cells.differenceInterval().low())
                    .number(cells.differenceInterval().high())
                    .number(test.p())
                    .number(test.adjustedP())
                    .row());
        });
        return Headings.table(
                "comparisons",
                "Two models on the same tasks",
                "Cells over the tasks that both have a scored run of; tasks that only one has stand apart. p by McNemar's exact test,"
                        + " two-sided; "
                        + "Holm's adjustment over all pairs for \"" + Level.ALL_LABEL
                        + "\", and over all pairs and intents for the intents. The difference is A's "
                        + "rate minus B's, with Newcombe's square-and-add 95 % interval.",
                List.of(
                        "A", "B", "intent", "tasks of both", "both pass", "only A passes", "only B passes", "both fail", "only A has a run",
                        "only B has a run", "difference", "low", "high", "p", "p by Holm"),
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
                            .text(cell.label())
                            .text(pair.a().score().intent().wireName())
                            .text(pair.query())
                            .text(run(pair.a()))
                            .text(run(pair.b()))
                            .row());
                }
            }
        }
        return Headings.table(
                "discordant_tasks",
                "Tasks that one passes and the other fails",
                "Each run by its file and line, and the first digits of its id.",
                List.of("A", "B", "who", "intent", "query", "run of A", "run of B"),
                rows);
    }

    private Table trials(SequencedMap<String, Trials> repeated) {
        List<List<Json>> rows = new ArrayList<>();
        repeated.forEach((model, trials) -> {
            rows.add(new Cells().text(model).text("mean success").nothing().mean(trials.success(input.bootstrap())).row());
            rows.add(new Cells().text(model).text(Headings.MEAN_RULE).nothing().mean(trials.relevance(input.bootstrap())).row());
            for (int k = 1; k <= trials.fewest(); k++) {
                rows.add(new Cells().text(model).text("pass@k").count(k).mean(trials.passAtK(k, input.bootstrap())).row());
                rows.add(new Cells().text(model).text("pass^k").count(k).mean(trials.passHatK(k, input.bootstrap())).row());
            }
        });
        return Headings.table(
                "trials",
                "Repeated trials",
                "Those of one model, from all its files. Made for each task, then averaged over tasks; intervals resample tasks. k goes"
                        + " as far as "
                        + "every task has trials. In the other tables the last trial of a task in a series counts.",
                List.of("model", "figure", "k", "mean", "low", "high", "tasks"),
                rows);
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

    private static String run(ScoredRun run) {
        return run.source() + " (" + run.id().brief() + ")";
    }
}
