package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.verify.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shoptrace verify`: whether an export can be made again from its provenance, and whether it comes out the same. It is made by the
/// command that made it, in this process.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Find what an export was made from by its hashes, make it again and say whether it comes out the same.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it comes out the same", "1:it differs, cannot be made again, or something that it was made from is missing",
                "2:wrong usage"})
public final class VerifyCommand implements Callable<Integer> {
    /// What may be run: a file that somebody handed on names the command.
    private static final Map<String, Supplier<Object>> MAKING = Map.of(
            "report", ReportCommand::new,
            "evaluate", EvaluateCommand::new,
            "diagnose", DiagnoseCommand::new,
            "calibrate", CalibrateCommand::new,
            "doubts", DoubtsCommand::new,
            "search", SearchCommand::new,
            "export", ExportCommand::new,
            "convert", ConvertCommand::new,
            "annotations", AnnotationsCommand::new);

    @Parameters(paramLabel = "EXPORT", description = "A file or a folder that Shoptrace wrote.")
    private Path export = Path.of("");

    @Option(
            names = "--inputs",
            arity = "1..*",
            paramLabel = "DIR",
            description = "Where to look for what it was made from, with the folders below (default: beside the export, and here).")
    private List<Path> inputs = List.of();

    @Option(
            names = "--endpoint",
            description = "Ask the embeddings server that the export names again; titles, and the key if one is set, are sent there.")
    private boolean endpoint;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        for (Path folder : inputs) {
            if (!Files.isDirectory(folder)) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--inputs: there is no folder " + folder);
            }
        }
        Verification.Outcome outcome = new Verification(
                new LuceneCatalogs(), this::make, new TerminalProgress(spec.commandLine().getErr(), System::nanoTime)).of(export, inputs);
        outcome.report().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getErr().println(outcome.same() ? "It comes out the same." : "It does not come out the same.");
        return outcome.same() ? 0 : 1;
    }

    private void make(List<String> words, Path out) throws ShoptraceException {
        Optional<Object> command = Optional.ofNullable(MAKING.get(words.getFirst())).map(Supplier::get);
        if (command.isEmpty() || words.getFirst().equals("annotations")
                && !(words.size() > 1 && List.of("export", "agreement").contains(words.get(1)))) {
            throw new ShoptraceException(
                    "its provenance names no command that makes exports: " + words.getFirst(), export.toString(),
                    "Do not trust this export");
        }
        if (!endpoint && words.stream().anyMatch(word -> word.startsWith("endpoint:"))) {
            throw new ShoptraceException(
                    "its titles were compared by a server: "
                            + words.stream().filter(word -> word.startsWith("endpoint:")).findFirst().orElseThrow(),
                    export.toString(), "Add --endpoint if titles, and the key in SHOPTRACE_API_KEY if it is set, may be sent there");
        }
        StringWriter said = new StringWriter();
        int code = new CommandLine(command.get())
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    said.append(String.valueOf(failure.getMessage()));
                    return 1;
                })
                .execute(words.subList(1, words.size()).toArray(String[]::new));
        if (code != 0 || !Files.exists(out)) {
            throw new ShoptraceException(
                    "it cannot be made again by " + words.getFirst() + ": " + said.toString().strip(), export.toString(),
                    "Try the version of Shoptrace that made it");
        }
    }
}
