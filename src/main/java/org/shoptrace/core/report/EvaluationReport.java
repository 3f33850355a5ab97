package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.score.TaskScore;

/// Makes the report of one or more evaluations.
public final class EvaluationReport {
    /// Success and relevance come first.
    private static final int AFTER_THE_FIGURES = 2;

    private final ReportInput input;
    private final Evaluation.Conditions conditions;

    private EvaluationReport(ReportInput input) {
        this.input = input;
        this.conditions = input.series().getFirst().evaluation().conditions();
    }

    /// Takes some seconds for large evaluations: every mean is bootstrapped.
    public static Report of(ReportInput input) {
        return input.isOwn() ? OwnReport.of(input) : new EvaluationReport(input).report();
    }

    private Report report() {
        List<Table> tables = new ArrayList<>(new FigureTables(input).tables());
        Table published = tables.removeLast();
        List<ChartSection> charts = new ArrayList<>(new ReportCharts(input).charts());
        if (!input.findings().facts().isEmpty()) {
            LossByLevel loss = LossByLevel.of(
                    input.series().stream().map(Series::evaluation).toList(), input.findings().facts(), input.bootstrap(), () -> {});
            tables.addAll(new LossTables(input, loss).tables());
            charts.addAll(AFTER_THE_FIGURES, losses(loss));
        }
        tables.addAll(new FindingTables(input).tables());
        tables.addAll(new PairTables(input).tables());
        tables.addAll(new ScorerTables(input).tables());
        tables.add(published);
        tables.add(Headings.words());
        return new Report(
                "Shoptrace evaluation report", face(), notices(), MethodsParagraph.of(input), charts, tables,
                input.origin().provenance());
    }

    private List<ChartSection> losses(LossByLevel loss) {
        LossCharts charts = new LossCharts(input.series().stream().map(Series::label).toList(), loss, LossCharts.Marks.PRINTED);
        List<ChartSection> sections = new ArrayList<>();
        sections.add(section("funnel_chart", "How far the runs got", charts.funnelNote(), charts.funnelInWords(), charts.funnel()));
        if (loss.failed() > 0) {
            sections.add(section(
                    "headroom_chart", "What each reason of failure costs", charts.headroomNote(), charts.headroomInWords(),
                    charts.headroom()));
        }
        return sections;
    }

    private static ChartSection section(String name, String title, String note, List<String> sentences, Chart chart) {
        return new ChartSection(name, title, note + " " + String.join(" ", sentences), chart);
    }

    private SequencedMap<String, String> face() {
        FrontPage page = new FrontPage(input)
                .models(EvaluationReport::counted)
                .line("Profile", conditions.profile())
                .line("Title similarity", conditions.similarity())
                .line("Comparable with published figures", conditions.comparable() ? "yes" : "no");
        conditions.calibrations().forEach(c -> page.line("Threshold for " + c.published(), c.told()));
        input.origin().provenance().catalogue().ifPresent(
                catalogue -> page.line("Catalogue fingerprint", catalogue.fingerprint()));
        return page.making().lines();
    }

    /// Every denominator, and everything that is in none.
    private static String counted(Evaluation evaluation) {
        Summary overall = evaluation.overall();
        Evaluation.Leftovers left = evaluation.leftovers();
        return String.format(
                Locale.ROOT, "%d tasks asked, %d with a scored run, %d missing; ", overall.taskCount(), overall.scoredTasks(),
                overall.missing())
                + String.format(
                        Locale.ROOT, "%d runs scored, %d lost by the harness, %d of no task, ", evaluation.trials().size(),
                        left.lost().size(), left.unknown().size())
                + String.format(
                        Locale.ROOT, "%d rejected lines, %d that stop the reference", left.rejected().size(),
                        overall.where(TaskScore::crashesReference).size())
                + evaluation.toldAgain().map(told -> ", " + told).orElse("");
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        input.origin().provenance().catalogue().flatMap(Provenance.Catalogue::warning).ifPresent(notices::add);
        input.origin().provenance().settings().diagnosed().ifPresent(part -> notices.add(
                "This report was written while " + part.told() + ". Stages, faults, claims and what rests on them are of these runs alone."
                        + " Write it again when the diagnosis is done."));
        if (!conditions.comparable()) {
            notices.add("Titles were compared by " + conditions.similarity()
                    + ", not by the benchmark's model: these figures are not comparable with published ones.");
        }
        notices.addAll(SeriesRemarks.of(input.series()));
        for (Series series : input.series()) {
            Summary overall = series.evaluation().overall();
            if (overall.missing() > 0) {
                notices.add(series.label() + ": " + overall.missing() + " of " + overall.taskCount()
                        + " tasks have no scored run. Rates are over the "
                        + overall.asr().of() + (overall.overTasks() ? " tasks asked." : " tasks scored."));
            }
        }
        for (Series series : input.series()) {
            int stopped = Failures.of(series.evaluation().overall(), input.findings().facts())
                    .stages()
                    .getOrDefault(Stage.HARNESS, List.of())
                    .size();
            Failures.of(series.evaluation().overall(), input.findings().facts()).onNotCompared()
                    .ifPresent(words -> notices.add(series.label() + ": " + words));
            if (stopped > 0) {
                notices.add(series.label() + ": " + stopped
                        + " scored runs failed by the harness, not by the agent. They count as failures, as "
                        + "for the benchmark; What was counted has the rate without them.");
            }
        }
        long unconstrained = TaskDoubts.of(input.tasks()).queries(EnumSet.of(Doubt.Kind.NO_CONSTRAINT)).size();
        if (unconstrained > 0) {
            notices.add(unconstrained
                    + " tasks have a target without any constraint, at which the released evaluator divides by zero; here any "
                    + "other product than the target scores 0.");
        }
        if (!input.findings().notScored().isEmpty()) {
            notices.add(input.findings().notScored().size() + " tasks were given that the profile " + conditions.profile()
                    + " does not score. They are in no figure, and their runs count as of no task.");
        }
        notices.addAll(input.findings().notices());
        return notices;
    }
}
