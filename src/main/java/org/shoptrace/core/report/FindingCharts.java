package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.IntervalChart;
import org.shoptrace.core.chart.IntervalChart.Bar;
import org.shoptrace.core.chart.IntervalChart.Panel;
import org.shoptrace.core.chart.PointChart;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.chart.StackedChart;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.WithoutDoubts;
import org.shoptrace.core.evaluate.result.Series;
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

    List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        if (!input.findings().facts().isEmpty()) {
            charts.add(failures());
            charts.add(claims());
        }
        constraints().ifPresent(charts::add);
        trials().ifPresent(charts::add);
        doubts().ifPresent(charts::add);
        return charts;
    }

    /// A row a stage, a segment an intent.
    private StackedChart failures() {
        List<StackedChart.Panel> panels = new ArrayList<>();
        for (Series series : input.series()) {
            Map<Stage, int[]> counts = new EnumMap<>(Stage.class);
            int failed = 0;
            int diagnosed = 0;
            for (int i = 0; i < intents.size(); i++) {
                Summary summary = series.evaluation().byIntent().get(intents.get(i));
                if (summary != null) {
                    int segment = i;
                    Failures failures = Failures.of(summary, input.findings().facts());
                    failed += failures.failed();
                    diagnosed += failures.diagnosed();
                    failures.stages().forEach(
                            (stage, runs) -> counts.computeIfAbsent(stage, _ -> new int[intents.size()])[segment] = runs.size());
                }
            }
            List<StackedChart.Row> rows = new ArrayList<>();
            counts.forEach((stage, row) -> rows.add(new StackedChart.Row(stage.label(), Arrays.stream(row).boxed().toList())));
            panels.add(new StackedChart.Panel(
                    series.label() + ": " + failed + " failed runs, " + diagnosed + " of them diagnosed", rows));
        }
        return new StackedChart(
                "failures_by_stage", "Where the failures lie", "How far each failed run got, by intent.",
                intents.stream().map(Intent::label).toList(), panels);
    }

    private IntervalChart claims() {
        List<Panel> panels = new ArrayList<>();
        for (boolean success : new boolean[] {true, false}) {
            panels.add(new Panel(
                    success ? "Successes" : "Failures",
                    bars(summary -> ReportCharts.bar(ClaimCheck.of(summary, input.findings().facts()).stream()
                            .filter(check -> check.success() == success)
                            .findFirst()
                            .orElseThrow()
                            .rate())),
                    List.of()));
        }
        return new IntervalChart(
                "claims_chart", "Runs with an unsupported claim about what they recommend",
                "Wilson 95 % intervals, over the runs whose claims were checked.", panels);
    }

    private Optional<Chart> constraints() {
        List<Panel> panels = new ArrayList<>();
        for (ConstraintVerdict.Kind kind : ConstraintVerdict.Kind.values()) {
            List<Bar> bars = new ArrayList<>();
            for (Series series : input.series()) {
                ConstraintShare.of(series.evaluation().overall(), input.bootstrap()).stream()
                        .filter(share -> share.kind() == kind)
                        .map(share -> new Bar(
                                series.label(), Optional.of(share.met().value()), share.interval(),
                                share.met().hits() + " of " + share.met().of()))
                        .forEach(bars::add);
            }
            if (!bars.isEmpty()) {
                panels.add(new Panel(kind.label(), bars, List.of()));
            }
        }
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new IntervalChart(
                        "constraints_met", "How many constraints are met, by kind",
                        "Of the constraints that the tasks state; bootstrap of runs, 95 % intervals.", panels));
    }

    /// Of the models that did every task more than once.
    private Optional<Chart> trials() {
        List<PointChart.Panel> panels = new ArrayList<>();
        int most = 0;
        for (Map.Entry<String, Trials> model : Trials.repeated(input.series().stream().map(Series::evaluation).toList()).entrySet()) {
            Trials trials = model.getValue();
            if (trials.fewest() > 1) {
                most = Math.max(most, trials.fewest());
                panels.add(new PointChart.Panel(model.getKey(), List.of(
                        curve(0, "pass@", trials.fewest(), k -> trials.passAtK(k, input.bootstrap())),
                        curve(1, "pass^", trials.fewest(), k -> trials.passHatK(k, input.bootstrap())))));
            }
        }
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new PointChart(
                        "pass_at_k", "pass@k and pass^k",
                        "pass@k: at least one of k trials succeeds; pass^k: all of them. Bootstrap of tasks, 95 % intervals.", "k", "share",
                        0,
                        Math.ceil(most / 4.0) * 4, List.of("pass@k", "pass^k"), panels));
    }

    private static PointChart.Line curve(int series, String name, int most, IntFunction<TaskMean> figure) {
        List<PointChart.Point> points = new ArrayList<>();
        for (int k = 1; k <= most; k++) {
            TaskMean mean = figure.apply(k);
            points.add(new PointChart.Point(
                    k, mean.value(), mean.interval(),
                    name + k + ": " + Shares.percent(mean.value()) + " % over " + mean.tasks() + " tasks"));
        }
        return new PointChart.Line(series, PointChart.Look.CURVE, points);
    }

    private Optional<Chart> doubts() {
        Set<String> doubtful = TaskDoubts.of(input.tasks()).queries(EnumSet.allOf(Doubt.Kind.class));
        return doubtful.isEmpty()
                ? Optional.empty()
                : Optional.of(new IntervalChart(
                        "doubtful", "Success with and without doubtful tasks",
                        "A doubt is a question to a person; how many there are of each kind stands under Doubtful tasks, counted.",
                        List.of(
                                new Panel("All tasks", bars(summary -> ReportCharts.bar(summary.asr())), List.of()),
                                new Panel("Without any doubtful task", without(doubtful), List.of()))));
    }

    private List<Bar> without(Set<String> doubtful) {
        List<Bar> bars = new ArrayList<>();
        for (Series series : input.series()) {
            Summary rest = WithoutDoubts.of(series.evaluation(), input.tasks(), doubtful).without();
            bars.add(ReportCharts.labelled(series, ReportCharts.bar(rest.asr())));
        }
        return bars;
    }

    private List<Bar> bars(Function<Summary, Bar> figure) {
        List<Bar> bars = new ArrayList<>();
        input.series().forEach(series -> bars.add(ReportCharts.labelled(series, figure.apply(series.evaluation().overall()))));
        return bars;
    }
}
