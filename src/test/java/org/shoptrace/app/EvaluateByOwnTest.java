package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.evaluate.own.OwnFiles;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class EvaluateByOwnTest {
    @TempDir
    private Path folder = Path.of("");

    private String alpha = "";
    private String beta = "";

    @BeforeEach
    void write() throws Exception {
        alpha = OwnFiles.write(folder.resolve("alpha.json"), new int[][] {{1}, {1}, {0}, {1}, {1}, {1}}).toString();
        beta = OwnFiles.write(folder.resolve("beta.json"), new int[][] {{0}, {1}, {0}, {0}, {0}, {0}}).toString();
    }

    @Test
    void neitherTasksNorACatalogueAreNeeded() throws Exception {
        Path json = folder.resolve("out.json");
        CommandLineRun run = CommandLineRun.of("evaluate", "--by", "own", "--rollouts", alpha, beta, "--json", json.toString());
        assertEquals(0, run.exitCode(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("Verdict: tau-bench's reward, a success from a score of 1 on", lines.getFirst());
        assertTrue(lines.contains("alpha: 6 runs of 6 tasks, 6 judged, 0 not"), run.out());
        // By hand: 5 of 6 has the Wilson interval 0.436 to 0.970; 4 tasks against none is p = 2 · (1/2)^4
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  Success rate (ASR)") && line.contains("0.833  [0.436–0.970]  n = 6")),
                run.out());
        assertTrue(lines.stream().anyMatch(line -> line.contains("alpha and beta: 6 tasks, 0.833 and 0.167, difference 0.667")
                && line.contains("p 0.125")), run.out());
        Json.Arr files = (Json.Arr) JsonReader.read(Files.readString(json));
        Json.Obj first = (Json.Obj) files.items().getFirst();
        assertEquals(Json.Num.of(5 / 6.0), first.object("summary").orElseThrow().get("asr").orElseThrow());
        assertEquals("alpha.json", first.text("file").orElseThrow());
        assertTrue(first.object("provenance").isPresent());
    }

    @Test
    void theThresholdIsAnOptionOfTheFilesVerdictAlone() throws Exception {
        String half = OwnFiles.write(folder.resolve("half.json"), List.of(OwnFiles.run("1", 0, "0.5", ""))).toString();
        assertTrue(CommandLineRun.of("evaluate", "--by", "own", "--threshold", "0.5", "--rollouts", half).out().contains("  1.000"));
        assertTrue(CommandLineRun.of("evaluate", "--by", "own", "--rollouts", half).out().contains("  0.000"));
        assertEquals(2, CommandLineRun.of("evaluate", "--threshold", "0.5", "--rollouts", half).exitCode());
        assertEquals(2, CommandLineRun.of("evaluate", "--by", "own", "--threshold", "NaN", "--rollouts", half).exitCode());
        assertEquals(2, CommandLineRun.of("evaluate", "--by", "them", "--rollouts", half).exitCode());
    }

    @Test
    void theRulesStillNeedBoth() {
        CommandLineRun run = CommandLineRun.of("evaluate", "--rollouts", alpha);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("Missing required option: '--catalog=DIR'"), run.err());
        assertEquals(2, CommandLineRun.of("report", "--catalog", folder.toString(), "--rollouts", alpha).exitCode());
    }

    @Test
    void aFileThatJudgesNothingFailsInOneLine() throws Exception {
        Path runs = GoldenSet.rollouts("product", "alpha");
        CommandLineRun run = CommandLineRun.of("evaluate", "--by", "own", "--rollouts", runs.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("judge none of their"), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    /// Two runs that both judge, and on one of which they differ.
    @Test
    void theRulesStandBesideWhereTheyAreAsked() throws Exception {
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
        String catalogue = folder.resolve("catalogue").toString();
        CommandLineRun.of("index", "--documents", folder.resolve("documents.jsonl").toString(), "--catalog", catalogue);
        Path tasks = Files.writeString(folder.resolve("tasks.jsonl"), """
                {"query":"a blue wallet","reward":{"product_id":"30","title":["Blue wallet"]}}
                {"query":"a red wallet","reward":{"product_id":"30","title":["Blue wallet"]}}
                """);
        Path table = Files.writeString(folder.resolve("table.json"), "[]");
        String call = "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"recommend_product\",\"arguments\":\"{\\\"product_ids\\\":\\\"30\\\"}\"}}]}";
        String line = "{\"task_id\":\"%d\",\"reward\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"a %s wallet\"},%s]}\n";
        Path runs = Files.writeString(folder.resolve("runs.jsonl"), line.formatted(1, 1, "blue", call) + line.formatted(2, 0, "red", call));
        String[] both = {
                "--by", "own", "--rollouts", runs.toString(), "--catalog", catalogue, "--tasks", tasks.toString(), "--similarity",
                "table:" + table};
        Path json = folder.resolve("out.json");
        CommandLineRun run = CommandLineRun.of(Stream.of(new String[] {"evaluate"}, both, new String[] {"--json", json.toString()})
                .flatMap(Stream::of).toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("The file's verdict and the benchmark's rules (shoppingbench), over 2 runs that both judge"),
                run.out());
        Json.Obj rules = ((Json.Obj) JsonReader.read(Files.readString(json))).object("rules").orElseThrow();
        assertEquals(List.of("1", "0", "1", "0"), Stream.of("both", "only_own", "only_rules", "neither")
                .map(cell -> ((Json.Num) rules.get(cell).orElseThrow()).text()).toList());
        assertEquals(0, CommandLineRun.of("verify", json.toString(), "--inputs", folder.toString()).exitCode());
        Path report = folder.resolve("beside");
        CommandLineRun written = CommandLineRun.of(Stream.of(new String[] {"report"}, both, new String[] {"--out", report.toString()})
                .flatMap(Stream::of).toArray(String[]::new));
        assertEquals(0, written.exitCode(), written.err());
        assertTrue(Files.readString(report.resolve("own_and_rules_differ.csv")).contains("only the rules pass"));
        CommandLineRun again = CommandLineRun.of("verify", report.toString(), "--inputs", folder.toString());
        assertEquals(0, again.exitCode(), again.out() + again.err());
    }

    @Test
    void aReportIsWrittenAndComesOutTheSameAgain() throws Exception {
        Path report = folder.resolve("report");
        CommandLineRun run = CommandLineRun.of("report", "--by", "own", "--rollouts", alpha, beta, "--out", report.toString());
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(report.resolve("report.html")).contains("tau-bench&#39;s reward")
                || Files.readString(report.resolve("report.html")).contains("tau-bench's reward"));
        assertTrue(Files.exists(report.resolve("figures.csv")) && Files.exists(report.resolve("asr.png")));
        CommandLineRun verified = CommandLineRun.of("verify", report.toString(), "--inputs", folder.toString());
        assertEquals(0, verified.exitCode(), verified.out() + verified.err());
    }

    /// The name of a file of one run says nothing of a model, so that the folder's would stand for it.
    @Test
    void modelsThatTheRunsNameThemselvesStayApartWhenItIsMadeAgain() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        String runs = OwnFiles.write(results.resolve("trajectory.json"), List.of(
                OwnFiles.run("1", 0, "1", ", \"model\": \"one\""), OwnFiles.run("2", 0, "0", ", \"model\": \"one\""),
                OwnFiles.run("1", 0, "1", ", \"model\": \"two\""))).toString();
        Path json = folder.resolve("models.json");
        assertEquals(0, CommandLineRun.of("evaluate", "--by", "own", "--rollouts", runs, "--json", json.toString()).exitCode());
        Path report = folder.resolve("models");
        assertEquals(0, CommandLineRun.of("report", "--by", "own", "--rollouts", runs, "--out", report.toString()).exitCode());
        for (Path made : List.of(json, report)) {
            String text = Files.readString(Files.isDirectory(made) ? made.resolve("report.html") : made);
            assertTrue(text.contains("--rollouts trajectory.json") && !text.contains("--model"), "the command of " + made);
            CommandLineRun again = CommandLineRun.of("verify", made.toString(), "--inputs", folder.toString());
            assertEquals(0, again.exitCode(), again.out() + again.err());
        }
    }

    /// Beside it a file whose runs name no model: for its sake names are given, and still keep the other's models apart.
    @Test
    void aFolderThatNamesAModelIsToldBesideModelsThatTheRunsName() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        Path gamma = Files.createDirectory(folder.resolve("gamma"));
        String two = OwnFiles.write(results.resolve("trajectory.json"), List.of(
                OwnFiles.run("1", 0, "1", ", \"model\": \"one\""), OwnFiles.run("1", 0, "0", ", \"model\": \"two\""))).toString();
        String unnamed = OwnFiles.write(gamma.resolve("agent.json"), List.of(OwnFiles.run("1", 0, "0", ""))).toString();
        Path json = folder.resolve("models.json");
        assertEquals(0, CommandLineRun.of("evaluate", "--by", "own", "--rollouts", two, unnamed, "--json", json.toString()).exitCode());
        assertTrue(Files.readString(json).contains("--model one gamma"), Files.readString(json));
        CommandLineRun again = CommandLineRun.of("verify", json.toString(), "--inputs", folder.toString());
        assertEquals(0, again.exitCode(), again.out() + again.err());
    }

    @Test
    void aFileOfAKnownFormatWithoutARunIsNamed() throws Exception {
        Path log = Files.writeString(folder.resolve("log.json"), "{\"eval\": {\"model\": \"m\"}, \"samples\": []}");
        CommandLineRun run = CommandLineRun.of("evaluate", "--by", "own", "--rollouts", log.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("the file is an Inspect log without samples, so that it holds no run: " + log), run.err());
    }
}
