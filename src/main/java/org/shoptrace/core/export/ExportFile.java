package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.model.json.Json;

/// Writes runs to where somebody wants them.
public final class ExportFile {
    private ExportFile() {}

    /// Writes `runs`: those of a format of lines to one file, a line each; of the others one run to the file `out`, several to files of
    /// their own in the folder `out`. A file that is there is replaced, unless a run was read from it.
    ///
    /// What cannot carry where it comes from has it beside it.
    ///
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written, or would take the place of a file that a run was read from
    public static List<Path> write(ExportFormat format, List<RunExport> runs, Path out) throws ShoptraceException {
        boolean lines = format == ExportFormat.BENCHMARK || format == ExportFormat.MESSAGES;
        List<Path> written = new ArrayList<>();
        try {
            if (lines) {
                StringBuilder text = new StringBuilder();
                runs.forEach(run -> text.append(text(format, run)).append('\n'));
                written.addAll(write(out, text.toString(), runs));
            } else if (runs.size() == 1 && !Files.isDirectory(out)) {
                written.addAll(write(out, text(format, runs.getFirst()), runs));
            } else {
                for (RunExport run : runs) {
                    written.addAll(write(out.resolve(name(run, format)), text(format, run), runs));
                }
            }
            return written;
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the run cannot be written, " + FileInput.cause(e), out.toString(),
                    "Name a place that can be written to, with room left", e);
        }
    }

    /// A file name that tells runs apart and people what it is.
    public static String name(RunExport run, ExportFormat format) {
        String model = run.run().model().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return "run_" + model + "_" + run.run().id().brief() + "." + format.ending();
    }

    /// What a run is in that format; formats of lines on one line.
    public static String text(ExportFormat format, RunExport run) {
        return switch (format) {
            case BENCHMARK -> JsonWriter.compact(BenchmarkExport.steps(run.run()));
            case MESSAGES -> JsonWriter.compact(MessageExport.document(run.run()));
            case ATIF -> JsonWriter.indented((Json) AtifExport.document(run.run(), run.seen())) + "\n";
            case HTML -> RunPage.of(run);
        };
    }

    private static List<Path> write(Path file, String text, List<RunExport> runs) throws IOException, ShoptraceException {
        for (RunExport run : runs) {
            Path source = run.run().source().file();
            if (Files.exists(file) && Files.exists(source) && Files.isSameFile(file, source)) {
                throw new ShoptraceException("a run was read from this file, which is never written over", file.toString(),
                        "Name another file");
            }
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, content);
        String name = String.valueOf(file.getFileName());
        Optional<Provenance> origin = runs.stream().findFirst().flatMap(run -> run.seen().origin());
        if (origin.isEmpty() || !Files.isRegularFile(file) || CarriedProvenance.in(name, content).isPresent()) {
            return List.of(file);
        }
        Path beside = file.resolveSibling(Sidecar.name(name));
        WholeFile.write(beside, Sidecar.of(origin.get(), Map.of(name, content)).content());
        return List.of(file, beside);
    }
}
