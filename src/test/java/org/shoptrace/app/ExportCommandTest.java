package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class ExportCommandTest {
    private static final String RUN = "[{\"completion\":{\"message\":{\"think\":\"t\",\"tool_call\":["
            + "{\"name\":\"recommend_product\",\"parameters\":"
            + "{\"product_ids\":\"20\"}}]}},\"extra_info\":{\"query\":\"a wallet\",\"timestamp\":1}}]\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeFiles() throws Exception {
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        CommandLineRun.of("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue"));
        Files.writeString(folder.resolve("tasks.jsonl"),
                "{\"query\":\"a wallet\",\"reward\":{\"product_id\":\"30\",\"service\":[\"COD\"]}}\n");
        Files.writeString(folder.resolve("table.json"), "[]");
        Files.writeString(folder.resolve("runs.jsonl"), RUN + RUN.replace("\"t\"", "\"u\""));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private CommandLineRun export(String... more) {
        List<String> args = new ArrayList<>(List.of("export", "--rollouts", path("runs.jsonl")));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void writesOneRunForHarborAndReadsItBack() throws Exception {
        CommandLineRun run = export("--line", "2", "--format", "atif", "--out", path("one.json"), "--catalog", path("catalogue"),
                "--similarity", "table:" + path("table.json"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of(path("one.json")), run.out().lines().toList());
        Json.Obj document = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("one.json")));
        assertEquals(Optional.of("ATIF-v1.7"), document.text("schema_version"));
        assertEquals(64, document.object("extra").orElseThrow().object("shoptrace").orElseThrow().text("catalogue").orElseThrow().length());
        assertEquals(0, CommandLineRun.of("export", "--rollouts", path("one.json"), "--format", "benchmark", "--out", path("back.jsonl"))
                .exitCode());
        Json.Obj step = (Json.Obj) ((Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve("back.jsonl")))).items().getFirst();
        assertEquals(Optional.of("u"), step.object("completion").orElseThrow().object("message").orElseThrow().text("think"));
    }

    @Test
    void writesEveryRunToAFolderOrALine() throws Exception {
        assertEquals(0, export("--format", "messages", "--out", path("chats.jsonl")).exitCode());
        assertEquals(2, Files.readAllLines(folder.resolve("chats.jsonl")).size());
        CommandLineRun pages = export("--format", "html", "--out", path("pages"));
        assertEquals(0, pages.exitCode(), pages.err());
        assertEquals(2, pages.out().lines().count());
    }

    @Test
    void aPageHasTheFindingsAndHidesThemWhenAsked() throws Exception {
        String[] known = {"--line", "1", "--format", "html", "--tasks", path("tasks.jsonl"), "--catalog", path("catalogue"), "--similarity",
                "table:" + path("table.json"), "--out", path("run.html")};
        assertEquals(0, export(known).exitCode());
        String page = Files.readString(folder.resolve("run.html"));
        assertTrue(page.contains("✗ Failed") && page.contains("Fault: ") && page.contains("table table.json"), page);
        List<String> hidden = new ArrayList<>(List.of(known));
        hidden.add("--hide-truth");
        assertEquals(0, export(hidden.toArray(String[]::new)).exitCode());
        assertFalse(Files.readString(folder.resolve("run.html")).contains("Failed"));
    }

    @Test
    void takesWhatTheWorkspaceKnowsAndTheStepLimitThatIsSaid() throws Exception {
        String[] page = {"--line", "1", "--format", "html", "--workspace", folder.toString(), "--similarity", "table:" + path("table.json"),
                "--out", path("run.html")};
        assertEquals(0, export(page).exitCode());
        String usual = Files.readString(folder.resolve("run.html"));
        assertTrue(usual.contains("✗ Failed") && !usual.contains("limit of 1 steps"), usual);
        new IdentityStore(WorkspaceFolder.of(folder, folder.resolve("user"))).save(Identity.NONE.withStepLimit(OptionalInt.of(1)));
        assertEquals(0, export(page).exitCode());
        assertTrue(Files.readString(folder.resolve("run.html")).contains("limit of 1 steps"));
        List<String> said = new ArrayList<>(List.of(page));
        said.addAll(List.of("--steps", "5"));
        assertEquals(0, export(said.toArray(String[]::new)).exitCode());
        assertFalse(Files.readString(folder.resolve("run.html")).contains("limit of 1 steps"));
        assertEquals(2, export("--format", "html", "--steps", "0", "--out", path("x")).exitCode());
    }

    @Test
    void wrongUsageAndMissingRunsAreSaid() throws Exception {
        assertEquals(2, export("--format", "pdf", "--out", path("x")).exitCode());
        assertEquals(2, export("--format", "html", "--tasks", path("tasks.jsonl"), "--out", path("x")).exitCode());
        CommandLineRun none = export("--run", "ffff", "--format", "atif", "--out", path("x"));
        assertEquals(1, none.exitCode());
        assertTrue(none.err().contains("no such run"), none.err());
        CommandLineRun over = export("--format", "messages", "--out", path("runs.jsonl"));
        assertEquals(1, over.exitCode());
        assertTrue(over.err().contains("never written over"), over.err());
        assertTrue(Files.readString(folder.resolve("runs.jsonl")).startsWith("[{"), "what was read stays");
    }
}
