package org.shoptrace.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.takeover.Continuation;
import org.shoptrace.core.takeover.Origin;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.takeover.TakeOverStore;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.Products;

class WorkspaceSessionTest {
    private static final String DOCUMENT = """
            {"id":"7","contents":"red kettle\\n\\n","product":{"product_id":"7","shop_id":"1","title":"red kettle","price":120.0,\
            "sold_count":3,"sku_options":{},"attributes":{},"service":["COD"]}}
            """;
    private static final String TASK = """
            {"query":"a red kettle","reward":{"product_id":"7","title":["red kettle"],"service":["COD"]}}
            """;

    @TempDir
    Path folder;

    @TempDir
    Path userData;

    private final ToldComplaints complaints = new ToldComplaints();
    private WorkspaceSession session;
    private OpenWorkspace open;

    @BeforeEach
    void assemble() {
        WorkspacePorts ports = new WorkspacePorts(
                new LuceneCatalogs(),
                _ -> folder,
                sandbox -> new ShoppingBenchProfile(sandbox::product, new SameTitle(), false),
                userData);
        session = new WorkspaceSession(new DirectJobRunner(), complaints, ports);
        open = session.workspace();
    }

    @Test
    void offersTheIndexThenOpensItAndScoresTheRuns() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7") + run("no such query", "7"));

        session.open(folder);
        assertInstanceOf(CatalogState.NotIndexed.class, open.catalog());
        assertEquals(1, open.tasks().size());
        assertEquals(List.of("m1", "m1"), open.runs().stream().map(RunSummary::model).toList());
        assertTrue(Files.notExists(folder.resolve(".shoptrace/catalog")), "opening builds nothing");

        session.buildIndex();
        assertEquals(1, open.sandbox().orElseThrow().size());
        RunOutcome.Scored scored = assertInstanceOf(RunOutcome.Scored.class, open.outcome(open.runs().get(0).id()));
        assertTrue(scored.score().success());
        assertEquals(
                new RunOutcome.Unscorable("no task file here asks its query"),
                open.outcome(open.runs().get(1).id()));
        assertEquals(
                List.of(RunFacts.Result.SUCCESS, RunFacts.Result.UNSCORED),
                open.runs().stream().map(run -> open.facts(run.id()).orElseThrow().result()).toList());
        assertEquals(List.of(), complaints.told);
        assertEquals(Json.of("7"), open.reader().read(open.runs().get(0)).recommendation().orElseThrow());

        session.open(folder);
        assertInstanceOf(CatalogState.Open.class, open.catalog());
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, open.outcome(open.runs().get(0).id())).score().success());
        assertEquals(new RunOutcome.Unscorable("no task file here asks its query"), open.outcome(open.runs().get(1).id()));
        assertEquals(3, KeptFiles.lines(folder), "a head and two runs, which were not diagnosed again");
    }

    @Test
    void aCatalogueWhoseDocumentsHaveChangedIsIndexedAgainOnDemand() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7"));
        session.open(folder);
        session.buildIndex();
        assertTrue(complaints.again.isEmpty());
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT + DOCUMENT.replace("\"7\"", "\"8\""));
        session.open(folder);
        assertEquals(1, open.sandbox().orElseThrow().size(), "the index is as it was");
        assertTrue(complaints.told.getLast().contains("catalogue.jsonl has changed since"), complaints.told.getLast());
        complaints.again.orElseThrow().run();
        CatalogState.Open now = assertInstanceOf(CatalogState.Open.class, open.catalog());
        assertEquals(2, now.sandbox().size());
        assertEquals(List.of(), now.changed());
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(open.runs().getFirst().id()), "and the runs are diagnosed anew");
    }

    @Test
    void knowsWhatToOpenAtTheNextStart() {
        Path here = Path.of("").toAbsolutePath();
        session.open(here.relativize(folder));
        assertEquals(Optional.of(folder), session.chosen());
        session.openDemo();
        assertEquals(Optional.of(folder), open.folder().map(WorkspaceFolder::folder));
        assertEquals(Optional.empty(), session.chosen(), "the demo opens by itself");
    }

    @Test
    void asksWhichTaskFileCountsAndRemembersTheAnswer() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("a.jsonl"), TASK);
        Files.writeString(folder.resolve("b.jsonl"), TASK.replace("[\"COD\"]", "[\"official\"]"));
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7"));
        session.open(folder);
        session.buildIndex();
        RunSummary asked = open.runs().getFirst();
        assertEquals(Optional.empty(), open.task(asked));
        assertTrue(open.whyNoTask(asked).contains("choose one above"), open.whyNoTask(asked));
        assertInstanceOf(RunOutcome.Unscorable.class, open.outcome(asked.id()));
        assertEquals(1, open.choices().ambiguities().size());

        session.answer(open.identity().withTaskFile("a red kettle", "b.jsonl"));
        assertEquals(List.of("official"), open.task(asked).orElseThrow().rewards().getFirst().services());
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(asked.id()));

        session.open(folder);
        assertEquals(List.of("official"), open.task(open.runs().getFirst()).orElseThrow().rewards().getFirst().services());
        session.answer(open.identity().withTaskFile("a red kettle", "a.jsonl"));
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, open.outcome(asked.id())).score().success());
    }

    @Test
    void aPersonSaysWhichTaskARunBelongsTo() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("chats.jsonl"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Please find: a red kettle !\"},"
                        + " {\"role\": \"assistant\", \"content\": \"no\"}]}\n{\"messages\": [{\"role\": \"user\", \"content\": \"a"
                        + " kettle\"},"
                        + " {\"role\": \"assistant\", \"content\": \"no\"}]}\n");
        session.open(folder);
        session.buildIndex();
        assertTrue(open.task(open.runs().getFirst()).isPresent(), "its prompt contains the query");
        RunSummary other = open.runs().getLast();
        assertEquals(Optional.empty(), open.task(other));
        session.answer(open.identity().withRun(other.id(), Optional.of("a red kettle")));
        assertTrue(open.task(open.runs().getLast()).isPresent());
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(other.id()));
        assertEquals(Optional.of("a red kettle"), open.reader().read(open.runs().getLast()).query());
        session.answer(open.identity().withRun(other.id(), Optional.empty()));
        assertEquals(Optional.of("a kettle"), open.runs().getLast().query());
        assertInstanceOf(RunOutcome.Unscorable.class, open.outcome(other.id()));
    }

    @Test
    void opensTheCatalogueThatKnowsTheRunsProductsUnlessAPersonChoseAnother() throws Exception {
        Files.createDirectories(folder.resolve("x"));
        Files.writeString(folder.resolve("x/small.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("x/large.jsonl"), DOCUMENT.replace("\"7\"", "\"8\"") + DOCUMENT.replace("\"7\"", "\"9\""));
        LuceneCatalogs catalogs = new LuceneCatalogs();
        for (String name : List.of("small", "large")) {
            catalogs.build(List.of(folder.resolve("x/" + name + ".jsonl")), folder.resolve(".shoptrace/catalog/x-" + name + ".jsonl"),
                    _ -> {}, Progress.NONE);
        }
        String found = "{\"name\":\"find_product\",\"parameters\":{\"q\":\"kettle\"},\"result\":[{\"product_id\":\"7\",\"title\":\"red"
                + " kettle\"}]}";
        Files.writeString(folder.resolve("rollout_product_m.jsonl"),
                "[{\"completion\":{\"message\":{\"tool_call\":[" + found + "]}},\"extra_info\":{\"query\":\"q\"}}]\n");
        session.open(folder);
        assertEquals(1, open.sandbox().orElseThrow().size(), "the small one knows product 7");
        session.chooseCatalogue(Optional.of(folder.resolve(".shoptrace/catalog/x-large.jsonl")));
        assertEquals(2, open.sandbox().orElseThrow().size());
        session.open(folder);
        assertEquals(2, open.sandbox().orElseThrow().size());
        session.chooseCatalogue(Optional.empty());
        assertEquals(1, open.sandbox().orElseThrow().size());
    }

    @Test
    void aCatalogueThatWasBuiltIsBuiltWhenItIsChosenAgain() throws Exception {
        Files.writeString(folder.resolve("large.jsonl"), DOCUMENT + DOCUMENT.replace("\"7\"", "\"8\""));
        Files.writeString(folder.resolve("small.jsonl"), DOCUMENT);
        session.open(folder);
        Path large = folder.resolve(".shoptrace/catalog/large.jsonl");
        Path small = folder.resolve(".shoptrace/catalog/small.jsonl");
        session.buildIndex();
        assertEquals(List.of(large), built());
        session.chooseCatalogue(Optional.of(small));
        assertInstanceOf(CatalogState.NotIndexed.class, open.catalog());
        assertEquals(List.of(large), built());
        session.buildIndex();
        assertEquals(List.of(large, small), built(), "a person can choose from both now");
        assertEquals(Optional.of(small), open.choices().open());
        session.chooseCatalogue(Optional.of(large));
        assertEquals(2, assertInstanceOf(CatalogState.Open.class, open.catalog()).sandbox().size());
        session.chooseCatalogue(Optional.of(small));
        assertEquals(1, assertInstanceOf(CatalogState.Open.class, open.catalog()).sandbox().size());
        session.chooseCatalogue(Optional.empty());
        assertEquals(2, assertInstanceOf(CatalogState.Open.class, open.catalog()).sandbox().size());
    }

    private List<Path> built() {
        return open.choices().catalogues().stream().map(Catalogue::directory).toList();
    }

    @Test
    void aRunThatCannotBeReadAnyMoreKeepsNoOtherFromBeingDiagnosed() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Path rollouts = folder.resolve("rollout_product_m1.jsonl");
        Files.writeString(rollouts, run("a red kettle", "8") + run("a red kettle", "7"));
        session.open(folder);
        String changed = Files.readString(rollouts).replaceFirst("\"think\":\"t\"", "\"think\":\"x\"");
        Files.writeString(rollouts, changed);
        session.buildIndex();
        assertTrue(
                assertInstanceOf(RunOutcome.Unscorable.class, open.outcome(open.runs().get(0).id())).why()
                        .startsWith("it cannot be read"));
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(open.runs().get(1).id()));
        assertTrue(open.facts(open.runs().get(0).id()).isEmpty());
    }

    @Test
    void aRunThatWasTakenOverIsListedAndScoredAtOnceAndFoundAgain() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "8"));
        session.open(folder);
        session.buildIndex();
        Run parent = open.reader().read(open.runs().getFirst());
        Continuation hand = new Continuation(new SandboxTools(open.sandbox().orElseThrow(), (_, _) -> List.of()), () -> Instant.EPOCH);
        TakeOver so = hand.byHand(
                TakeOver.from(parent, 1, "ada"),
                "",
                List.of(new Continuation.Request("recommend_product", Json.Obj.EMPTY.with("product_ids", Json.of("7")))),
                "");
        Run saved = new TakeOverStore(OwnFolder.at(open.folder().orElseThrow().takeOvers())).save(so);
        session.written(saved.source().file());
        assertEquals(List.of("m1", "m1+ada"), open.runs().stream().map(RunSummary::model).toList());
        assertEquals(saved.id(), open.runs().getLast().id());
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, open.outcome(saved.id())).score().success());
        session.open(folder);
        assertEquals(List.of("m1", "m1+ada"), open.runs().stream().map(RunSummary::model).sorted().toList());
        assertEquals(Optional.of("ada"), Origin.of(open.reader().read(open.runs().stream()
                .filter(run -> run.id().equals(saved.id())).findFirst().orElseThrow())).map(Origin::by));
    }

    @Test
    void anotherStepLimitIsKeptAndMakesEveryDiagnosisAnew() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "8"));
        session.open(folder);
        session.buildIndex();
        RunFacts before = open.facts(open.runs().getFirst().id()).orElseThrow();
        session.answer(open.identity().withStepLimit(OptionalInt.of(1)));
        RunFacts after = open.facts(open.runs().getFirst().id()).orElseThrow();
        assertEquals(1, open.stepLimit());
        assertTrue(!before.equals(after), "a run of one step is at the limit now: " + after);
        session.open(folder);
        assertEquals(1, open.stepLimit());
        assertEquals(after, open.facts(open.runs().getFirst().id()).orElseThrow());
        session.answer(open.identity().withStepLimit(OptionalInt.empty()));
        assertEquals(before, open.facts(open.runs().getFirst().id()).orElseThrow());
    }

    @Test
    void readsTheOtherFilesWhenOneCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("rollout_product_a.jsonl"), run("q", "1") + "[{\"completion\": \n");
        Files.writeString(folder.resolve("rollout_product_b.jsonl"), run("q", "2"));
        session.open(folder);
        assertEquals(2, open.runs().size());
        assertEquals(1, complaints.told.size());
        assertTrue(complaints.told.getLast().contains("rollout_product_a.jsonl:2"), complaints.told.toString());
    }

    @Test
    void saysThatTwoTaskFilesDisagree() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), TASK);
        Files.writeString(folder.resolve("b.jsonl"), TASK.replace("\"7\"", "\"8\""));
        Files.writeString(folder.resolve("rollout_product_m.jsonl"), run("a red kettle", "7"));
        session.open(folder);
        assertTrue(open.task(open.runs().getFirst()).isEmpty());
        assertEquals("several task files ask its query for different rewards; choose one above the run's steps",
                open.whyNoTask(open.runs().getFirst()));
        assertTrue(complaints.told.getLast().contains("different rewards"), complaints.told.toString());
        complaints.told.clear();
        session.open(folder);
        assertEquals(List.of(), complaints.told, "asked once; the header of the run asks on");
        assertEquals(1, open.choices().ambiguities().size());
        Files.writeString(folder.resolve("c.jsonl"), TASK.replace("red", "blue"));
        Files.writeString(folder.resolve("d.jsonl"), TASK.replace("red", "blue").replace("\"7\"", "\"8\""));
        session.open(folder);
        assertTrue(complaints.told.getLast().contains("blue kettle"), complaints.told.toString());
    }

    @Test
    void whatIsFoundOutAboutAnotherTaskIsNeverPublished() throws Exception {
        LateJobRunner jobs = new LateJobRunner();
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7"));
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(folder.resolve("rollout_product_m1.jsonl"), runs::add, Progress.NONE);
        GivenWorkspace given = new GivenWorkspace();
        open = given.open();
        given.reader(_ -> runs.getFirst());
        given.add(List.of(RunSummary.of(runs.getFirst(), 100)));
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(8))));
        DiagnosisRounds rounds = new DiagnosisRounds(
                open, new OpeningJobs(jobs, complaints),
                sandbox -> new ShoppingBenchProfile(sandbox::product, new SameTitle(), false));
        rounds.keepIn(OwnFolder.at(userData));
        rounds.diagnose();
        given.tasks(List.of(TaskCodec.decode(JsonReader.read(TASK))));
        rounds.changed(Set.of(runs.getFirst().id()));
        rounds.diagnose();
        jobs.finish(1);
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(runs.getFirst().id()));
        jobs.finish(0);
        assertInstanceOf(RunOutcome.Scored.class, open.outcome(runs.getFirst().id()), "the first round knew no task yet");
    }

    @Test
    void saysWhichOfSeveralCataloguesItTakesAndThatAFileIsEmpty() throws Exception {
        Files.writeString(folder.resolve("small.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("large.jsonl"), DOCUMENT + DOCUMENT.replace("\"7\"", "\"8\""));
        Files.writeString(folder.resolve("empty.jsonl"), "");
        session.open(folder);
        assertTrue(open.remark().endsWith("catalogue large.jsonl, one of 2"), open.remark());
        assertTrue(complaints.told.getLast().contains("empty.jsonl: the file is empty"), complaints.told.toString());
    }

    @Test
    void aFileThatProvesToHoldNoRunIsPassedOverAndNoFailure() throws Exception {
        String task = "t".repeat(100_000);
        Path log = Files.writeString(
                folder.resolve("log.json"), "{\"eval\": {\"task\": \"" + task + "\", \"model\": \"m\"}, \"samples\": []}");
        session.open(folder);
        assertEquals(List.of(), complaints.told);
        assertEquals(
                List.of(new Workspace.Problem(log, "an Inspect log without samples, so that it holds no run")),
                open.leftOut().passedOver());
    }

    @Test
    void saysWhenAFolderHoldsNothing() {
        session.open(folder);
        assertTrue(complaints.told.getLast().startsWith("Nothing was recognised in " + folder));
        assertInstanceOf(CatalogState.None.class, open.catalog());
    }

    private static String run(String query, String productId) {
        return """
                [{"prompt":[],"completion":{"reasoning_content":"","content":"","message":{"think":"t","tool_call":[\
                {"name":"recommend_product","parameters":{"product_ids":"%s"},"tool_call_id":"x"}],"obs":[{"tool_call_id":"x","results":"ok"}]}},\
                "extra_info":{"step":1,"query":"%s","timestamp":1}}]
                """
                .formatted(productId, query);
    }

    private static final class SameTitle implements TitleSimilarity {
        @Override
        public String name() {
            return "same title";
        }

        @Override
        public boolean comparableWithPublished() {
            return false;
        }

        @Override
        public double similarity(String a, String b) {
            return a.equals(b) ? 1 : 0;
        }
    }
}
