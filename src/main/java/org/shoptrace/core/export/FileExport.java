package org.shoptrace.core.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.diagnose.BatchDiagnosis;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Writes runs for others, each with what is known of it: with a catalogue what it was looked at with, on a page the findings too.
///
/// @param tasks     all there are
/// @param belonging which of them each run belongs to
/// @param sandbox   the catalogue that the runs were made over; empty: nothing is diagnosed
/// @param stepLimit how many steps the agents had, at least 1
/// @param said      what people said of the runs
public record FileExport(
        List<Task> tasks, TaskBelonging belonging, Optional<Sandbox> sandbox, int stepLimit, ChosenScorer scorer, Annotations said) {
    public FileExport {
        tasks = List.copyOf(tasks);
    }

    /// Writes runs in a format.
    ///
    /// @param runs      settled
    /// @param out       a file, or a folder: see [ExportFile]
    /// @param hideTruth leaves targets, scores and classes out of a page
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written, or the catalogue or the similarity fails
    public List<Path> write(List<Run> runs, ExportFormat format, Path out, boolean hideTruth) throws ShoptraceException {
        List<RunExport> exports = known(runs, format).stream()
                .map(export -> export.with(said.of(export.run().id())).hidingTruth(hideTruth)).toList();
        return ExportFile.write(format, exports, out);
    }

    private List<RunExport> known(List<Run> runs, ExportFormat format) throws ShoptraceException {
        if (sandbox.isEmpty()) {
            return runs.stream().map(run -> RunExport.of(run, SeenWith.UNKNOWN)).toList();
        }
        return scorer.use(sandbox.get()::product, tasks, profile -> {
            SeenWith provenance = new SeenWith(
                    Optional.of(sandbox.get().fingerprint().sha256()), Optional.of(profile.similarity().name()));
            return format == ExportFormat.HTML
                    ? diagnosed(runs, sandbox.get(), profile, provenance)
                    : runs.stream().map(run -> RunExport.of(run, provenance)).toList();
        });
    }

    private List<RunExport> diagnosed(List<Run> runs, Sandbox over, Profile profile, SeenWith provenance) throws ShoptraceException {
        return new BatchDiagnosis(new Diagnostician(over, profile, stepLimit), Runtime.getRuntime().availableProcessors()).of(
                queue -> runs.forEach(run -> queue.accept(new BatchDiagnosis.Waiting<>(run, () -> run, belonging.task(run), 0))),
                (Run run, Run _, Diagnosis diagnosis) -> RunExport.of(run, provenance).with(diagnosis),
                _ -> {},
                Progress.NONE);
    }
}
