package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.CurvePlot;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.ThresholdSweep;
import org.shoptrace.core.evaluate.WithoutDoubts;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// What would become of the figures with another threshold, with another scorer, without doubtful tasks.
final class ScorerCards {
    private final ScorerViewModel model;
    private final ExportViewModel exports;
    private final Openings openings = new Openings();

    ScorerCards(ScorerViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
    }

    /// Success over the threshold from which titles are alike; a mark opens the runs that are lost there.
    Node sweep(EvaluationResult result) {
        double[] thresholds = ThresholdSweep.usualThresholds();
        List<CurvePlot.Curve> curves = new ArrayList<>();
        for (int i = 0; i < result.series().size(); i++) {
            Scored series = result.series().get(i);
            ThresholdSweep sweep = ThresholdSweep.of(series.evaluation().overall(), thresholds);
            curves.add(new CurvePlot.Curve("", i, sweep.points().stream().map(point -> vertex(series, point)).toList()));
        }
        ChartPane plot = new ChartPane("sweep", "Success rate over the threshold of title similarity");
        List<Double> ticks = Arrays.stream(thresholds).boxed().filter(t -> Math.abs(t * 10 - Math.rint(t * 10)) < 1e-9).toList();
        double top = Shares.top(curves.stream().flatMap(curve -> curve.vertices().stream()).mapToDouble(CurvePlot.Vertex::y));
        CurvePlot lines = new CurvePlot(
                new Scale("cosine from which titles are alike", thresholds[0], thresholds[thresholds.length - 1], ticks,
                        t -> String.format(Locale.ROOT, "%.1f", t)),
                Scale.shares("success (ASR)", top),
                curves,
                inUse(result));
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.show(ChartSheet.of(Legend.of(result.labels(), Looks::point), lines), openings);
        return new ChartCard("sweep", "Success by threshold", exports, plot)
                .note("all levels; a point opens the runs lost there");
    }

    private CurvePlot.Vertex vertex(Scored series, ThresholdSweep.Point point) {
        String at = String.format(Locale.ROOT, "%.2f", point.threshold());
        String name = String.format(Locale.ROOT,
                "%s, titles alike from %s: ASR %s %%, n = %d; %s lost since the threshold before. Opens them.", series.label(), at,
                Shares.percent(point.asr().value()), point.asr().of(), Counts.of(point.lost().size(), "run"));
        Datum datum = openings.datum(
                NodeIds.of("sweep", at, series.label()),
                name,
                () -> model.open().scored(series.label() + " · lost at threshold " + at, point.lost()));
        return new CurvePlot.Vertex(point.threshold(), point.asr().value(), Optional.empty(), datum);
    }

    /// The stand-in's own thresholds; those of a published model are in the profile's specification.
    private static List<CurvePlot.Threshold> inUse(EvaluationResult result) {
        return result.series().stream()
                .flatMap(series -> series.evaluation().conditions().calibrations().stream())
                .map(SimilarityCalibration::threshold)
                .distinct()
                .sorted()
                .map(t -> new CurvePlot.Threshold(t, String.format(Locale.ROOT, "%.3f in use", t)))
                .toList();
    }

    /// The same runs under other judges: how many turn, each way.
    Node variants(EvaluationResult result) {
        LinkTable table = new LinkTable();
        table.setId("variants");
        List<List<Cell>> rows = new ArrayList<>();
        Optional<ScorerViewModel.Rejudged> rejudged = model.rejudgedProperty().get();
        for (Scored series : result.series()) {
            List<ScorerVariant> variants = new ArrayList<>(ScorerVariant.derived(series.evaluation()));
            rejudged.flatMap(other -> Optional.ofNullable(other.bySeries().get(series.label()))).ifPresent(variants::add);
            for (ScorerVariant variant : variants) {
                PairedDifference rates = variant.comparison().difference(Bootstrap.DEFAULT);
                rows.add(List.of(
                        Cell.of(series.label()), Cell.of(variant.name()), Cell.of(percent(rates.rateA())),
                        Cell.of(percent(rates.rateB())),
                        turned(series, variant, Comparison.Cell.ONLY_A, "fail"), turned(series, variant, Comparison.Cell.ONLY_B, "pass")));
            }
        }
        table.show(
                List.of(
                        Head.words("series"), Head.words("judge"), Head.number("ASR here"), Head.number("ASR there"),
                        Head.number("turn to fail"),
                        Head.number("turn to pass")),
                rows);
        VBox card = new VBox(
                Texts.heading("Other judges"),
                Texts.wrapped(
                        "The same runs, judged by the exact targets alone, with equal titles only, and without any check of titles."
                                + " A number opens the runs whose success turns.",
                        "muted", "hint"),
                table);
        if (rejudged.isEmpty()) {
            model.otherProfile().ifPresent(other -> card.getChildren().add(AskedScorerCards.ask(
                    "judge-by-other", "Judge by the profile " + other.wireName() + " too", model::judgeByOtherProfile)));
        }
        card.setId("variants-card");
        card.getStyleClass().add("card");
        return card;
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Shares.percent(share.getAsDouble()) : "–";
    }

    private Cell turned(Scored series, ScorerVariant variant, Comparison.Cell cell, String to) {
        List<ScorerVariant.Judged> runs = variant.in(cell);
        String text = Integer.toString(runs.size());
        String why = series.label() + " · " + variant.name() + ": turn to " + to;
        return runs.isEmpty()
                ? Cell.of(text)
                : Cell.opening(text, new LinkTable.Link(
                        NodeIds.of("turn-to", to, variant.name(), series.label()),
                        text + " runs of " + why + ". Opens them.",
                        () -> model.open().scored(why, runs.stream().map(ScorerVariant.Judged::here).toList())));
    }

    /// Doubtful tasks by kind, and the figures with and without them.
    Node doubts(EvaluationResult result) {
        Map<String, Task> tasks = new TreeMap<>();
        result.series().forEach(series -> series.tasks().forEach(task -> tasks.put(task.query(), task)));
        TaskDoubts doubts = TaskDoubts.of(List.copyOf(tasks.values()));
        List<Doubt.Kind> kinds = Arrays.stream(Doubt.Kind.values()).filter(kind -> !doubts.of(kind).isEmpty()).toList();
        LinkTable table = new LinkTable();
        table.setId("doubts");
        table.show(
                List.of(Head.words("doubt"), Head.number("found"), Head.number("of"), Head.number("tasks")),
                kinds.stream().map(kind -> row(doubts, kind)).toList());
        ChartPane grid = new ChartPane("without-doubts", "Success with all tasks and without doubtful ones");
        List<IntervalGrid.Row> rows = new ArrayList<>();
        rows.add(row("all tasks", result, doubts, EnumSet.noneOf(Doubt.Kind.class)));
        kinds.forEach(kind -> rows.add(row("without: " + kind.label().toLowerCase(Locale.ROOT), result, doubts, EnumSet.of(kind))));
        if (kinds.size() > 1) {
            rows.add(row("without any of them", result, doubts, EnumSet.copyOf(kinds)));
        }
        double top = Shares.top(rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .mapToDouble(cell -> cell.interval().map(ConfidenceInterval::high).orElse(0.0)));
        grid.show(new IntervalGrid(result.labels(), rows, top), openings);
        ChartCard card = new ChartCard("doubts", "Doubtful tasks", exports, table, grid)
                .note("ASR in % with and without them, "
                        + Figures.ASR.method(result.series().stream().map(series -> series.evaluation().overall())));
        return kinds.isEmpty() ? card.content(Texts.wrapped("No task of these gives a doubt by itself.", "muted")) : card;
    }

    private List<Cell> row(TaskDoubts doubts, Doubt.Kind kind) {
        List<String> queries = List.copyOf(doubts.queries(Set.of(kind)));
        LinkTable.Link link = new LinkTable.Link(
                NodeIds.of("doubt", kind.wireName()),
                kind.label() + ": " + Counts.of(queries.size(), "task") + ". Lists them.",
                () -> model.open().behind(new Behind.Tasks(kind.label(), queries)));
        return List.of(
                Cell.opening(kind.label(), link), Cell.of(Counts.grouped(doubts.of(kind).size())),
                Cell.of(Counts.grouped(doubts.lookedAt(kind))),
                Cell.of(Counts.grouped(queries.size())));
    }

    private IntervalGrid.Row row(String label, EvaluationResult result, TaskDoubts doubts, Set<Doubt.Kind> kinds) {
        Set<String> doubtful = doubts.queries(kinds);
        Stream<Optional<IntervalGrid.Cell>> cells = result.series().stream().map(series -> {
            WithoutDoubts figures = WithoutDoubts.of(series.evaluation(), series.tasks(), doubtful);
            Estimate estimate = Figures.ASR.estimate(figures.without(), Bootstrap.DEFAULT);
            int of = estimate.of();
            String name = String.format(Locale.ROOT, "%s, %s: ASR %s%s, %s. Opens its runs.", series.label(), label, estimate.shown(),
                    estimate.intervalSaid(), estimate.sample().shown());
            Datum datum = openings.datum(
                    NodeIds.of("doubts", label, series.label()),
                    name,
                    () -> model.open().scored(series.label() + " · " + label, figures.without().runs()));
            return Optional.of(new IntervalGrid.Cell(
                    estimate.value(), estimate.spread(),
                    Double.isFinite(estimate.value()) ? Shares.percent(estimate.value()) : "–",
                    "n " + of, of < Breakdown.FEW, datum));
        });
        return new IntervalGrid.Row(label, cells.toList(), List.of());
    }
}
