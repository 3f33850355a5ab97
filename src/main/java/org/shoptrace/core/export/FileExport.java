package org.shoptrace.core.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.diagnose.BatchDiagnosis;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceOf;
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
    /// @param made      what they are written from
    /// @param out       a file, or a folder: see [ExportFile]
    /// @param hideTruth leaves targets, scores and classes out of a page
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written, or the catalogue or the similarity fails
    public List<Path> write(List<Run> runs, ExportFormat format, ExportMaking made, Path out, boolean hideTruth)
            throws ShoptraceException {
        Known known = known(runs, format);
        Making making = made.making(
                format, runs.size(),
                sandbox.map(_ -> new ExportMaking.Findings(scorer.profile(), scorer.similarity(), stepLimit)), hideTruth);
        Settings settings = known.titles()
                .map(titles -> Settings.NONE.scoredBy(scorer.profile().wireName(), titles, false).limitedTo(OptionalInt.of(stepLimit)))
                .orElse(Settings.NONE);
        Provenance origin = ExportOrigin.of(making, settings, sandbox.map(one -> ProvenanceOf.catalogue(one.info())), Progress.NONE)
                .provenance();
        List<RunExport> exports = known.runs().stream()
                .map(export -> export.with(said.of(export.run().id())).hidingTruth(hideTruth).seenWith(export.seen().from(origin)))
                .toList();
        return ExportFile.write(format, exports, out, making.inputs());
    }

    /// Runs, and what compared titles where something did.
    private record Known(List<RunExport> runs, Optional<Similarity> titles) {}

    private Known known(List<Run> runs, ExportFormat format) throws ShoptraceException {
        if (sandbox.isEmpty()) {
            return new Known(runs.stream().map(run -> RunExport.of(run, SeenWith.UNKNOWN)).toList(), Optional.empty());
        }
        return scorer.use(sandbox.get()::product, tasks, profile -> {
            SeenWith seen = new SeenWith(
                    Optional.of(sandbox.get().fingerprint().sha256()), Optional.of(profile.similarity().name()));
            return new Known(
                    format == ExportFormat.HTML
                            ? diagnosed(runs, sandbox.get(), profile, seen)
                            : runs.stream().map(run -> RunExport.of(run, seen)).toList(),
                    Optional.of(SetupMaking.told(scorer.similarity(), profile.similarity())));
        });
    }

    private List<RunExport> diagnosed(List<Run> runs, Sandbox over, Profile profile, SeenWith seen) throws ShoptraceException {
        return new BatchDiagnosis(new Diagnostician(over, profile, stepLimit), Runtime.getRuntime().availableProcessors()).of(
                queue -> runs.forEach(run -> queue.accept(new BatchDiagnosis.Waiting<>(run, () -> run, belonging.task(run), 0))),
                (Run run, Run _, Diagnosis diagnosis) -> RunExport.of(run, seen).with(diagnosis),
                _ -> {},
                Progress.NONE);
    }
}
