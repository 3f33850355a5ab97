package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.CurvePlot;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.chart.StackedRows;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.WithoutDoubts;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;

/// The pictures of what runs miss, where they fail, what they claim, and what repeated trials and doubtful tasks do to the figures.
final class FindingCharts {
    private final ReportInput input;
    private final List<Intent> intents;

    FindingCharts(ReportInput input, List<Intent> intents) {
        this.input = input;
        this.intents = intents;
    }

    List<ChartSection> charts() {
        List<ChartSection> charts = new ArrayList<>();
        if (!input.findings().facts().isEmpty()) {
            charts.add(failures());
            charts.addAll(claims());
        }
        constraints().ifPresent(charts::add);
        trials().ifPresent(charts::add);
        doubts().ifPresent(charts::add);
        return charts;
    }

    /// A panel a series, a row a stage, a segment an intent, all on one scale.
    private ChartSection failures() {
        SequencedMap<String, List<StackedRows.Row>> panels = new LinkedHashMap<>();
        for (int i = 0; i < input.series().size(); i++) {
            Series series = input.series().get(i);
            SequencedMap<Stage, List<StackedRows.Segment>> counts = new TreeMap<>();
            int failed = 0;
            int diagnosed = 0;
            for (Intent intent : intents) {
                Summary summary = series.evaluation().byIntent().get(intent);
                if (summary != null) {
                    Failures failures = Failures.of(summary, input.findings().facts());
                    failed += failures.failed();
                    diagnosed += failures.diagnosed();
                    String place = intent.wireName() + "-" + i;
                    failures.stages().forEach((stage, runs) -> counts.computeIfAbsent(stage, _ -> new ArrayList<>()).add(
                            new StackedRows.Segment(intent.ordinal(), runs.size(), new Datum(
                                    stage.wireName() + "-" + place, stage.label() + ", " + intent.label() + ": " + runs.size()))));
                }
            }
            List<StackedRows.Row> rows = new ArrayList<>();
            String place = "-" + i;
            counts.forEach((stage, segments) -> rows.add(new StackedRows.Row(stage.label(), segments, new Datum(
                    stage.wireName() + place,
                    stage.label() + ": " + segments.stream().mapToInt(StackedRows.Segment::count).sum() + " of " + series.label()))));
            panels.put(series.label() + ": " + failed + " failed runs, " + diagnosed + " of them diagnosed", rows);
        }
        int highest = panels.values().stream().mapToInt(StackedRows::longest).max().orElse(1);
        List<ChartSheet.Part> parts = new ArrayList<>();
        panels.forEach((title, rows) -> parts.add(new ChartSheet.Part(title, new StackedRows(rows, highest))));
        parts.add(new ChartSheet.Part("", new Legend(
                intents.stream().map(intent -> new Legend.Entry(intent.label(), Looks.kind(intent.ordinal()))).toList())));
        return new ChartSection(
                "failures_by_stage", "Where the failures lie", "How far each failed run got, by intent.", new ChartSheet(1, parts));
    }

    private List<ChartSection> claims() {
        ClaimFigures figures = input.claims(About.RECOMMENDED);
        List<IntervalGrid.Row> outcomes = Arrays.stream(ClaimCheck.Outcome.values())
                .map(outcome -> row(figures, outcome.wireName(), outcome.label(), series -> Optional.of(series.of(outcome).wrong())))
                .toList();
        List<IntervalGrid.Row> kinds = figures.kinds(ClaimCheck.Outcome.ALL).stream()
                .map(kind -> row(
                        figures, kind.wireName(), kind.label(),
                        series -> Optional.ofNullable(series.of(ClaimCheck.Outcome.ALL).kinds().get(kind))))
                .toList();
        List<ChartSection> charts = new ArrayList<>();
        charts.add(new ChartSection(
                "claims_chart", "Runs that state something wrong of what they recommend",
                "Of the runs with at least one claim that was checked" + intervals(figures, part -> Stream.of(part.wrong()))
                        + ". Without such a run there is no share.",
                Share.grid(input.series(), outcomes)));
        if (!kinds.isEmpty()) {
            charts.add(new ChartSection(
                    "claims_by_kind_chart", "Wrong claims about what is recommended, by kind",
                    "Of the runs with at least one checked claim of that kind"
                            + intervals(figures, part -> part.kinds().values().stream()) + ".",
                    Share.grid(input.series(), kinds)));
        }
        return charts;
    }

    /// How the intervals of shares were made, in a sentence that goes on; empty text where every share is over nothing.
    private static String intervals(ClaimFigures figures, Function<ClaimFigures.Part, Stream<ClaimFigures.Counted>> shares) {
        String methods = figures.series().stream()
                .flatMap(series -> series.outcomes().values().stream())
                .flatMap(shares)
                .map(ClaimFigures.Counted::estimate)
                .filter(estimate -> estimate.of() > 0)
                .map(estimate -> estimate.method().label())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return methods.isEmpty() ? "" : "; " + methods + " intervals";
    }

    private IntervalGrid.Row row(
            ClaimFigures figures, String key, String label, Function<ClaimFigures.OfSeries, Optional<ClaimFigures.Counted>> counted) {
        return Share.row(
                key, label, input.series(), series -> counted.apply(figures.series().get(input.series().indexOf(series))).map(Share::of),
                List.of());
    }

    private Optional<ChartSection> constraints() {
        Map<String, List<ConstraintShare>> shares = new HashMap<>();
        input.series().forEach(series -> shares.put(series.label(), ConstraintShare.of(series.evaluation().overall(), input.bootstrap())));
        List<IntervalGrid.Row> rows = new ArrayList<>();
        for (ConstraintVerdict.Kind kind : ConstraintVerdict.Kind.values()) {
            IntervalGrid.Row row = Share.row(
                    kind.name(), kind.label(), input.series(),
                    series -> shares.getOrDefault(series.label(), List.of()).stream().filter(share -> share.kind() == kind).findFirst()
                            .map(FindingCharts::met),
                    List.of());
            if (row.cells().stream().anyMatch(Optional::isPresent)) {
                rows.add(row);
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartSection(
                        "constraints_met", "How many constraints are met, by kind",
                        "Of the constraints that the tasks state; bootstrap of tasks, 95 % intervals.", Share.grid(input.series(), rows)));
    }

    private static Share met(ConstraintShare share) {
        Estimate estimate = Estimate.of(share);
        return new Share(
                estimate.value(), estimate.spread(), share.met().hits() + " of " + share.met().of(), estimate.withoutSpread(),
                share.met().of() < Breakdown.FEW);
    }

    /// Of the models that did every task more than once.
    Optional<ChartSection> trials() {
        SequencedMap<String, Trials> repeated = new LinkedHashMap<>();
        input.series().forEach(series -> Trials.of(series.evaluation()).ifPresent(trials -> repeated.put(series.label(), trials)));
        repeated.values().removeIf(trials -> trials.fewest() < 2);
        int most = repeated.values().stream().mapToInt(Trials::fewest).max().orElse(0);
        List<ChartSheet.Part> panels = new ArrayList<>();
        repeated.forEach((model, trials) -> panels.add(new ChartSheet.Part(model, new CurvePlot(
                Scale.numbers("k", 1, most), Scale.shares("share of tasks", 1),
                List.of(
                        curve(model, "pass@k", 0, trials.fewest(), k -> trials.passAtK(k, input.bootstrap())),
                        curve(model, "pass^k", 1, trials.fewest(), k -> trials.passHatK(k, input.bootstrap()))),
                List.of()))));
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartSection(
                        "pass_at_k", "pass@k and pass^k",
                        "pass@k: at least one of k trials succeeds; pass^k: all of them. Bootstrap of tasks, 95 % intervals.",
                        new ChartSheet(2, panels)));
    }

    private static CurvePlot.Curve curve(String model, String name, int look, int most, IntFunction<TaskMean> figure) {
        List<CurvePlot.Vertex> vertices = new ArrayList<>();
        for (int k = 1; k <= most; k++) {
            Estimate mean = Estimate.of(figure.apply(k), 0, FigureScale.SHARE);
            vertices.add(new CurvePlot.Vertex(k, mean.value(), mean.spread(), new Datum(
                    name + "-" + k + "-" + model,
                    name.replace("k", "") + k + ": " + Shares.percent(mean.value()) + " % over " + mean.of()
                            + (mean.of() == 1 ? " task" : " tasks")
                            + (mean.withoutSpread().isEmpty() ? "" : ", " + mean.withoutSpread()))));
        }
        return new CurvePlot.Curve(name, look, vertices);
    }

    private Optional<ChartSection> doubts() {
        Set<String> doubtful = TaskDoubts.of(input.tasks()).queries(EnumSet.allOf(Doubt.Kind.class));
        return doubtful.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartSection(
                        "doubtful", "Success with and without doubtful tasks",
                        "A doubt is a question to a person; how many there are of each kind stands under Doubtful tasks, counted.",
                        Share.grid(input.series(), List.of(
                                Share.row(
                                        "all", "All tasks", input.series(),
                                        series -> Optional.of(success(series.evaluation().overall())), List.of()),
                                Share.row(
                                        "without", "Without any doubtful task", input.series(),
                                        series -> Optional.of(success(
                                                WithoutDoubts.of(series.evaluation(), input.tasks(), doubtful).without())),
                                        List.of())))));
    }

    private Share success(Summary summary) {
        return Share.of(Figures.ASR.estimate(summary, input.bootstrap()));
    }
}
