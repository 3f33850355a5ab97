package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class EvaluateCommandTest {
    private static final String STEP = "[{'completion':{'message':{'think':'t','tool_call':[{'name':'recommend_product','parameters':"
            + "{'product_ids':'30'}},{'name':'terminate','parameters':{}}]}},'extra_info':{'query':'a blue wallet','timestamp':1}}]";

    @TempDir
    private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    @BeforeEach
    void buildACatalogue() throws Exception {
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        run("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue"));
        write("tasks.jsonl", "{'query':'a blue wallet','reward':{'product_id':'9','title':['Azure purse'],'service':['COD']}}");
        write("rollout_product_m1.jsonl", STEP);
        write("rollout_product_m2.jsonl", STEP);
        write("table.json", "[{'a':'Azure purse','b':'Blue wallet','similarity':0.5}]");
    }

    @Test
    void refusesFilesThatHoldNothingToScore() throws Exception {
        write("empty_run.jsonl", "{'query':'no run'}");
        assertEquals(1,
                run("evaluate", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts", path("empty_run.jsonl"),
                        "--similarity", "table:" + path("table.json")));
        assertEquals("", out);
        assertTrue(err.contains("the file holds no run: " + path("empty_run.jsonl")), err);
        write("rollout_product_m3.jsonl", STEP.replace("a blue wallet", "of no task"));
        assertEquals(1, run("evaluate", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts",
                path("rollout_product_m3.jsonl"), "--similarity", "table:" + path("table.json")));
        assertTrue(err.contains("none of the 1 runs belongs to a task of " + path("tasks.jsonl")), err);
    }

    @Test
    void printsTheReportAndWritesTheFigures() throws Exception {
        assertEquals(0, evaluate("--similarity", "table:" + path("table.json"), "--json", path("out.json")), err);
        assertEquals(
                List.of(
                        "Model `m1` Rollout `1` cases:", "--- Metrics ---", "The gt rate is 0.000", "The success rate is 1.000",
                        "--- Details ---", "The format score is 1.000", "The recommend product score is 1.000",
                        "The title match score is 1.000", "The price match score is 1.000", "The service match score is 1.000",
                        "The sku & attrs match score is 1.000", "The rule match score is 1.000"),
                out.lines().toList());
        assertTrue(err.contains("success by the title check alone, rollout_product_m1.jsonl:1: a blue wallet"), err);
        Json.Obj figures = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("out.json")));
        assertEquals(
                JsonReader.read("{\"length\":1.0,\"format\":1.0,\"product\":1.0,\"gt\":0.0,\"rule\":1.0,\"title\":1.0,\"price\":1.0,"
                        + "\"service\":1.0,\"sku & attrs\":1.0,\"success\":1}"),
                figures.object("scores").flatMap(scores -> scores.get("a blue wallet")).orElseThrow());
    }

    @Test
    void severalFilesMakeSeveralBlocksAndAnArray() throws Exception {
        assertEquals(
                0,
                run("evaluate", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"),
                        "--rollouts", path("rollout_product_m1.jsonl"), path("rollout_product_m2.jsonl"),
                        "--similarity", "table:" + path("table.json"), "--profile", "oro", "--json", path("out.json")),
                err);
        assertEquals(2, out.lines().filter(line -> line.startsWith("Model `m")).count());
        Json.Arr figures = (Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve("out.json")));
        assertEquals(List.of("m1", "m2"), figures.items().stream().map(o -> ((Json.Obj) o).text("model").orElseThrow()).toList());
        assertEquals("rollout_product_m1.jsonl", ((Json.Obj) figures.items().getFirst()).text("file").orElseThrow());
    }

    @Test
    void aReportIsOnePageWithItsTablesBesideIt() throws Exception {
        assertEquals(
                0,
                run("report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"),
                        "--rollouts", path("rollout_product_m1.jsonl"), path("rollout_product_m2.jsonl"),
                        "--similarity", "table:" + path("table.json"), "--out", path("my report")),
                err);
        assertEquals(path("my report/report.html"), out.lines().findFirst().orElseThrow());
        String page = Files.readString(folder.resolve("my report/report.html"));
        assertTrue(page.contains("shoptrace report --catalog CATALOG --tasks tasks.jsonl --rollouts rollout_product_m1.jsonl"), page);
        assertFalse(page.contains(folder.toString()), "where it was made is nobody's business");
        assertTrue(page.contains("these figures are not comparable with published ones"), page);
        Json.Arr figures = (Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve("my report/figures.json")));
        assertEquals(List.of("m1", "m2"), figures.items().stream().map(o -> ((Json.Obj) o).text("model").orElseThrow()).toList());
        Json.Arr titles = (Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve("my report/title_only.json")));
        assertEquals(2, titles.items().size());
    }

    @Test
    void aReportThatCannotBeWrittenFailsWithOneLine() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "no folder");
        Map<String, String> refusals = Map.of(
                "notes.txt", "shoptrace: the report cannot be written, there is a file where its folder should be: ", "tasks.jsonl",
                "which is never written over");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            assertEquals(
                    1,
                    run("report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts",
                            path("rollout_product_m1.jsonl"),
                            "--similarity", "table:" + path("table.json"), "--out", path(refusal.getKey())));
            assertTrue(err.lines().toList().getLast().contains(refusal.getValue()), err);
        }
        assertEquals(2, run("report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl")));
    }

    @Test
    void aHumanHasNoFormat() {
        assertEquals(0, evaluate("--similarity", "table:" + path("table.json"), "--model", "human"));
        assertTrue(out.contains("Model `human` Rollout `1` cases:\n"), out);
        assertTrue(out.contains("The format score is 0.000"), out);
    }

    @Test
    void failuresAreOneLine() throws Exception {
        write("empty.json", "[]");
        assertEquals(1, evaluate("--similarity", "table:" + path("empty.json")));
        assertEquals("", out);
        assertTrue(err.startsWith("shoptrace: the table of similarities lacks a pair"), err);
        assertTrue(err.contains("\"Blue wallet\" and \"Azure purse\""), err);
        assertEquals(1, err.lines().count(), err);
        assertEquals(1, evaluate("--similarity", "table:" + path("empty.json"), "--json", path("absent/out.json")));
        assertTrue(err.startsWith("shoptrace: there is no folder to write the figures to"), err);
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertEquals(2, evaluate("--similarity", "endpoint:http://localhost"));
        assertTrue(err.contains("endpoint:URL,MODEL"), err);
        assertEquals(2, evaluate("--profile", "other"));
        assertEquals(2, run("evaluate", "--catalog", path("catalogue")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"endpoint:http://h:99999/;k=sk-SECRET,m", "endpoint:http://127.0.0.1:1/sk-SECRET/v1,m",
                    "endpoint:http://h:1;k=SECRET/v1,m",
                    "endpoint:http://127.0.0.1:1/aB3dE5fG7hI9jK1LSECRET/v1,m", "endpoint:http://h/key/SECRET,m,", "http://h/;k=SECRET"})
    void noCommandTellsAKeyInAnAddress(String similarity) throws Exception {
        for (String command : List.of("evaluate", "diagnose", "report", "export", "calibrate", "search")) {
            List<String> args = new ArrayList<>(List.of(command, "--similarity", similarity));
            args.addAll(switch (command) {
                case "calibrate" -> List.of("--suite", path("tasks.jsonl"));
                case "search" -> List.of("--workspace", folder.toString(), "score>0.5");
                default ->
                    List.of("--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts", path("rollout_product_m1.jsonl"));
            });
            if (command.equals("report") || command.equals("export")) {
                args.addAll(List.of("--out", path("told-" + command + ".html")));
            }
            if (command.equals("export")) {
                args.addAll(List.of("--format", "html"));
            }
            if (command.equals("diagnose")) {
                args.addAll(List.of("--json", path("told-diagnose.json")));
            }
            run(args.toArray(String[]::new));
            assertFalse((out + err).contains("SECRET"), command + ": " + out + err);
            assertFalse(err.contains("Unknown option") || err.contains("Missing required"), command + ": " + err);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("SECRET"), file.toString());
            }
        }
    }

    private int evaluate(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "evaluate", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"),
                "--rollouts", path("rollout_product_m1.jsonl")));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        out = run.out();
        err = run.err();
        return run.exitCode();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String line) throws Exception {
        Files.writeString(folder.resolve(name), line.replace('\'', '"') + "\n");
    }
}
