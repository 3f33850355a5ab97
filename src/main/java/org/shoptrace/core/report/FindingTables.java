package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;

/// The tables of what runs miss and where they fail, and of what they claim ([ClaimTables]).
final class FindingTables {
    private final ReportInput input;

    FindingTables(ReportInput input) {
        this.input = input;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(constraints());
        if (!input.findings().facts().isEmpty()) {
            tables.add(failures());
            tables.addAll(new ClaimTables(input).tables());
        }
        return tables;
    }

    private Table constraints() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                for (ConstraintShare share : ConstraintShare.of(summary, input.bootstrap())) {
                    Estimate met = Estimate.of(share);
                    Summary stating = new Summary(summary.tasks(), false, share.runs());
                    rows.add(new Cells()
                            .text(series.label())
                            .text(level)
                            .text(share.kind().label())
                            .count(share.met().hits())
                            .count(share.met().of())
                            .number(met.value())
                            .interval(met.interval())
                            .count(share.runs().size())
                            .count(share.missing().size())
                            .success(stating, input.bootstrap())
                            .text(met.withoutSpread())
                            .row());
                }
            });
        }
        return Headings.table(
                "constraints",
                "Constraints met, by kind",
                "Over the constraints of the tasks that have a scored run; what no known product answers is not met. The interval"
                        + " resamples tasks, for the constraints of one task, and its trials, are not independent. ASR is that of the tasks"
                        + " that state such a constraint.",
                Stream.of(
                        Stream.of("model", "intent", "kind", "met", "stated", "share", "low", "high", "runs", "runs that miss one"),
                        Cells.RATE.stream(), Stream.of(Headings.INTERVAL_NOTE))
                        .flatMap(part -> part)
                        .toList(),
                rows);
    }

    private Table failures() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                Failures failures = Failures.of(summary, input.findings().facts());
                failures.stages().forEach(
                        (stage, runs) -> rows.add(failure(series.label(), level, failures, "stage", stage.label(), runs)));
                failures.faults().forEach(
                        (fault, runs) -> rows.add(failure(series.label(), level, failures, "fault", fault.label(), runs)));
                failures.seconds().forEach(
                        (fault, runs) -> rows.add(failure(series.label(), level, failures, "second fault", fault.label(), runs)));
            });
        }
        return Headings.table(
                "failures",
                "Where runs fail, and how",
                "Each failed run has one stage, how far it got with the request that got least far, and one fault of what it "
                        + "recommended; some have a second fault besides. The share is of the diagnosed failures; its interval is Wilson's,"
                        + " and where tasks have several trials that of the bootstrap of tasks. Runs that the"
                        + " harness lost are no failures; they stand under What was counted.",
                List.of(
                        "model", "intent", "runs", "failed", "not diagnosed", "by", "group", "failures", "of diagnosed", "share", "low",
                        "high"),
                rows);
    }

    private List<Json> failure(String series, String level, Failures failures, String by, String group, List<ScoredRun> runs) {
        Cells cells = new Cells()
                .text(series)
                .text(level)
                .count(failures.of())
                .count(failures.failed())
                .count(failures.undiagnosed().size())
                .text(by)
                .text(group);
        Rate rate = new Rate(runs.size(), failures.diagnosed());
        List<ScoredRun> diagnosed = failures.stages().values().stream().flatMap(List::stream).toList();
        List<TaskTrials> tasks = TaskTrials.of(diagnosed).stream().sorted(Comparator.comparing(TaskTrials::query)).toList();
        if (tasks.size() == diagnosed.size()) {
            return cells.rate(rate).row();
        }
        Set<ScoredRun> those = Set.copyOf(runs);
        int[] hits = tasks.stream().mapToInt(task -> task.count(those::contains)).toArray();
        int[] of = tasks.stream().mapToInt(task -> task.runs().size()).toArray();
        return cells.count(rate.hits())
                .count(rate.of())
                .number(rate.value())
                .interval(input.bootstrap().interval(
                        tasks.size(), drawn -> (double) Arrays.stream(drawn).map(task -> hits[task]).sum()
                                / Arrays.stream(drawn).map(task -> of[task]).sum()))
                .row();
    }
}
