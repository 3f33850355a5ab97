package org.shoptrace.core.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.ShortName;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.trajectory.Run;

/// Whole files of runs in another format, run by run, so that a file of any size goes through. What the format has no place for is
/// counted. The runs are written as [FileExport] writes them, without what Shoptrace finds out about them.
///
/// @param to       the format
/// @param scratch  where packed files are unpacked meanwhile
/// @param rejected told of the lines that are no runs
public record Conversion(ExportFormat to, Path scratch, Consumer<Rejection> rejected) {
    private static final String FILE = ".*\\.(jsonl?|ndjson|html?)";

    /// A file that was converted.
    ///
    /// @param from    the file
    /// @param out     the file, or the folder, that it is now; empty where nothing was to be written
    /// @param runs    how many it holds
    /// @param leftOut what of them had no place
    public record Converted(Path from, Optional<Path> out, int runs, LeftOut leftOut) {}

    /// What became of all files.
    ///
    /// @param failed why the others of several could not be converted
    public record Outcome(List<Converted> converted, List<ShoptraceException> failed) {
        public Outcome {
            converted = List.copyOf(converted);
            failed = List.copyOf(failed);
        }
    }

    /// Where the runs of a file go.
    ///
    /// @param out a folder has a file for each run
    private record Target(Path out, Shape shape) {
        enum Shape {
            LINES,
            DOCUMENT,
            FOLDER
        }
    }

    /// Converts files, one after the other. One file goes to the file `out`, or into the folder; of several each goes to a file in the
    /// folder `out`, named as it was. Pages are a folder of files where there are several runs, and so are ATIF documents in a folder that
    /// is named for one file; in a file they stand on a line each.
    ///
    /// @param out empty: nothing is written, and what would be left out is counted
    /// @return of several files those too that cannot be read or written, which keep nobody from the others
    /// @throws ShoptraceException when the only file cannot be read or written, or `out` does not fit what there is to write
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public Outcome of(List<Path> files, Optional<Path> out, Progress progress) throws ShoptraceException {
        boolean several = files.size() > 1;
        if (several && out.isPresent() && Files.exists(out.get()) && !Files.isDirectory(out.get())) {
            throw new ShoptraceException("several files cannot be written to one", out.get().toString(), "Name a folder");
        }
        InputFiles inputs = InputFiles.of(files);
        FileNames names = FileNames.of(files);
        Set<String> taken = new HashSet<>();
        List<Converted> converted = new ArrayList<>();
        List<ShoptraceException> failed = new ArrayList<>();
        for (Path file : files) {
            String stem = free(stem(names.of(file)), taken);
            try (ChosenRuns runs = ChosenRuns.of(
                    new ChosenRuns.From(file, Optional.empty(), scratch), RunChoice.ALL, TaskBelonging.of(List.of()), rejected, progress)) {
                if (out.isEmpty()) {
                    converted.add(count(file, runs, progress));
                } else {
                    Target target = several ? among(out.get(), stem, runs.count(to)) : alone(out.get(), stem, runs.count(to));
                    converted.add(convert(file, runs, target, inputs, progress));
                }
            } catch (ShoptraceException e) {
                if (!several) {
                    throw e;
                }
                failed.add(e);
            }
        }
        return new Outcome(converted, failed);
    }

    private Target among(Path folder, String stem, int runs) {
        if (to.isOfLines()) {
            return new Target(folder.resolve(stem + "." + to.ending()), Target.Shape.LINES);
        }
        if (runs == 1) {
            return new Target(folder.resolve(stem + "." + to.ending()), Target.Shape.DOCUMENT);
        }
        return to == ExportFormat.ATIF
                ? new Target(folder.resolve(stem + ".jsonl"), Target.Shape.LINES)
                : new Target(folder.resolve(stem), Target.Shape.FOLDER);
    }

    private Target alone(Path out, String stem, int runs) throws ShoptraceException {
        String name = String.valueOf(out.getFileName());
        boolean device = Files.exists(out) && !Files.isDirectory(out) && !Files.isRegularFile(out);
        if (!device && (Files.isDirectory(out) || !name.matches(FILE))) {
            return to.isOfLines()
                    ? new Target(out.resolve(stem + "." + to.ending()), Target.Shape.LINES)
                    : new Target(out, Target.Shape.FOLDER);
        }
        boolean lines = to.isOfLines() || to == ExportFormat.ATIF && name.matches(".*\\.(jsonl|ndjson)");
        if (!lines && runs > 1) {
            throw new ShoptraceException("its " + runs + " runs are no single file of this format", out.toString(),
                    to == ExportFormat.ATIF ? "Name a folder, or a file NAME.jsonl for a document a line" : "Name a folder");
        }
        return new Target(out, lines ? Target.Shape.LINES : Target.Shape.DOCUMENT);
    }

    private Converted convert(Path file, ChosenRuns runs, Target target, InputFiles inputs, Progress progress) throws ShoptraceException {
        Making making = Making.by("convert")
                .files("--rollouts", Making.Role.ROLLOUTS, List.of(file))
                .option("--to", to.wireName())
                .out("--out", target.shape() == Target.Shape.FOLDER ? Path.of("runs") : target.out());
        Provenance origin = ExportOrigin.of(making, Settings.NONE, Optional.empty(), progress).provenance();
        LeftOut leftOut = new LeftOut();
        try (ExportWriter writer = writer(target, inputs)) {
            SeenWith seen = target.shape() == Target.Shape.LINES ? SeenWith.UNKNOWN : SeenWith.UNKNOWN.from(origin);
            runs.each(to, "Converting", run -> count(run, writer.add(RunExport.of(run, seen)), leftOut), progress);
            writer.commit(Optional.of(origin), leftOut);
        }
        return new Converted(file, Optional.of(target.out()), runs.count(), leftOut);
    }

    private Converted count(Path file, ChosenRuns runs, Progress progress) throws ShoptraceException {
        LeftOut leftOut = new LeftOut();
        runs.each("Looking at", run -> count(
                run, ExportFile.text(to, RunExport.of(run, SeenWith.UNKNOWN)).getBytes(StandardCharsets.UTF_8), leftOut), progress);
        return new Converted(file, Optional.empty(), runs.count(), leftOut);
    }

    private void count(Run run, byte[] written, LeftOut leftOut) {
        if (to == ExportFormat.HTML) {
            leftOut.onAPage(run);
        } else {
            leftOut.compare(run, written);
        }
    }

    private ExportWriter writer(Target target, InputFiles inputs) {
        return switch (target.shape()) {
            case LINES -> ExportWriter.toLines(to, target.out(), inputs);
            case DOCUMENT -> ExportWriter.toFile(to, target.out(), inputs);
            case FOLDER -> ExportWriter.toFolder(to, target.out(), inputs);
        };
    }

    /// The name without what says how the file was written; folders that tell files of one name apart go before it.
    private static String stem(String name) {
        String stem = name.replaceFirst("(\\.jsonl?|\\.ndjson|\\.txt|\\.eval|\\.parquet|\\.zip)?(\\.gz|\\.zst|\\.bz2)?$", "");
        return ShortName.of(stem.replace('/', '-'), ShortName.LONGEST - 24);
    }

    private static String free(String stem, Set<String> taken) {
        String free = stem;
        for (int i = 2; !taken.add(free); i++) {
            free = stem + "_" + i;
        }
        return free;
    }
}
