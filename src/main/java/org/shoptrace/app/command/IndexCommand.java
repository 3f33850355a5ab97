package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace index`: builds a catalogue from documents and prints a JSON summary.
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Build a catalogue index from documents.jsonl or documents.jsonl.gz.")
public final class IndexCommand implements Callable<Integer> {
    @Option(names = "--documents", required = true, arity = "1..*", paramLabel = "FILE", description = "Document files, in order.")
    private List<Path> documents = List.of();

    @Option(
            names = "--catalog",
            required = true,
            paramLabel = "DIR",
            description = "Where the catalogue goes: a new or empty folder, or a catalogue to replace.")
    private Path catalog = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        CatalogInfo info = new CatalogIndexer()
                .build(documents, catalog, err::println, new TerminalProgress(err, System::nanoTime));
        BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - start, 9).setScale(3, RoundingMode.HALF_UP);
        SequencedMap<String, Json> summary = new LinkedHashMap<>();
        summary.put("documents", Json.Num.of(info.documents()));
        summary.put("rejected", Json.Num.of(info.rejected()));
        summary.put("seconds", new Json.Num(seconds.toPlainString()));
        summary.put("fingerprint", Json.of(info.fingerprint().sha256()));
        spec.commandLine().getOut().println(JsonWriter.compact(new Json.Obj(summary)));
        return 0;
    }
}
