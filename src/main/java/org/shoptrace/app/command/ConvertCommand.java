package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.export.Conversion;
import org.shoptrace.core.export.Conversion.Converted;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace convert`: whole files of runs in another format.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Write whole files of runs in another format, and say what that has no place for.")
public final class ConvertCommand implements Callable<Integer> {
    @Option(
            names = "--rollouts",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of runs, in any format that Shoptrace reads, of any size.")
    private List<Path> rollouts = List.of();

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "benchmark, atif, messages or html.")
    private String to = "";

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "The file to write, or a folder: for several files, and for a file a run of atif and html."
                    + " A file NAME.jsonl takes atif documents on a line each.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "OUT",
            description = "Write what is left out to this file; without --out nothing else is written.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        ExportFormat format = ExportFormat.of(to).orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--to: benchmark, atif, messages or html is expected, not " + to));
        if (out == null && json == null) {
            throw new ParameterException(spec.commandLine(), "--out, --json or both are expected");
        }
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter err = spec.commandLine().getErr();
        Conversion.Outcome outcome = new Conversion(format, UserFolders.ofThisUser().cache().resolve("scratch"), err::println)
                .of(rollouts, Optional.ofNullable(out), new TerminalProgress(err, System::nanoTime));
        List<Converted> converted = outcome.converted();
        converted.forEach(each -> each.out().map(PrintedName::of).ifPresent(spec.commandLine().getOut()::println));
        converted.forEach(
                each -> each.leftOut().sentence().ifPresent(sentence -> err.println(PrintedName.of(each.from()) + ": " + sentence)));
        if (output.isPresent()) {
            Making making = Making.by("convert")
                    .files("--rollouts", Making.Role.ROLLOUTS, rollouts)
                    .option("--to", format.wireName())
                    .out("--json", Path.of("conversion.json"));
            output.get().write(ProvenanceJson.last(
                    json(format, converted),
                    ExportOrigin.of(making, Settings.NONE, Optional.empty(), Progress.NONE).provenance()));
        }
        outcome.failed().forEach(failure -> err.println("shoptrace: " + failure.getMessage()));
        return outcome.failed().isEmpty() ? 0 : 1;
    }

    private Json.Obj json(ExportFormat format, List<Converted> converted) {
        FileNames names = FileNames.of(rollouts);
        List<Json> files = new ArrayList<>();
        for (Converted each : converted) {
            SequencedMap<String, Json> leftOut = new LinkedHashMap<>();
            each.leftOut().counts().forEach((kind, count) -> leftOut.put(kind.wireName(), Json.Num.of((long) count)));
            SequencedMap<String, Json> fields = new LinkedHashMap<>();
            fields.put("file", Json.of(names.of(each.from())));
            fields.put("runs", Json.Num.of((long) each.runs()));
            fields.put("left_out", new Json.Obj(leftOut));
            files.add(new Json.Obj(fields));
        }
        return Json.Obj.EMPTY.with("to", Json.of(format.wireName())).with("files", new Json.Arr(files));
    }
}
