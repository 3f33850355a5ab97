package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class DiagnoseCommandTest {
    private static final String RUN = "[{'completion':{'message':{'think':'t','tool_call':[{'name':'recommend_product','parameters':"
            + "{'product_ids':'IDS'}}]}},'extra_info':{'query':'QUERY','timestamp':1}}]";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void buildACatalogue() throws Exception {
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        CommandLineRun.of("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue"));
        write("tasks.jsonl", "{'query':'a wallet','reward':{'product_id':'30','service':['COD']}}");
        write("table.json", "[]");
        write("rollout_product_m.jsonl", run("a wallet", "30"), run("a wallet", "20"), "no run", run("nobody asked", "20"));
    }

    @Test
    void printsStagesAndFaultsAndWritesEveryFinding() throws Exception {
        CommandLineRun run = diagnose("--json", path("out.json"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                List.of(
                        "product: 2 runs, 1 successes, 1 failures",
                        "  never_retrieved                constraint_missed         1",
                        "no task: 1 runs"),
                run.out().lines().toList());
        assertTrue(run.err().contains("rollout_product_m.jsonl:3"), run.err());
        Json.Obj report = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("out.json")));
        assertEquals(64, report.text("catalog").orElseThrow().length());
        assertEquals(Optional.of("table table.json"), report.text("similarity"));
        List<Json.Obj> runs = report.items("runs").stream().map(each -> (Json.Obj) each).toList();
        assertEquals(3, runs.size());
        assertEquals(Optional.of(Json.NULL), runs.getFirst().get("stage"));
        assertEquals(Optional.of("constraint_missed"), runs.get(1).text("fault"));
        assertEquals(Optional.of("m"), runs.get(2).text("model"));
    }

    @Test
    void wrongUsageIsExitCodeTwoAndAMissingFolderIsSaidFirst() {
        assertEquals(2, diagnose("--steps", "0").exitCode());
        assertEquals(2, diagnose("--profile", "other").exitCode());
        CommandLineRun run = diagnose("--json", path("absent/out.json"));
        assertEquals(1, run.exitCode());
        assertTrue(run.err().startsWith("shoptrace: there is no folder to write the figures to"), run.err());
    }

    private CommandLineRun diagnose(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "diagnose", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"),
                "--rollouts", path("rollout_product_m.jsonl"), "--similarity", "table:" + path("table.json")));
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
