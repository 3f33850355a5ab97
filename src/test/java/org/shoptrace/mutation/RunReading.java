package org.shoptrace.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.export.ExportFile;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.core.export.RunExport;
import org.shoptrace.core.export.SeenWith;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutIndex;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.transcript.RunTexts;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// Runs: found in a folder, listed, read whole, walked, shown, diagnosed, and written in every form.
final class RunReading implements Reading {
    /// Every run is read; so many are written in all forms, which takes the longest.
    private static final int WRITTEN = 1;

    private final Diagnostician diagnostician;
    private final List<Task> tasks;

    RunReading(Diagnostician diagnostician, List<Task> tasks) {
        this.diagnostician = diagnostician;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public List<String> read(Path file, Path out, Consumer<String> said) throws Exception {
        WorkspaceFolder place = WorkspaceFolder.of(Objects.requireNonNull(file.getParent()), out.resolve("data"));
        Workspace found = new WorkspaceScanner(_ -> false).scan(place, Progress.NONE);
        found.problems().forEach(problem -> said.accept(problem.cause()));
        found.passedOver().forEach(problem -> said.accept(problem.cause()));
        List<Run> walked = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (RolloutFile rollouts = new RolloutFile(file, out.resolve("scratch"))) {
            RolloutIndex index = rollouts.index(_ -> {}, Progress.NONE);
            List<Rejection> rejections = new ArrayList<>(index.rejections());
            index.halfLine().ifPresent(rejections::add);
            rejections.forEach(rejection -> said.accept(rejection.cause()));
            assertEquals(rejections, RolloutFile.forEachRun(file, walked::add, Progress.NONE), "a walk rejects what a listing rejects");
            assertEquals(
                    index.entries().stream().map(entry -> entry.summary().id()).toList(), walked.stream().map(Run::id).toList(),
                    "a walk finds what a listing finds");
            assertEquals(Change.of(rollouts, index), List.of(), "a second look finds nothing new");
            for (RunEntry entry : index.entries()) {
                Run run = rollouts.read(entry);
                names.add(run.id().sha256());
                look(run);
                if (names.size() <= WRITTEN) {
                    write(run, file, out.resolve("exports"));
                }
            }
        } catch (ShoptraceException e) {
            said.accept(e.getMessage());
            assertTrue(walked.isEmpty(), "what was listed is read");
        }
        return names;
    }

    /// What another look at a file that nobody changed finds.
    private static final class Change {
        static List<RunEntry> of(RolloutFile file, RolloutIndex index) throws ShoptraceException {
            List<RunEntry> more = new ArrayList<>();
            RolloutFile.Refreshed again = file.refresh(index, more::addAll, Progress.NONE);
            return again.change() == RolloutFile.Change.NONE ? List.of() : more;
        }
    }

    private void look(Run run) throws ShoptraceException {
        for (Step step : run.steps()) {
            RunTexts.of(step, true);
        }
        Optional<Task> task = tasks.stream().filter(each -> run.query().equals(Optional.of(each.query()))).findFirst();
        Diagnosis diagnosis = diagnostician.diagnose(task, run);
        RunFactsOf.run(run, diagnosis);
    }

    private void write(Run run, Path file, Path folder) throws Exception {
        byte[] line = JsonWriter.compact(RunCodec.encode(run)).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                RunCodec.encode(run), RunCodec.encode(RunCodec.decode(line, 0, line.length, run.source(), run.model())),
                "what is written is what was read");
        for (ExportFormat format : ExportFormat.values()) {
            RunExport export = RunExport.of(run, SeenWith.UNKNOWN);
            Path out = folder.resolve("run." + format.ending());
            ExportFile.write(format, List.of(export), out, InputFiles.of(List.of(file)));
            assertTrue(Files.size(out) > 0);
            if (format != ExportFormat.HTML) {
                List<Run> again = new ArrayList<>();
                assertEquals(List.of(), RolloutFile.forEachRun(out, again::add, Progress.NONE), format + " can be read");
                // With it those of its sub-agents, whose runs stand inside it.
                assertFalse(again.isEmpty(), format + " holds the run");
            }
        }
    }
}
