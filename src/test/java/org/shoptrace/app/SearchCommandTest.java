package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

class SearchCommandTest {
    private static final String RUN = "[{'completion':{'message':{'think':'I think of a red mug, twice:"
            + " red','tool_call':[{'name':'recommend_product',"
            + "'parameters':{'product_ids':'IDS'}}]}},'extra_info':{'query':'QUERY','timestamp':1}}]";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws Exception {
        write("rollout_product_m.jsonl", run("a wallet", "30"), run("a wallet", "20"), "no run", run("nobody asked", "20"));
        write("tasks.jsonl", "{'query':'a wallet','reward':{'product_id':'30','service':['COD']}}");
        write("table.json", "[]");
    }

    @Test
    void listsFileLineStepAndWords() throws Exception {
        CommandLineRun run = search("\"red mug\" role:thought", "--json", path("out.json"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                List.of(
                        "rollout_product_m.jsonl:1\tstep 1\tthought: I think of a red mug, twice: red",
                        "rollout_product_m.jsonl:2\tstep 1\tthought: I think of a red mug, twice: red",
                        "rollout_product_m.jsonl:4\tstep 1\tthought: I think of a red mug, twice: red"),
                run.out().lines().toList());
        assertTrue(run.err().contains("3 steps in 3 runs"), run.err());
        assertTrue(run.err().contains("rollout_product_m.jsonl:3"), run.err());
        Json.Obj json = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("out.json")));
        assertEquals(3, json.items("runs").size());
        assertEquals(Optional.of("thought"), ((Json.Obj) ((Json.Obj) json.items("runs").getFirst()).items("hits").getFirst()).text("role"));
        assertEquals(List.of(), search("mauve").out().lines().toList());
        assertEquals(3, search("-mauve").out().lines().count());
        assertEquals(2, search("mauve", "--no-such-option").exitCode());
    }

    @Test
    void diagnosesForAQuestionThatAsksForIt() throws Exception {
        CommandLineRun before = search("outcome:failure");
        assertEquals(0, before.exitCode(), before.err());
        assertTrue(before.err().contains("3 not diagnosed"), before.err());
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        CommandLineRun.of("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue"));
        CommandLineRun run = search("outcome:failure -paged");
        assertEquals(List.of("rollout_product_m.jsonl:2\t\ta wallet"), run.out().lines().toList(), run.err());
        assertEquals(List.of("rollout_product_m.jsonl:1\t\ta wallet"), search("cart.misses:nothing").out().lines().toList());
    }

    @Test
    void whatWasAnsweredInTheWindowCountsHereToo() throws Exception {
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        CommandLineRun.of("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue"));
        write("other.jsonl", "{'query':'a wallet','reward':{'product_id':'20','price':[{'greater than':[200,null]}]}}");
        assertEquals(List.of(), search("outcome:success").out().lines().toList(), "two files disagree, and nobody has said which counts");
        List<RunId> runs = new ArrayList<>();
        RolloutFile.forEachRun(folder.resolve("rollout_product_m.jsonl"), run -> runs.add(run.id()), Progress.NONE);
        new IdentityStore(WorkspaceFolder.of(folder, folder.resolve("user"))).save(Identity.NONE
                .withTaskFile("a wallet", "other.jsonl")
                .withRun(runs.getLast(), Optional.of("a wallet"))
                .withStepLimit(OptionalInt.of(1)));
        CommandLineRun succeeded = search("outcome:success");
        assertEquals(
                List.of("rollout_product_m.jsonl:2\t\ta wallet", "rollout_product_m.jsonl:4\t\ta wallet"), succeeded.out().lines().toList(),
                succeeded.err());
        assertEquals(3, search("ended:step_limit").out().lines().count(), "every run has one step, and had no more");
        assertEquals(List.of("rollout_product_m.jsonl:1\tstep 1\ta wallet"), search("recommended:(price<=100)").out().lines().toList(),
                "no search showed it");
    }

    @Test
    void findsWhatPeopleLabelled() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("rollout_product_m.jsonl"));
        byte[] second = lines.get(1).getBytes(StandardCharsets.UTF_8);
        RunId id = RunCodec.decode(second, 0, second.length, new RunSource(folder.resolve("rollout_product_m.jsonl"), 2), "m").id();
        try (AnnotationStore store = new AnnotationStore(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), List.of())) {
            store.state("ann", new Subject.OfRun(id), Statement.EMPTY.toggled("stopped_paging"), Occasion.UNKNOWN);
        }
        assertEquals(List.of("rollout_product_m.jsonl:2\t\ta wallet"), search("label:stopped_paging").out().lines().toList());
    }

    @Test
    void whatCannotBeReadIsSaidInALine() {
        CommandLineRun unreadable = search("stagee:chosen");
        assertEquals(1, unreadable.exitCode());
        assertTrue(unreadable.err().startsWith("shoptrace: there is no field stagee; did you mean stage?"), unreadable.err());
        assertEquals(2, search("x", "--steps", "0").exitCode());
        assertEquals(1, CommandLineRun.of("search", "--workspace", path("absent"), "x").exitCode());
    }

    private CommandLineRun search(String question, String... more) {
        List<String> args = new ArrayList<>(
                List.of("search", "--workspace", folder.toString(), "--similarity", "table:" + path("table.json"), question));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static String run(String query, String ids) {
        return RUN.replace("QUERY", query).replace("IDS", ids);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws Exception {
        Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"') + "\n");
    }
}
