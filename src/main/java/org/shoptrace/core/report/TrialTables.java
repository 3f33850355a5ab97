package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.FileTrials;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;

/// The tables of models that did tasks more than once: their figures over all trials, and what each file would say alone.
final class TrialTables {
    private final ReportInput input;

    TrialTables(ReportInput input) {
        this.input = input;
    }

    /// None where no model did a task more than once and no file is a copy.
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        if (input.series().stream().anyMatch(series -> series.evaluation().overall().isRepeated())) {
            tables.add(trials());
        }
        if (input.series().stream().anyMatch(TrialTables::hasTrials)) {
            tables.add(files());
        }
        return tables;
    }

    private static boolean hasTrials(Series series) {
        return series.evaluation().overall().isRepeated() || !series.copies().isEmpty();
    }

    private Table trials() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            Trials.of(series.evaluation()).ifPresent(trials -> {
                String model = series.label();
                Summary overall = series.evaluation().overall();
                row(rows, new Cells().text(model).text("mean success").nothing(), Figures.ASR.estimate(overall, input.bootstrap()));
                if (!overall.isOwn()) {
                    row(rows, new Cells().text(model).text(Headings.MEAN_RULE).nothing(), Figures.CAR.estimate(overall, input.bootstrap()));
                }
                for (int k = 1; k <= trials.fewest(); k++) {
                    row(rows, new Cells().text(model).text("pass@k").count(k), of(trials.passAtK(k, input.bootstrap()), trials));
                    row(rows, new Cells().text(model).text("pass^k").count(k), of(trials.passHatK(k, input.bootstrap()), trials));
                }
            });
        }
        return Headings.table(
                "trials",
                "Repeated trials",
                "All runs of a model, from all its files. Made for each task, then averaged over tasks; intervals resample tasks. k goes as"
                        + " far as every task has trials.",
                List.of("model", "figure", "k", "mean", "low", "high", "tasks", "runs", Headings.INTERVAL_NOTE),
                rows);
    }

    private static void row(List<List<Json>> rows, Cells cells, Estimate estimate) {
        rows.add(cells.estimate(estimate).count(estimate.sample().runs()).text(estimate.withoutSpread()).row());
    }

    private static Estimate of(TaskMean mean, Trials trials) {
        return Estimate.of(mean, trials.runs(), FigureScale.SHARE);
    }

    private Table files() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            if (hasTrials(series)) {
                FileTrials.of(series, input.bootstrap()).forEach(file -> rows.add(row(series, file)));
            }
        }
        return Headings.table(
                "trial_files",
                "Trials by file",
                "What each file of a model says alone, over the tasks that it has a scored run of. The figures of the model are over all of"
                        + " them. Released: where the file has several runs of a task and the last alone gives another figure; the"
                        + " released evaluator reads files one by one and joins none.",
                List.of("model", "file", "tasks scored", "runs scored", "runs passed", "ASR", "ASR low", "ASR high", "CAR", "CAR low",
                        "CAR high", "note", "ASR released", "CAR released"),
                rows);
    }

    private List<Json> row(Series series, FileTrials file) {
        Cells cells = new Cells().text(series.label()).text(input.origin().names().of(file.file()));
        if (file.copy()) {
            return cells.nothing().nothing().nothing().nothing().nothing().nothing().nothing().nothing().nothing()
                    .text("equals another file line for line, counted once")
                    .nothing()
                    .nothing()
                    .row();
        }
        return cells
                .count(file.success().of())
                .count(file.runs().size())
                .count(file.runs().stream().filter(run -> run.score().success()).count())
                .value(file.success())
                .value(file.relevance())
                .text(notes(file))
                .number(file.released(Figures.ASR))
                .number(file.released(Figures.CAR))
                .row();
    }

    private static String notes(FileTrials file) {
        return Stream.of(Figures.ASR, Figures.CAR)
                .filter(figure -> figure.equals(Figures.ASR) || file.relevance().of() > 0)
                .flatMap(figure -> {
                    String why = (figure.equals(Figures.ASR) ? file.success() : file.relevance()).withoutSpread();
                    return why.isEmpty() ? Stream.empty() : Stream.of(figure.words().title() + ", " + why);
                })
                .collect(Collectors.joining("; "));
    }
}
