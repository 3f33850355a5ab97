package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.evaluate.own.OwnFiles;
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

    /// What is read is written over by no command, whichever of its names is given.
    @Test
    void nothingIsWrittenOverAnInput() throws Exception {
        String[] scored = {"--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts", path("runs.jsonl"), "--similarity",
                "table:" + path("table.json")};
        Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("runs.jsonl"));
        Files.createLink(folder.resolve("hard.jsonl"), folder.resolve("runs.jsonl"));
        List<String> before = inputs();
        for (String out : List.of("runs.jsonl", "link.jsonl", "hard.jsonl", "tasks.jsonl", "table.json")) {
            refused("evaluate", scored, "--json", path(out));
            refused("diagnose", scored, "--json", path(out));
        }
        refused("doubts", new String[] {"--tasks", path("tasks.jsonl")}, "--json", path("tasks.jsonl"));
        refused("export", scored, "--format", "html", "--out", path("tasks.jsonl"));
        refused("scan", new String[] {folder.toString()}, "--json", path("runs.jsonl"));
        refused("search", new String[] {"--workspace", folder.toString(), "wallet"}, "--json", path("tasks.jsonl"));
        assertEquals(before, inputs());
        assertEquals(0, export("--format", "messages", "--workspace", folder.toString(), "--out", path("chats.jsonl")).exitCode());
        CommandLineRun again = export("--format", "messages", "--workspace", folder.toString(), "--out", path("chats.jsonl"));
        assertEquals(0, again.exitCode(), again.err() + "what a command wrote into the workspace it writes again");
    }

    private List<String> inputs() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("runs.jsonl", "tasks.jsonl", "table.json", "documents.jsonl")) {
            texts.add(Files.readString(folder.resolve(name)));
        }
        return texts;
    }

    private static void refused(String command, String[] known, String... out) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(known));
        args.addAll(List.of(out));
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertEquals(1, run.exitCode(), args + run.err());
        assertTrue(run.err().contains("never written over"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aModelWithANameAsLongAsFilesHaveIsExported() throws Exception {
        String name = "rollout_product_" + "m".repeat(233) + ".jsonl";
        Files.move(folder.resolve("runs.jsonl"), folder.resolve(name));
        CommandLineRun run = CommandLineRun.of("export", "--rollouts", path(name), "--format", "atif", "--out", path("all"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(2, run.out().lines().count());
        String longest = "o".repeat(250) + ".json";
        CommandLineRun one = CommandLineRun.of(
                "export", "--rollouts", path(name), "--line", "1", "--format", "atif", "--out", path(longest));
        assertEquals(0, one.exitCode(), one.err());
        assertTrue(Files.exists(folder.resolve(longest)));
    }

    /// Two equal lines are two runs, each with a file.
    @Test
    void equalRunsAreTwoFiles() throws Exception {
        Files.writeString(folder.resolve("runs.jsonl"), RUN + RUN);
        CommandLineRun run = export("--format", "html", "--out", path("pages"));
        assertEquals(2, run.out().lines().distinct().count(), run.out());
        for (String file : run.out().lines().toList()) {
            assertTrue(Files.exists(Path.of(file)), file);
        }
    }

    /// From which score on a run passed is the workspace's to say, on its page as in its window; made again it is the same page.
    @Test
    void aPageJudgesAScoreAsTheWorkspaceDoes() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("half"));
        String half = OwnFiles.write(workspace.resolve("half.json"), List.of(OwnFiles.run("1", 0, "0.5", ""))).toString();
        String[] alone = {"export", "--rollouts", half, "--format", "html", "--out", path("run.html")};
        assertEquals(0, CommandLineRun.of(alone).exitCode());
        assertTrue(Files.readString(folder.resolve("run.html")).contains("File: failed"), "the usual is 1");
        new IdentityStore(WorkspaceFolder.of(workspace, folder.resolve("user")))
                .save(Identity.NONE.withOwnThreshold(OptionalDouble.of(0.5)));
        assertEquals(0, CommandLineRun.of(with(alone, "--workspace", workspace.toString())).exitCode());
        String page = Files.readString(folder.resolve("run.html"));
        assertTrue(page.contains("File: passed") && page.contains("a success from 0.5 on"), page);
        CommandLineRun again = CommandLineRun.of("verify", path("run.html"), "--inputs", workspace.toString());
        assertEquals(0, again.exitCode(), again.out() + again.err());
        assertEquals(0, CommandLineRun.of(with(alone, "--workspace", workspace.toString(), "--threshold", "0.6")).exitCode());
        assertTrue(Files.readString(folder.resolve("run.html")).contains("File: failed"));
        assertEquals(2, CommandLineRun.of(with(alone, "--threshold", "NaN")).exitCode());
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void aWordThatBeginsWithAnAtIsAWord() throws Exception {
        Files.writeString(folder.resolve("home"), "secret words");
        CommandLineRun run = CommandLineRun.of("find", "--catalog", path("catalogue"), "--q", "@" + path("home"));
        assertEquals(0, run.exitCode(), run.err());
    }
}
