package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.CurvePlot;
import org.shoptrace.core.chart.CurvePlot.Curve;
import org.shoptrace.core.chart.CurvePlot.Vertex;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.PointPlot;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.ThresholdSweep;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.model.task.Intent;

/// The pictures of a report.
final class ReportCharts {
    private static final String PUBLISHED = "published, not re-run";
    /// Plots side by side.
    private static final int PANELS = 2;
    private static final Scale SUCCESS = Scale.shares("success (ASR)", 1);

    private final ReportInput input;
    private final List<Intent> intents;
    private final PublishedResults published;

    ReportCharts(ReportInput input) {
        this.input = input;
        Evaluation first = input.series().getFirst().evaluation();
        this.intents = List.copyOf(first.byIntent().keySet());
        this.published = first.conditions().comparable() && first.conditions().profile().equals(ShoppingBenchProfile.NAME)
                ? PublishedResults.shipped()
                : new PublishedResults(List.of());
    }

    List<ChartSection> charts() {
        List<ChartSection> charts = new ArrayList<>(List.of(success(), relevance(), nearMisses()));
        charts.addAll(new FindingCharts(input, intents).charts());
        charts.add(toolUse());
        charts.add(thresholds());
        charts.addAll(new BreakdownCharts(input, intents).charts());
        return charts;
    }

    /// Those that have a meaning where files judge their runs themselves.
    List<ChartSection> own() {
        List<ChartSection> charts = new ArrayList<>(List.of(success(), toolUse()));
        charts.addAll(new BreakdownCharts(input, intents).charts());
        return charts;
    }

    private ChartSection success() {
        return levels(
                "asr", "Absolute success rate (ASR)",
                method(Figures.ASR) + " intervals." + rings(), summary -> success(summary),
                row -> row.asr().value());
    }

    private ChartSection relevance() {
        return levels(
                "car",
                "Cumulative average relevance (CAR)",
                "Percentile bootstrap of tasks, 95 % intervals." + rings(),
                summary -> Share.of(Figures.CAR.estimate(summary, input.bootstrap())), row -> row.carPercent() / 100);
    }

    /// Figures that are not comparable with published ones have none beside them.
    private String rings() {
        return published.rows().isEmpty() ? "" : " Rings are published figures, not re-run.";
    }

    private String method(Figure figure) {
        return figure.method(input.series().stream().map(series -> series.evaluation().overall()));
    }

    private Share success(Summary summary) {
        return Share.of(Figures.ASR.estimate(summary, input.bootstrap()));
    }

    private ChartSection levels(
            String name, String title, String note, Function<Summary, Share> share, ToDoubleFunction<PublishedResults.Row> figure) {
        List<IntervalGrid.Row> rows = new ArrayList<>();
        for (Intent intent : intents) {
            rows.add(Share.row(
                    intent.wireName(), intent.label(), input.series(), series -> at(series, intent).map(share),
                    published.of(intent).stream().map(row -> dot(row, figure.applyAsDouble(row))).toList()));
        }
        if (rows.size() != 1) {
            rows.add(Share.row(
                    "all", "All, by tasks", input.series(), series -> Optional.of(share.apply(series.evaluation().overall())), List.of()));
        }
        return new ChartSection(name, title, note, Share.grid(input.series(), rows));
    }

    private static Optional<Summary> at(Series series, Intent intent) {
        return Optional.ofNullable(series.evaluation().byIntent().get(intent));
    }

    private static IntervalGrid.Dot dot(PublishedResults.Row row, double value) {
        return new IntervalGrid.Dot(
                value, datum("published", row, ": " + Shares.percent(value) + " %, " + PUBLISHED));
    }

    private static Datum datum(String kind, PublishedResults.Row row, String says) {
        return new Datum(kind + "-" + row.model() + "-" + row.intent().wireName(), row.model() + says);
    }

    /// One panel an intent, so that five models are five points and not a thicket.
    private ChartSection nearMisses() {
        List<ChartSheet.Part> panels = new ArrayList<>();
        for (Intent intent : intents) {
            List<PointPlot.Dot> others = published.of(intent).stream()
                    .map(row -> new PointPlot.Dot(row.carPercent() / 100, row.asr().value(), datum("published", row, ", " + PUBLISHED)))
                    .toList();
            List<PointPlot.Point> points = new ArrayList<>();
            for (int i = 0; i < input.series().size(); i++) {
                int place = i;
                at(input.series().get(i), intent).filter(summary -> summary.asr().of() > 0)
                        .ifPresent(summary -> points.add(point(place, intent, summary)));
            }
            panels.add(new ChartSheet.Part(
                    intent.label(), new PointPlot(Scale.shares("relevance (CAR)", 1), Scale.shares("success (ASR)", 1), points, others)));
        }
        List<Legend.Entry> entries = new ArrayList<>(Legend.of(labels(), Looks::point).entries());
        if (!published.rows().isEmpty()) {
            entries.add(new Legend.Entry(PUBLISHED, Looks.OTHERS));
        }
        return new ChartSection(
                "asr_car", "Success against relevance",
                "Far to the right and low: most constraints are met, and yet the task is not. Near misses.",
                ChartSheet.of(new ChartSheet(PANELS, panels), new Legend(entries)));
    }

    private PointPlot.Point point(int place, Intent intent, Summary summary) {
        Estimate asr = Figures.ASR.estimate(summary, input.bootstrap());
        double car = Figures.CAR.estimate(summary, input.bootstrap()).value();
        String says = String.format(
                Locale.ROOT, "%s: CAR %.3f, ASR %.3f (%s)", labels().get(place), car, asr.value(), Share.of(asr).of());
        return new PointPlot.Point(
                place, car, asr.value(), asr.spread(), "", asr.of() < Breakdown.FEW,
                new Datum("near-" + intent.wireName() + "-" + place, says));
    }

    private List<String> labels() {
        return input.series().stream().map(Series::label).toList();
    }

    private ChartSection toolUse() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < input.series().size(); i++) {
            List<Vertex> vertices = new ArrayList<>();
            for (Breakdown breakdown : input.breakdowns(input.series().get(i), Optional.empty())) {
                if (breakdown.by().equals(Dimension.CALLS)) {
                    for (Map.Entry<String, Summary> group : breakdown.groups().entrySet()) {
                        vertices.add(vertex(i, group.getKey(), group.getValue()));
                    }
                }
            }
            curves.add(new Curve("", i, vertices));
        }
        double most = curves.stream().flatMap(curve -> curve.vertices().stream()).mapToDouble(Vertex::x).max().orElse(1);
        Scale across = Scale.numbers("calls a run", 0, (int) Math.ceil(most));
        // More than two run into each other.
        Chart plots = curves.size() < 3
                ? new CurvePlot(across, SUCCESS, curves, List.of())
                : new ChartSheet(PANELS, curves.stream()
                        .map(curve -> new ChartSheet.Part(
                                labels().get(curve.series()), new CurvePlot(across, SUCCESS, List.of(curve), List.of())))
                        .toList());
        return new ChartSection(
                "tool_use", "Tool use against success", "Runs in groups by how many tools they called; a point lies at the group's mean.",
                ChartSheet.of(plots, Legend.of(labels(), Looks::point)));
    }

    private Vertex vertex(int place, String group, Summary summary) {
        Estimate asr = Figures.ASR.estimate(summary, input.bootstrap());
        double calls = summary.runs().stream().mapToInt(run -> run.details().callCount()).average().orElse(0);
        String says = String.format(
                Locale.ROOT, "%s, %s calls: ASR %.3f (%s)", labels().get(place), group, asr.value(), Share.of(asr).of());
        return new Vertex(calls, asr.value(), asr.spread(), new Datum("calls-" + group + "-" + place, says));
    }

    private ChartSection thresholds() {
        Scale across = new Scale(
                "threshold", 0.2, 1, List.of(0.2, 0.4, 0.6, 0.8, 1.0), value -> String.format(Locale.ROOT, "%.1f", value));
        List<ChartSheet.Part> panels = new ArrayList<>();
        for (Intent intent : intents) {
            List<Curve> curves = new ArrayList<>();
            for (int i = 0; i < input.series().size(); i++) {
                int place = i;
                at(input.series().get(i), intent).filter(summary -> summary.asr().of() > 0)
                        .ifPresent(summary -> curves.add(sweep(place, intent, summary)));
            }
            panels.add(new ChartSheet.Part(intent.label(), new CurvePlot(across, SUCCESS, curves, List.of())));
        }
        return new ChartSection(
                "threshold_sweep", "Success as titles must be more alike",
                "A flat curve does not hang on the similarity model; a falling one does.",
                ChartSheet.of(new ChartSheet(PANELS, panels), Legend.of(labels(), Looks::point)));
    }

    private Curve sweep(int place, Intent intent, Summary summary) {
        return new Curve("", place, ThresholdSweep.of(summary, ThresholdSweep.usualThresholds()).points().stream()
                .map(point -> new Vertex(
                        point.threshold(), point.asr().value(), Optional.empty(),
                        new Datum(String.format(Locale.ROOT, "threshold-%s-%.2f-%d", intent.wireName(), point.threshold(), place),
                                String.format(
                                        Locale.ROOT, "%s at %.2f: ASR %.3f (%s), %d lost since", labels().get(place), point.threshold(),
                                        point.asr().value(), Share.of(Estimate.of(point.asr(), input.bootstrap())).of(),
                                        point.lost().size()))))
                .toList());
    }
}
