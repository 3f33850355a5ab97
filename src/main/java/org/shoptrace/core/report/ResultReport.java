package org.shoptrace.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// A result that is there already as the report that the command line writes: the same figures, made by the same code. [RolloutReport] is
/// the one that scores first.
///
/// @param command     that makes the report again, and what was made
/// @param facts       of the runs that are diagnosed
/// @param rejudged    by the series' label, the runs under the other profile, where they were scored by it
/// @param calibration where it was asked for
/// @param judgements  of annotators, where they were asked for
/// @param leaks       between task files, where they were looked for
public record ResultReport(
        ReportCommandLine command,
        Map<RunId, RunFacts> facts,
        Map<String, ScorerVariant> rejudged,
        Optional<TitleCalibration> calibration,
        Judgements judgements,
        SplitLeaks leaks) {
    public ResultReport {
        facts = Map.copyOf(facts);
        rejudged = Map.copyOf(rejudged);
    }

    public EvaluationResult result() {
        return command.made().result();
    }

    /// Takes some seconds for large results; call it in a job.
    public Report make() {
        Map<String, List<ScorerVariant>> variants = rejudged.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        ReportInput.Findings findings = new ReportInput.Findings(facts, variants, judgements, calibration, List.of(), leaks, List.of());
        return EvaluationReport.of(new ReportInput(
                result().wholes(), asked(), Bootstrap.DEFAULT, result().face().fingerprint(), command.text(),
                findings));
    }

    /// The tasks that some series was asked, in the order of the task files, as the command line has them.
    private List<Task> asked() {
        SequencedMap<String, Task> asked = new LinkedHashMap<>();
        result().series().forEach(series -> series.tasks().forEach(task -> asked.put(task.query(), task)));
        SequencedMap<String, Task> ordered = new LinkedHashMap<>();
        command.made().material().tasks().stream()
                .map(Task::query)
                .forEach(query -> Optional.ofNullable(asked.get(query)).ifPresent(task -> ordered.put(query, task)));
        asked.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }
}
