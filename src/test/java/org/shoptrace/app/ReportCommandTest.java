package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

class ReportCommandTest {
    /// It is shown both prices, and states others.
    private static final String RUN = "[{'completion':{'message':{'tool_call':[{'name':'find_product','parameters':{'q':'red'},"
            + "'tool_call_id':'a'}],'obs':[{'tool_call_id':'a','results':["
            + "{'product_id':'30','shop_id':'7','title':'Blue wallet','price':100.0,'service':[],'sold_count':4},"
            + "{'product_id':'100','shop_id':'8','title':'Red lamp','price':80.0,'service':[],'sold_count':4}]}]}},"
            + "'extra_info':{'query':'QUERY','timestamp':1}},"
            + "{'completion':{'message':{'response':'The blue wallet costs PHP 1. The red lamp costs PHP 1.',"
            + "'tool_call':[{'name':'recommend_product','parameters':{'product_ids':'IDS'}}]}},"
            + "'extra_info':{'query':'QUERY','timestamp':2}}]";

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
        write("tasks.jsonl", "{'query':'a wallet','reward':{'product_id':'30','service':['COD']}}",
                "{'query':'a lamp','reward':{'product_id':'100','title':['A lamp']}}");
        write("web.jsonl", "{'query':'who?','Knowledge_Attribute':'X','reward':{'product_id':'30','title':'Blue wallet'}}");
        write("table.json", "[]");
        write("a.jsonl", run("a wallet", "30"), run("a lamp", " 100"), "no run", run("nobody asked", "20"));
        write("b.jsonl", run("a wallet", "20"), run("a lamp", "100"));
    }

    @Test
    void writesThePageEveryTableAndEveryChart() throws Exception {
        CommandLineRun run = report("--out", path("out"), "--model", "first", "second", "--seed", "7");
        assertEquals(0, run.exitCode(), run.err());
        for (String file : run.out().lines().toList()) {
            assertTrue(Files.size(Path.of(file)) > 0, file);
        }
        String page = Files.readString(folder.resolve("out/report.html"));
        assertTrue(page.contains(
                "2 tasks asked, 2 with a scored run, 0 missing; 2 runs scored, 0 lost by the harness, 1 of no task, 1 rejected lines"));
        assertTrue(page.contains("10000 resamples of tasks, seed 7"));
        assertTrue(page.contains(
                "shoptrace report --catalog CATALOG --tasks tasks.jsonl --rollouts a.jsonl b.jsonl --model first second"
                        + " --profile shoppingbench --similarity table:table.json --steps 30 --seed 7 --out report"),
                "the command line makes it again");
        assertEquals(List.of("first", "second"), texts("figures", "model").stream().distinct().toList());
        assertEquals(List.of(1L, 1L), rows("claims").stream()
                .filter(row -> row.text("intent").equals(Optional.of("product")) && row.text("outcome").equals(Optional.of("successes"))
                        && row.text("about").equals(Optional.of("recommended")))
                .map(row -> number(row, "runs with a wrong claim"))
                .toList(), "each success states a price that is not so");
        assertTrue(texts("failures", "group").contains("Right products, malformed answer"), texts("failures", "group").toString());
        assertEquals(0, number(rows("denominators").getFirst(), "failed by the harness"));
        // the competition trims the id that the space keeps the benchmark from finding
        List<Json.Obj> oro = rows("flips").stream().filter(row -> row.text("other scorer").equals(Optional.of("profile oro"))).toList();
        assertEquals(List.of(Optional.of("a lamp")), oro.stream().map(row -> row.text("query")).toList());
        assertEquals(Optional.of("there"), oro.getFirst().text("passes"));
        assertEquals(List.of("Nothing but the title"),
                texts("doubtful_tasks", "doubt").stream().filter(d -> d.startsWith("Nothing")).toList());
        for (String chart : List.of("asr", "car", "asr_car", "failures_by_stage", "claims_chart", "constraints_met", "doubtful", "tool_use",
                "threshold_sweep")) {
            assertTrue(Files.exists(folder.resolve("out/" + chart + ".svg")), chart);
            assertTrue(Files.exists(folder.resolve("out/" + chart + ".png")), chart);
        }
    }

    @Test
    void aFileWithoutARunOfTheseTasksIsNoReportOfZeros() throws Exception {
        write("c.jsonl", run("nobody asked", "20"));
        write("d.jsonl", "");
        String[] wrong = {"c.jsonl", "d.jsonl"};
        String[] said = {"none of the 1 runs belongs to a task of " + path("tasks.jsonl"), "the file holds no run: " + path("d.jsonl")};
        for (int i = 0; i < wrong.length; i++) {
            CommandLineRun run = CommandLineRun.of(
                    "report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts", path("a.jsonl"), path(wrong[i]),
                    "--similarity", "table:" + path("table.json"), "--out", path("none"));
            assertEquals(1, run.exitCode());
            assertTrue(run.err().contains(said[i]), run.err());
            assertFalse(Files.exists(folder.resolve("none")));
        }
    }

    @Test
    void withoutADiagnosisThereIsNoTableOfClaims() throws Exception {
        assertEquals(0, report("--out", path("out"), "--no-diagnosis").exitCode());
        assertFalse(Files.exists(folder.resolve("out/claims.csv")));
        assertTrue(Files.exists(folder.resolve("out/constraints.csv")));
    }

    @Test
    void tasksThatTheProfileDoesNotScoreAreCountedApart() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), path("web.jsonl"), "--rollouts", path("b.jsonl"),
                "--profile", "oro", "--similarity", "table:" + path("table.json"), "--out", path("out"));
        assertEquals(0, run.exitCode(), run.err());
        String page = Files.readString(folder.resolve("out/report.html"));
        assertTrue(page.contains("1 tasks were given that the profile oro does not score"), page.substring(0, 3000));
        assertTrue(page.contains("2 tasks asked"));
        assertEquals(List.of("30"), texts("shared", "value"), "the target of both files");
    }

    @Test
    void annotatorsAreHeldAgainstTheScorerAndTheirDoubtsLeftOut() throws Exception {
        assertEquals(0, report("--out", path("first")).exitCode());
        List<Json.Obj> claims = rows("first", "claim_runs");
        RunId id = new RunId(claims.getFirst().text("run id").orElseThrow());
        try (AnnotationStore store = new AnnotationStore(folder.resolve("notes"), List.of())) {
            store.state("ann", new Subject.OfRun(id), Statement.EMPTY.toggled("wrong_variant"), Occasion.UNKNOWN);
            store.state("ann", new Subject.OfTask("a lamp"), Statement.EMPTY.withVerdict(Optional.of(TaskVerdict.AMBIGUOUS)),
                    Occasion.UNKNOWN);
        }
        CommandLineRun run = report("--out", path("out"), "--annotations", path("notes"));
        assertEquals(0, run.exitCode(), run.err());
        Json.Obj agreement = rows("agreement").getFirst();
        assertEquals(List.of(1L, 0L), List.of(number(agreement, "runs of both"), number(agreement, "agree")));
        assertEquals(List.of(id.sha256()), texts("disagreements", "run id"));
        assertTrue(texts("without_doubts", "left out").contains("doubted by an annotator"));
    }

    @Test
    void wrongUsageIsToldBeforeAnyWork() {
        assertEquals(2, report("--model", "a", "b", "c").exitCode());
        assertEquals(2, report("--beside", "nothing").exitCode());
        assertEquals(2, report("--steps", "0").exitCode());
        CommandLineRun run = report("--calibration", path("tasks.jsonl"), "--out", path("out"));
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("the vectors of 0 titles"), run.err());
    }

    @Test
    void doubtsAndWhatFilesShareAreListed() throws Exception {
        CommandLineRun run = CommandLineRun.of("doubts", "--tasks", path("tasks.jsonl"), path("web.jsonl"), "--json", path("doubts.json"));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("  title_only: 1 of 2, in 1 tasks"), run.out());
        assertTrue(run.out().contains("share 1 values of product: 1 of 2 and 1 of 1 tasks"), run.out());
        Json.Obj written = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("doubts.json")));
        assertEquals(1, written.items("shared").size());
        assertEquals(1, written.object("doubts").orElseThrow().items("tasks.jsonl").size());
    }

    @Test
    void aSuiteWithoutVectorsCannotCalibrate() {
        CommandLineRun run = CommandLineRun.of("calibrate", "--suite", path("tasks.jsonl"), "--similarity", "table:" + path("table.json"));
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("Name a suite whose tasks have reward_title_embeddings"), run.err());
        assertEquals(2, CommandLineRun.of("calibrate", "--suite", path("tasks.jsonl"), "--similarity", "none").exitCode());
    }

    private CommandLineRun report(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "report", "--catalog", path("catalogue"), "--tasks", path("tasks.jsonl"), "--rollouts", path("a.jsonl"), path("b.jsonl"),
                "--similarity", "table:" + path("table.json")));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private List<Json.Obj> rows(String table) throws Exception {
        return rows("out", table);
    }

    private List<Json.Obj> rows(String out, String table) throws Exception {
        Json.Arr rows = (Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve(out).resolve(table + ".json")));
        return rows.items().stream().map(Json.Obj.class::cast).toList();
    }

    private List<String> texts(String table, String column) throws Exception {
        return rows(table).stream().map(row -> row.text(column).orElseThrow()).toList();
    }

    private static long number(Json.Obj row, String column) {
        return Long.parseLong(((Json.Num) row.get(column).orElseThrow()).text());
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
