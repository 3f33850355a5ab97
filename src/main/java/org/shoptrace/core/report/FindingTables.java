package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.Summary;
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
                        (stage, runs) -> rows.add(failure(series, level, failures, "stage", stage.label(), runs.size())));
                failures.faults().forEach(
                        (fault, runs) -> rows.add(failure(series, level, failures, "fault", fault.label(), runs.size())));
                failures.seconds().forEach(
                        (fault, runs) -> rows.add(failure(series, level, failures, "second fault", fault.label(), runs.size())));
            });
        }
        return Headings.table(
                "failures",
                "Where runs fail, and how",
                "Each failed run has one stage, how far it got with the request that got least far, and one fault of what it "
                        + "recommended; some have a second fault besides. The share is of the diagnosed failures. Runs that the"
                        + " harness lost are no failures; they stand under What was counted.",
                List.of(
                        "model", "intent", "runs", "failed", "not diagnosed", "by", "group", "failures", "of diagnosed", "share", "low",
                        "high"),
                rows);
    }

    private static List<Json> failure(Series series, String level, Failures failures, String by, String group, int count) {
        Rate rate = new Rate(count, failures.diagnosed());
        return new Cells()
                .text(series.label())
                .text(level)
                .count(failures.of())
                .count(failures.failed())
                .count(failures.undiagnosed().size())
                .text(by)
                .text(group)
                .rate(rate)
                .row();
    }
}
