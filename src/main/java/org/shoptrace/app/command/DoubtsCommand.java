package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace doubts`: which tasks may be wrong, and what sets of tasks share.
@Command(
        name = "doubts",
        mixinStandardHelpOptions = true,
        description = "List the tasks that may be wrong, and what several task files share that should be apart.")
public final class DoubtsCommand implements Callable<Integer> {
    @Option(
            names = "--tasks",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Task files; several are held against each other.")
    private List<Path> tasks = List.of();

    @Option(names = "--catalog", paramLabel = "DIR", description = "A catalogue, to tell the shops of targets that the files share.")
    private @Nullable Path catalog;

    @Option(names = "--json", paramLabel = "OUT", description = "Write every doubt and everything shared to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter out = spec.commandLine().getOut();
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        SequencedMap<String, TaskDoubts> doubts = new LinkedHashMap<>();
        FileNames names = FileNames.of(tasks);
        for (Path path : tasks) {
            TaskFile file = TaskFileReader.read(path);
            file.rejections().forEach(spec.commandLine().getErr()::println);
            splits.put(names.of(path), file.tasks());
            doubts.put(names.of(path), TaskDoubts.of(file.tasks()));
        }
        Optional<CatalogInfo> info = Optional.empty();
        SplitLeaks leaks;
        if (catalog == null) {
            leaks = SplitLeaks.of(splits, _ -> Optional.empty());
        } else {
            try (Sandbox sandbox = CatalogOption.open(catalog, spec.commandLine().getErr())) {
                info = Optional.of(sandbox.info());
                leaks = SplitLeaks.of(splits, sandbox::product);
            }
        }
        doubts.forEach((file, found) -> print(file, found, splits.getOrDefault(file, List.of()).size(), out));
        leaks.leaks().forEach(leak -> out.println(leak.a() + " and " + leak.b() + " share " + leak.shared().size() + " values of "
                + leak.kind().wireName() + ": " + leak.tasksA() + " of " + leak.ofA() + " and " + leak.tasksB() + " of " + leak.ofB()
                + " tasks"));
        if (output.isPresent()) {
            output.get().write(ProvenanceJson.last(json(doubts, leaks), provenance(info)));
        }
        return 0;
    }

    private Provenance provenance(Optional<CatalogInfo> info) {
        Making making = Making.by("doubts").files("--tasks", Making.Role.TASKS, tasks);
        making = (info.isPresent() ? making.catalogue() : making).out("--json", Path.of("doubts.json"));
        return ExportOrigin.of(making, Settings.NONE, info.map(ProvenanceOf::catalogue), Progress.NONE).provenance();
    }

    private static void print(String file, TaskDoubts doubts, int tasks, PrintWriter out) {
        out.println(file + ": " + tasks + " tasks");
        for (Doubt.Kind kind : Doubt.Kind.values()) {
            if (doubts.lookedAt(kind) > 0) {
                out.println("  " + kind.wireName() + ": " + doubts.of(kind).size() + " of " + doubts.lookedAt(kind) + ", in "
                        + doubts.queries(EnumSet.of(kind)).size() + " tasks");
            }
        }
    }

    private static Json.Obj json(Map<String, TaskDoubts> doubts, SplitLeaks leaks) {
        SequencedMap<String, Json> files = new LinkedHashMap<>();
        doubts.forEach((file, found) -> files.put(file, Json.array(found.doubts().stream().map(DoubtsCommand::doubt).toList())));
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("doubts", new Json.Obj(files));
        fields.put("shared", Json.array(leaks.leaks().stream().map(DoubtsCommand::leak).toList()));
        return new Json.Obj(fields);
    }

    private static Json.Obj doubt(Doubt doubt) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", Json.of(doubt.kind().wireName()));
        fields.put("query", Json.of(doubt.task().query()));
        fields.put("target", doubt.reward().isPresent() ? Json.Num.of(doubt.reward().getAsInt()) : Json.NULL);
        fields.put("constraint", doubt.constraint().isEmpty() ? Json.NULL : Json.of(doubt.constraint()));
        fields.put("why", Json.of(doubt.text()));
        return new Json.Obj(fields);
    }

    private static Json.Obj leak(SplitLeaks.Leak leak) {
        SequencedMap<String, Json> shared = new LinkedHashMap<>();
        leak.shared().forEach((value, queries) -> shared.put(value, Json.texts(queries)));
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("a", Json.of(leak.a()));
        fields.put("b", Json.of(leak.b()));
        fields.put("kind", Json.of(leak.kind().wireName()));
        fields.put("tasks_a", Json.Num.of(leak.tasksA()));
        fields.put("of_a", Json.Num.of(leak.ofA()));
        fields.put("tasks_b", Json.Num.of(leak.tasksB()));
        fields.put("of_b", Json.Num.of(leak.ofB()));
        fields.put("shared", new Json.Obj(shared));
        return new Json.Obj(fields);
    }
}
