package org.shoptrace.core.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.diagnose.BatchDiagnosis;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
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

    /// Writes runs in a format, one after the other.
    ///
    /// @param made      what they are written from
    /// @param out       a file, or a folder: see [ExportFile]
    /// @param hideTruth leaves targets, scores and classes out of a page
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written, or the catalogue or the similarity fails
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public List<Path> write(
            ChosenRuns runs, ExportFormat format, ExportMaking made, Path out, boolean hideTruth, Progress progress)
            throws ShoptraceException {
        Making making = made.making(
                format, runs.count(format),
                sandbox.map(_ -> new ExportMaking.Findings(scorer.profile(), scorer.similarity(), stepLimit)), hideTruth);
        boolean one = format.isOfLines() || runs.count(format) == 1 && !Files.isDirectory(out);
        InputFiles inputs = making.inputs();
        try (ExportWriter writer = one ? ExportWriter.toFile(format, out, inputs) : ExportWriter.toFolder(format, out, inputs)) {
            UnaryOperator<RunExport> whole = export -> export.with(said.of(export.run().id()))
                    .succeedingFrom(made.threshold()).hidingTruth(hideTruth);
            if (sandbox.isEmpty()) {
                Provenance origin = origin(making, Settings.NONE, progress);
                SeenWith seen = SeenWith.UNKNOWN.from(origin);
                runs.each(format, "Writing", run -> writer.add(whole.apply(RunExport.of(run, seen))), progress);
                return writer.commit(Optional.of(origin), new LeftOut());
            }
            return scorer.use(sandbox.get()::product, tasks, profile -> {
                Provenance origin = origin(
                        making,
                        Settings.NONE
                                .scoredBy(scorer.profile().wireName(), SetupMaking.told(scorer.similarity(), profile.similarity()), false)
                                .limitedTo(OptionalInt.of(stepLimit)),
                        progress);
                SeenWith seen = new SeenWith(
                        Optional.of(sandbox.get().fingerprint().sha256()), Optional.of(profile.similarity().name())).from(origin);
                Portion portion = new Portion(exports -> {
                    List<RunExport> known = format == ExportFormat.HTML ? diagnosed(exports, profile) : exports;
                    for (RunExport export : known) {
                        writer.add(whole.apply(export));
                    }
                });
                runs.each(format, "Writing", run -> portion.add(RunExport.of(run, seen)), progress);
                portion.end();
                return writer.commit(Optional.of(origin), new LeftOut());
            });
        }
    }

    private Provenance origin(Making making, Settings settings, Progress progress) throws ShoptraceException {
        return ExportOrigin.of(making, settings, sandbox.map(one -> ProvenanceOf.catalogue(one.info())), progress).provenance();
    }

    /// Some runs at a time: several are diagnosed side by side, and never are all in memory.
    private static final class Portion {
        private static final int SIZE = 64;

        private final Writing writing;
        private final List<RunExport> waiting = new ArrayList<>();

        @FunctionalInterface
        private interface Writing {
            void of(List<RunExport> exports) throws ShoptraceException;
        }

        Portion(Writing writing) {
            this.writing = writing;
        }

        void add(RunExport export) throws ShoptraceException {
            waiting.add(export);
            if (waiting.size() == SIZE) {
                end();
            }
        }

        void end() throws ShoptraceException {
            writing.of(List.copyOf(waiting));
            waiting.clear();
        }
    }

    private List<RunExport> diagnosed(List<RunExport> exports, Profile profile) throws ShoptraceException {
        return new BatchDiagnosis(
                new Diagnostician(sandbox.orElseThrow(), profile, stepLimit), Runtime.getRuntime().availableProcessors()).of(
                        queue -> exports.forEach(export -> queue.accept(
                                new BatchDiagnosis.Waiting<>(export, export::run, belonging.task(export.run()), 0))),
                        (RunExport export, Run _, Diagnosis diagnosis) -> export.with(diagnosis),
                        _ -> {},
                        Progress.NONE);
    }
}
