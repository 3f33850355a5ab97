package org.shoptrace.core.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.ShortName;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Writes runs to where somebody wants them.
public final class ExportFile {
    /// With room for another of the same name, and for what lies beside it.
    private static final int LONGEST = ShortName.LONGEST - 24;

    private ExportFile() {}

    /// Writes `runs`: those of a format of lines to one file, a line each; of the others one run to the file `out`, several to files of
    /// their own in the folder `out`. A file that is there is replaced, unless it is an input.
    ///
    /// What cannot carry where it comes from has it beside it.
    ///
    /// @param inputs what the runs and what is said of them were read from
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written, or would take the place of an input
    public static List<Path> write(ExportFormat format, List<RunExport> runs, Path out, InputFiles inputs) throws ShoptraceException {
        boolean one = format.isOfLines() || runs.size() == 1 && !Files.isDirectory(out);
        try (ExportWriter writer = one ? ExportWriter.toFile(format, out, inputs) : ExportWriter.toFolder(format, out, inputs)) {
            for (RunExport run : runs) {
                writer.add(run);
            }
            return writer.commit(runs.stream().findFirst().flatMap(run -> run.seen().origin()), new LeftOut());
        }
    }

    /// A file name that tells runs apart and people what it is.
    public static String name(RunExport run, ExportFormat format) {
        String model = run.run().model().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String end = "_" + run.run().id().brief() + "." + format.ending();
        return ShortName.of("run_" + model, LONGEST - end.length()) + end;
    }

    /// What a run is in a format of JSON, on one line.
    static String line(ExportFormat format, RunExport run) {
        return format == ExportFormat.ATIF ? JsonWriter.compact(AtifExport.document(run.run(), run.seen())) : text(format, run);
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
}
