package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.IntervalChart;
import org.shoptrace.core.chart.IntervalChart.Bar;
import org.shoptrace.core.chart.IntervalChart.Mark;
import org.shoptrace.core.chart.IntervalChart.Panel;
import org.shoptrace.core.chart.PointChart;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.ThresholdSweep;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// The pictures of a report.
final class ReportCharts {
    private static final String PUBLISHED = "published, not re-run";

    private final ReportInput input;
    private final List<Intent> intents;
    private final PublishedResults published;

    ReportCharts(ReportInput input) {
        this.input = input;
        Evaluation first = input.series().getFirst().evaluation();
        this.intents = List.copyOf(first.byIntent().keySet());
        this.published = first.conditions().profile().equals(ShoppingBenchProfile.NAME)
                ? PublishedResults.shipped()
                : new PublishedResults(List.of());
    }

    List<Chart> charts() {
        List<Chart> charts = new ArrayList<>(List.of(success(), relevance(), nearMisses()));
        charts.addAll(new FindingCharts(input, intents).charts());
        charts.add(toolUse());
        charts.add(thresholds());
        charts.addAll(breakdowns());
        return charts;
    }

    private IntervalChart success() {
        return levels(
                "asr", "Absolute success rate (ASR)", "Wilson 95 % intervals. Marks are published figures, not re-run.", ReportCharts::rate,
                row -> row.asr().value());
    }

    private IntervalChart relevance() {
        return levels(
                "car",
                "Cumulative average relevance (CAR)",
                "Percentile bootstrap of tasks, 95 % intervals. Marks are published figures, not re-run.",
                summary -> {
                    TaskMean mean = TaskMean.of(summary.taskValues(Column.RULE), input.bootstrap());
                    return new Bar(
                            "", mean.tasks() > 0 ? Optional.of(mean.value()) : Optional.empty(), mean.interval(), "over " + mean.tasks());
                },
                row -> row.carPercent() / 100);
    }

    private IntervalChart levels(
            String name, String title, String note, Function<Summary, Bar> bar, Function<PublishedResults.Row, Double> figure) {
        List<Panel> panels = new ArrayList<>();
        for (Intent intent : intents) {
            List<Mark> marks = published.of(intent).stream().map(row -> new Mark(row.model(), figure.apply(row))).toList();
            panels.add(new Panel(title(intent), bars(e -> Optional.ofNullable(e.byIntent().get(intent)), bar), marks));
        }
        if (panels.size() != 1) {
            panels.add(new Panel("All intents, weighted by tasks", bars(e -> Optional.of(e.overall()), bar), List.of()));
        }
        return new IntervalChart(name, title, note, panels);
    }

    private List<Bar> bars(Function<Evaluation, Optional<Summary>> level, Function<Summary, Bar> figure) {
        List<Bar> bars = new ArrayList<>();
        for (Series series : input.series()) {
            level.apply(series.evaluation()).map(figure).ifPresent(bar -> bars.add(labelled(series, bar)));
        }
        return bars;
    }

    static Bar labelled(Series series, Bar bar) {
        return new Bar(series.label(), bar.value(), bar.interval(), bar.of());
    }

    private static Bar rate(Summary summary) {
        return bar(summary.asr());
    }

    static Bar bar(Rate rate) {
        return rate.of() == 0
                ? new Bar("", Optional.empty(), Optional.empty(), "0 of 0")
                : new Bar("", Optional.of(rate.value()), Optional.of(interval(rate)), rate.hits() + " of " + rate.of());
    }

    private static ConfidenceInterval interval(Rate rate) {
        return new ConfidenceInterval(rate.low(), rate.high());
    }

    /// One panel an intent, so that five models are five points and not a thicket.
    private PointChart nearMisses() {
        List<String> series = new ArrayList<>(input.series().stream().map(Series::label).toList());
        boolean overlay = !published.rows().isEmpty();
        if (overlay) {
            series.add(PUBLISHED);
        }
        List<PointChart.Panel> panels = new ArrayList<>();
        for (Intent intent : intents) {
            List<PointChart.Line> lines = new ArrayList<>();
            if (overlay) {
                lines.add(new PointChart.Line(series.size() - 1, PointChart.Look.PUBLISHED, published.of(intent).stream()
                        .map(row -> new PointChart.Point(
                                row.carPercent() / 100, row.asr().value(), Optional.empty(), row.model() + ", " + PUBLISHED))
                        .toList()));
            }
            for (int i = 0; i < input.series().size(); i++) {
                Summary summary = input.series().get(i).evaluation().byIntent().get(intent);
                if (summary != null && summary.asr().of() > 0) {
                    Rate asr = summary.asr();
                    lines.add(new PointChart.Line(i, PointChart.Look.POINTS, List.of(new PointChart.Point(
                            summary.car(), asr.value(), Optional.of(interval(asr)),
                            String.format(
                                    Locale.ROOT, "%s: CAR %.3f, ASR %.3f (%d of %d)", input.series().get(i).label(), summary.car(),
                                    asr.value(), asr.hits(), asr.of())))));
                }
            }
            panels.add(new PointChart.Panel(title(intent), lines));
        }
        return new PointChart(
                "asr_car", "Success against relevance",
                "Far to the right and low: most constraints are met, and yet the task is not. Near misses.",
                "CAR", "ASR", 0, 1, series, panels);
    }

    private PointChart toolUse() {
        double most = 1;
        List<PointChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < input.series().size(); i++) {
            List<PointChart.Point> points = new ArrayList<>();
            for (Breakdown breakdown : Breakdown.of(input.series().get(i).evaluation(), input.tasks())) {
                if (breakdown.by() == Dimension.CALLS) {
                    for (Map.Entry<String, Summary> group : breakdown.groups().entrySet()) {
                        Rate asr = group.getValue().asr();
                        double calls = group.getValue().runs().stream()
                                .mapToInt((ScoredRun run) -> run.details().callCount())
                                .average()
                                .orElse(0);
                        most = Math.max(most, calls);
                        points.add(new PointChart.Point(
                                calls, asr.value(), Optional.of(interval(asr)),
                                String.format(
                                        Locale.ROOT, "%s, %s calls: ASR %.3f (%d of %d)", input.series().get(i).label(), group.getKey(),
                                        asr.value(), asr.hits(), asr.of())));
                    }
                }
            }
            lines.add(new PointChart.Line(i, PointChart.Look.CURVE, points));
        }
        double high = Math.ceil(most / 4) * 4;
        List<PointChart.Panel> panels = lines.size() < 3
                ? List.of(new PointChart.Panel("All intents", lines))
                : lines.stream()
                        .map(line -> new PointChart.Panel(input.series().get(line.series()).label(), List.of(line)))
                        .toList();
        return new PointChart(
                "tool_use", "Tool use against success", "Runs in groups by how many tools they called; a point lies at the group's mean.",
                "tool calls",
                "ASR", 0, high, input.series().stream().map(Series::label).toList(), panels);
    }

    private PointChart thresholds() {
        List<PointChart.Panel> panels = new ArrayList<>();
        for (Intent intent : intents) {
            List<PointChart.Line> lines = new ArrayList<>();
            for (int i = 0; i < input.series().size(); i++) {
                Summary summary = input.series().get(i).evaluation().byIntent().get(intent);
                if (summary != null && summary.asr().of() > 0) {
                    String label = input.series().get(i).label();
                    lines.add(new PointChart.Line(
                            i, PointChart.Look.CURVE, ThresholdSweep.of(summary, ThresholdSweep.usualThresholds()).points().stream()
                                    .map(point -> new PointChart.Point(
                                            point.threshold(), point.asr().value(), Optional.empty(),
                                            String.format(
                                                    Locale.ROOT, "%s at %.2f: ASR %.3f (%d of %d), %d lost since", label, point.threshold(),
                                                    point.asr().value(), point.asr().hits(), point.asr().of(), point.lost().size())))
                                    .toList()));
                }
            }
            panels.add(new PointChart.Panel(title(intent), lines));
        }
        return new PointChart(
                "threshold_sweep", "Success as titles must be more alike",
                "A flat curve does not hang on the similarity model; a falling one does.", "threshold", "ASR", 0.2, 1,
                input.series().stream().map(Series::label).toList(), panels);
    }

    private List<IntervalChart> breakdowns() {
        SequencedMap<Dimension, SequencedSet<String>> groups = new LinkedHashMap<>();
        SequencedMap<Series, List<Breakdown>> all = new LinkedHashMap<>();
        for (Series series : input.series()) {
            List<Breakdown> breakdowns = Breakdown.of(series.evaluation(), input.tasks());
            all.put(series, breakdowns);
            breakdowns.forEach(b -> groups.computeIfAbsent(b.by(), _ -> new LinkedHashSet<>()).addAll(b.groups().keySet()));
        }
        List<IntervalChart> charts = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            SequencedSet<String> names = groups.getOrDefault(dimension, new LinkedHashSet<>());
            if (names.size() > 1) {
                List<Panel> panels = names.stream()
                        .sorted(dimension == Dimension.CONSTRAINT ? (a, b) -> 0 : Comparator.naturalOrder())
                        .map(name -> new Panel(title(dimension, name), bars(all, dimension, name), List.of()))
                        .toList();
                charts.add(new IntervalChart(
                        "by_" + dimension.name().toLowerCase(Locale.ROOT), "Success by " + dimension.label().toLowerCase(Locale.ROOT),
                        "Groups of " + dimension.counted() + ". Wilson 95 % intervals; a group of few says little.", panels));
            }
        }
        return charts;
    }

    private static List<Bar> bars(SequencedMap<Series, List<Breakdown>> all, Dimension dimension, String group) {
        List<Bar> bars = new ArrayList<>();
        all.forEach((series, breakdowns) -> breakdowns.stream()
                .filter(breakdown -> breakdown.by() == dimension)
                .flatMap(breakdown -> Optional.ofNullable(breakdown.groups().get(group)).stream())
                .forEach(summary -> bars.add(labelled(series, rate(summary)))));
        return bars;
    }

    private static String title(Dimension dimension, String group) {
        return dimension.label() + ": " + Breakdown.shown(group);
    }

    private static String title(Intent intent) {
        return intent.label() + " (" + intent.wireName() + ")";
    }
}
