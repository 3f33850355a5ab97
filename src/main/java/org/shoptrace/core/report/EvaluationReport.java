package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.report.IntervalChart.Bar;
import org.shoptrace.core.report.IntervalChart.Mark;
import org.shoptrace.core.report.IntervalChart.Panel;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// Makes the report of evaluations of the same tasks.
public final class EvaluationReport {
    private final ReportInput input;
    private final Evaluation.Conditions conditions;
    private final PublishedResults published;

    private EvaluationReport(ReportInput input) {
        this.input = input;
        this.conditions = input.series().getFirst().evaluation().conditions();
        this.published = PublishedResults.shipped();
    }

    /// Takes some seconds for large evaluations: every mean is bootstrapped.
    public static Report of(ReportInput input) {
        return new EvaluationReport(input).report();
    }

    private Report report() {
        List<ReportTable> tables = new ArrayList<>(new FigureTables(input).tables());
        tables.addAll(tables.size() - 1, new PairTables(input).tables());
        return new Report("Shoptrace evaluation report", face(), notices(), List.of(successChart(), relevanceChart()), tables);
    }

    private SequencedMap<String, String> face() {
        SequencedMap<String, String> face = new LinkedHashMap<>();
        for (Series series : input.series()) {
            face.put(
                    "Model " + series.label(),
                    series.files().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        face.put("Profile", conditions.profile());
        face.put("Title similarity", conditions.similarity());
        face.put("Comparable with published figures", conditions.comparable() ? "yes" : "no");
        conditions.calibrations().forEach(c -> face.put(
                "Threshold for " + c.published(),
                String.format(
                        Locale.ROOT, "%s; agrees on %.3f of %d pairs, where always no agrees on %.3f", c.threshold(), c.agreement(), c.pairs(),
                        c.alwaysNo())));
        face.put("Catalogue fingerprint", input.fingerprint());
        face.put("Bootstrap", input.bootstrap().resamples() + " resamples of tasks, seed " + input.bootstrap().seed());
        face.put("Command", input.command());
        return face;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!conditions.comparable()) {
            notices.add("Titles were compared by " + conditions.similarity()
                    + ", not by the benchmark's model: these figures are not comparable with published ones.");
        }
        for (Series series : input.series()) {
            Summary overall = series.evaluation().overall();
            if (overall.missing() > 0) {
                notices.add(series.label() + ": " + overall.missing() + " of " + overall.taskCount() + " tasks have no scored run. Rates are over the "
                        + overall.asr().of() + (overall.overTasks() ? " tasks asked." : " tasks scored."));
            }
        }
        return notices;
    }

    private IntervalChart successChart() {
        return chart(
                "asr",
                "Average success rate (ASR), 95 % intervals",
                summary -> {
                    Rate rate = summary.asr();
                    boolean known = rate.of() > 0;
                    return new Bar(
                            "",
                            known ? Optional.of(rate.value()) : Optional.empty(),
                            known ? Optional.of(new ConfidenceInterval(rate.low(), rate.high())) : Optional.empty(),
                            rate.hits() + " of " + rate.of());
                },
                row -> row.asr().value());
    }

    private IntervalChart relevanceChart() {
        return chart(
                "car",
                "Cumulative average relevance (CAR), 95 % bootstrap intervals",
                summary -> {
                    TaskMean mean = TaskMean.of(summary.taskValues(Column.RULE), input.bootstrap());
                    return new Bar(
                            "", mean.tasks() > 0 ? Optional.of(mean.value()) : Optional.empty(), mean.interval(), "over " + mean.tasks());
                },
                row -> row.carPercent() / 100);
    }

    private IntervalChart chart(
            String name, String title, Function<Summary, Bar> bar, Function<PublishedResults.Row, Double> figure) {
        List<Panel> panels = new ArrayList<>();
        Evaluation first = input.series().getFirst().evaluation();
        for (Intent intent : first.byIntent().keySet()) {
            List<Mark> marks = conditions.profile().equals(ShoppingBenchProfile.NAME)
                    ? published.of(intent).stream().map(row -> new Mark(row.model(), figure.apply(row))).toList()
                    : List.of();
            panels.add(panel(intent.label() + " (" + intent.wireName() + ")", e -> Optional.ofNullable(e.byIntent().get(intent)), bar, marks));
        }
        if (panels.size() != 1) {
            panels.add(panel("All intents, weighted by tasks", e -> Optional.of(e.overall()), bar, List.of()));
        }
        return new IntervalChart(name, title, panels);
    }

    private Panel panel(
            String title, Function<Evaluation, Optional<Summary>> level, Function<Summary, Bar> figure, List<Mark> marks) {
        List<Bar> bars = new ArrayList<>();
        for (Series series : input.series()) {
            level.apply(series.evaluation()).map(figure).ifPresent(bar -> bars.add(new Bar(series.label(), bar.value(), bar.interval(), bar.of())));
        }
        return new Panel(title, bars, marks);
    }
}
