package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.report.EvaluationReport;
import org.shoptrace.core.report.Report;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.ReportInput;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// A result as the report that the command line writes: the same figures, made by the same code.
record ResultReport(Report report) {

    /// What a report is asked of.
    ///
    /// @param command     that makes the report again, and what was made
    /// @param facts       of the runs that are diagnosed
    /// @param rejudged    by the series' label, the runs under the other profile, where they were scored by it
    /// @param calibration where it was asked for
    /// @param judgements  of annotators, where they were asked for
    /// @param leaks       between task files, where they were looked for
    record Order(
            ReportCommandLine command,
            Map<RunId, RunFacts> facts,
            Map<String, ScorerVariant> rejudged,
            Optional<TitleCalibration> calibration,
            Judgements judgements,
            SplitLeaks leaks) {
        EvaluationResult result() {
            return command.made().result();
        }

        /// Takes some seconds for large results; call it in a job.
        ResultReport make() {
            SequencedMap<String, Task> tasks = new LinkedHashMap<>();
            result().series().forEach(series -> series.tasks().forEach(task -> tasks.put(task.query(), task)));
            List<Series> series = result().series().stream().map(one -> new Series(one.label(), one.files(), one.evaluation())).toList();
            Map<String, List<ScorerVariant>> variants = rejudged.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
            ReportInput.Findings findings = new ReportInput.Findings(facts, variants, judgements, calibration, List.of(), leaks, List.of());
            return new ResultReport(EvaluationReport.of(new ReportInput(
                    series, List.copyOf(tasks.values()), Bootstrap.DEFAULT, result().face().fingerprint(), command.text(), findings)));
        }
    }

    /// All files.
    List<Path> write(Path folder) throws ShoptraceException {
        return ReportFolder.write(folder, report);
    }

    /// One table.
    List<Path> writeTable(String name, Path folder) throws ShoptraceException {
        Report only = new Report(
                report.title(), report.face(), report.notices(), List.of(),
                report.tables().stream().filter(table -> table.name().equals(name)).toList());
        return ReportFolder.write(folder, only).stream().filter(file -> !file.endsWith("report.html")).toList();
    }
}
