package org.shoptrace.ui.session;

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
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.takeover.Continuation;
import org.shoptrace.core.takeover.Origin;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.takeover.TakeOverStore;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.Products;
import org.shoptrace.ui.kit.Notices;

class WorkspaceLoaderTest {
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

    private final WorkspaceViewModel model = new WorkspaceViewModel();
    private final Notices notices = new Notices();
    private WorkspaceLoader loader;

    @BeforeEach
    void assemble() {
        WorkspacePorts ports = new WorkspacePorts(
                new LuceneCatalogs(),
                _ -> folder,
                sandbox -> new ShoppingBenchProfile(sandbox::product, new SameTitle(), false),
                userData);
        loader = new WorkspaceLoader(model, new DirectJobRunner(), notices, ports);
    }

    @Test
    void offersTheIndexThenOpensItAndScoresTheRuns() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7") + run("no such query", "7"));

        loader.open(folder);
        assertInstanceOf(CatalogState.NotIndexed.class, model.catalogProperty().get());
        assertEquals(1, model.tasks().size());
        assertEquals(List.of("m1", "m1"), model.runs().stream().map(RunSummary::model).toList());
        assertTrue(Files.notExists(folder.resolve(".shoptrace/catalog")), "opening builds nothing");

        loader.buildIndex();
        assertEquals(1, model.sandbox().orElseThrow().size());
        RunOutcome.Scored scored = assertInstanceOf(RunOutcome.Scored.class, model.outcome(model.runs().get(0).id()));
        assertTrue(scored.score().success());
        assertEquals(
                new RunOutcome.Unscorable("no task file here asks its query"),
                model.outcome(model.runs().get(1).id()));
        assertEquals(
                List.of(RunFacts.Result.SUCCESS, RunFacts.Result.UNSCORED),
                model.runs().stream().map(run -> model.facts(run.id()).orElseThrow().result()).toList());
        assertEquals(List.of(), notices.open());
        assertEquals(Json.of("7"), model.reader().read(model.runs().get(0)).recommendation().orElseThrow());

        loader.open(folder);
        assertInstanceOf(CatalogState.Open.class, model.catalogProperty().get());
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, model.outcome(model.runs().get(0).id())).score().success());
        assertEquals(new RunOutcome.Unscorable("no task file here asks its query"), model.outcome(model.runs().get(1).id()));
        assertEquals(3, Files.readAllLines(folder.resolve(".shoptrace/findings.jsonl")).stream().filter(line -> !line.isEmpty()).count());
    }

    @Test
    void knowsWhatToOpenAtTheNextStart() {
        Path here = Path.of("").toAbsolutePath();
        loader.open(here.relativize(folder));
        assertEquals(Optional.of(folder), loader.chosen());
        loader.openDemo();
        assertEquals(Optional.of(folder), model.folderProperty().get().map(WorkspaceFolder::folder));
        assertEquals(Optional.empty(), loader.chosen(), "the demo opens by itself");
    }

    @Test
    void asksWhichTaskFileCountsAndRemembersTheAnswer() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("a.jsonl"), TASK);
        Files.writeString(folder.resolve("b.jsonl"), TASK.replace("[\"COD\"]", "[\"official\"]"));
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7"));
        loader.open(folder);
        loader.buildIndex();
        RunSummary asked = model.runs().getFirst();
        assertEquals(Optional.empty(), model.task(asked));
        assertTrue(model.whyNoTask(asked).contains("choose one above"), model.whyNoTask(asked));
        assertInstanceOf(RunOutcome.Unscorable.class, model.outcome(asked.id()));
        assertEquals(1, model.choicesProperty().get().ambiguities().size());

        loader.answer(model.identityProperty().get().withTaskFile("a red kettle", "b.jsonl"));
        assertEquals(List.of("official"), model.task(asked).orElseThrow().rewards().getFirst().services());
        assertInstanceOf(RunOutcome.Scored.class, model.outcome(asked.id()));

        loader.open(folder);
        assertEquals(List.of("official"), model.task(model.runs().getFirst()).orElseThrow().rewards().getFirst().services());
        loader.answer(model.identityProperty().get().withTaskFile("a red kettle", "a.jsonl"));
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, model.outcome(asked.id())).score().success());
    }

    @Test
    void aPersonSaysWhichTaskARunBelongsTo() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("chats.jsonl"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Please find: a red kettle !\"},"
                        + " {\"role\": \"assistant\", \"content\": \"no\"}]}\n{\"messages\": [{\"role\": \"user\", \"content\": \"a kettle\"},"
                        + " {\"role\": \"assistant\", \"content\": \"no\"}]}\n");
        loader.open(folder);
        loader.buildIndex();
        assertTrue(model.task(model.runs().getFirst()).isPresent(), "its prompt contains the query");
        RunSummary other = model.runs().getLast();
        assertEquals(Optional.empty(), model.task(other));
        loader.answer(model.identityProperty().get().withRun(other.id(), Optional.of("a red kettle")));
        assertTrue(model.task(model.runs().getLast()).isPresent());
        assertInstanceOf(RunOutcome.Scored.class, model.outcome(other.id()));
        assertEquals(Optional.of("a red kettle"), model.reader().read(model.runs().getLast()).query());
        loader.answer(model.identityProperty().get().withRun(other.id(), Optional.empty()));
        assertEquals(Optional.of("a kettle"), model.runs().getLast().query());
        assertInstanceOf(RunOutcome.Unscorable.class, model.outcome(other.id()));
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
        String found = "{\"name\":\"find_product\",\"parameters\":{\"q\":\"kettle\"},\"result\":[{\"product_id\":\"7\",\"title\":\"red kettle\"}]}";
        Files.writeString(folder.resolve("rollout_product_m.jsonl"),
                "[{\"completion\":{\"message\":{\"tool_call\":[" + found + "]}},\"extra_info\":{\"query\":\"q\"}}]\n");
        loader.open(folder);
        assertEquals(1, model.sandbox().orElseThrow().size(), "the small one knows product 7");
        loader.chooseCatalogue(Optional.of(folder.resolve(".shoptrace/catalog/x-large.jsonl")));
        assertEquals(2, model.sandbox().orElseThrow().size());
        loader.open(folder);
        assertEquals(2, model.sandbox().orElseThrow().size());
        loader.chooseCatalogue(Optional.empty());
        assertEquals(1, model.sandbox().orElseThrow().size());
    }

    @Test
    void aRunThatCannotBeReadAnyMoreKeepsNoOtherFromBeingDiagnosed() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Path rollouts = folder.resolve("rollout_product_m1.jsonl");
        Files.writeString(rollouts, run("a red kettle", "8") + run("a red kettle", "7"));
        loader.open(folder);
        String changed = Files.readString(rollouts).replaceFirst("\"think\":\"t\"", "\"think\":\"x\"");
        Files.writeString(rollouts, changed);
        loader.buildIndex();
        assertTrue(
                assertInstanceOf(RunOutcome.Unscorable.class, model.outcome(model.runs().get(0).id())).why()
                        .startsWith("it cannot be read"));
        assertInstanceOf(RunOutcome.Scored.class, model.outcome(model.runs().get(1).id()));
        assertTrue(model.facts(model.runs().get(0).id()).isEmpty());
    }

    @Test
    void aRunThatWasTakenOverIsListedAndScoredAtOnceAndFoundAgain() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "8"));
        loader.open(folder);
        loader.buildIndex();
        Run parent = model.reader().read(model.runs().getFirst());
        Continuation hand = new Continuation(new SandboxTools(model.sandbox().orElseThrow(), (_, _) -> List.of()), () -> Instant.EPOCH);
        TakeOver so = hand.byHand(
                TakeOver.from(parent, 1, "ada"),
                "",
                List.of(new Continuation.Request("recommend_product", Json.Obj.EMPTY.with("product_ids", Json.of("7")))),
                "");
        Run saved = new TakeOverStore(model.folderProperty().get().orElseThrow().takeOvers()).save(so);
        loader.written(saved.source().file());
        assertEquals(List.of("m1", "m1+ada"), model.runs().stream().map(RunSummary::model).toList());
        assertEquals(saved.id(), model.runs().getLast().id());
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, model.outcome(saved.id())).score().success());
        loader.open(folder);
        assertEquals(List.of("m1", "m1+ada"), model.runs().stream().map(RunSummary::model).sorted().toList());
        assertEquals(Optional.of("ada"), Origin.of(model.reader().read(model.runs().stream()
                .filter(run -> run.id().equals(saved.id())).findFirst().orElseThrow())).map(Origin::by));
    }

    @Test
    void anotherStepLimitIsKeptAndMakesEveryDiagnosisAnew() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("tasks.jsonl"), TASK);
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "8"));
        loader.open(folder);
        loader.buildIndex();
        RunFacts before = model.facts(model.runs().getFirst().id()).orElseThrow();
        loader.answer(model.identityProperty().get().withStepLimit(OptionalInt.of(1)));
        RunFacts after = model.facts(model.runs().getFirst().id()).orElseThrow();
        assertEquals(1, model.stepLimit());
        assertTrue(!before.equals(after), "a run of one step is at the limit now: " + after);
        loader.open(folder);
        assertEquals(1, model.stepLimit());
        assertEquals(after, model.facts(model.runs().getFirst().id()).orElseThrow());
        loader.answer(model.identityProperty().get().withStepLimit(OptionalInt.empty()));
        assertEquals(before, model.facts(model.runs().getFirst().id()).orElseThrow());
    }

    @Test
    void readsTheOtherFilesWhenOneCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("rollout_product_a.jsonl"), run("q", "1") + "[{\"completion\": \n");
        Files.writeString(folder.resolve("rollout_product_b.jsonl"), run("q", "2"));
        loader.open(folder);
        assertEquals(2, model.runs().size());
        assertEquals(1, notices.open().size());
        assertTrue(notices.open().getFirst().summary().contains("rollout_product_a.jsonl:2"), notices.open().toString());
    }

    @Test
    void saysThatTwoTaskFilesDisagree() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), TASK);
        Files.writeString(folder.resolve("b.jsonl"), TASK.replace("\"7\"", "\"8\""));
        Files.writeString(folder.resolve("rollout_product_m.jsonl"), run("a red kettle", "7"));
        loader.open(folder);
        assertTrue(model.task(model.runs().getFirst()).isEmpty());
        assertEquals("several task files ask its query for different rewards; choose one above the run's steps",
                model.whyNoTask(model.runs().getFirst()));
        assertTrue(notices.open().getFirst().summary().contains("different rewards"), notices.open().toString());
        notices.dismiss(notices.open().getFirst());
        loader.open(folder);
        assertEquals(List.of(), notices.open(), "asked once; the header of the run asks on");
        assertEquals(1, model.choicesProperty().get().ambiguities().size());
        Files.writeString(folder.resolve("c.jsonl"), TASK.replace("red", "blue"));
        Files.writeString(folder.resolve("d.jsonl"), TASK.replace("red", "blue").replace("\"7\"", "\"8\""));
        loader.open(folder);
        assertTrue(notices.open().getFirst().summary().contains("blue kettle"), notices.open().toString());
    }

    @Test
    void whatIsFoundOutAboutAnotherTaskIsNeverPublished() throws Exception {
        LateJobRunner jobs = new LateJobRunner();
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"), run("a red kettle", "7"));
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(folder.resolve("rollout_product_m1.jsonl"), runs::add, Progress.NONE);
        model.publishReader(_ -> runs.getFirst());
        model.addRuns(List.of(RunSummary.of(runs.getFirst(), 100)));
        model.publishCatalog(new CatalogState.Open(new FakeSandbox(Products.kettles(8))));
        DiagnosisRounds rounds = new DiagnosisRounds(
                model, jobs, sandbox -> new ShoppingBenchProfile(sandbox::product, new SameTitle(), false), notices::report);
        rounds.keepIn(userData);
        rounds.diagnose();
        model.publishTasks(List.of(TaskCodec.decode(JsonReader.read(TASK))));
        rounds.changed(Set.of(runs.getFirst().id()));
        rounds.diagnose();
        jobs.finish(1);
        assertInstanceOf(RunOutcome.Scored.class, model.outcome(runs.getFirst().id()));
        jobs.finish(0);
        assertInstanceOf(RunOutcome.Scored.class, model.outcome(runs.getFirst().id()), "the first round knew no task yet");
    }

    @Test
    void saysWhichOfSeveralCataloguesItTakesAndThatAFileIsEmpty() throws Exception {
        Files.writeString(folder.resolve("small.jsonl"), DOCUMENT);
        Files.writeString(folder.resolve("large.jsonl"), DOCUMENT + DOCUMENT.replace("\"7\"", "\"8\""));
        Files.writeString(folder.resolve("empty.jsonl"), "");
        loader.open(folder);
        assertTrue(model.statusProperty().get().endsWith("catalogue large.jsonl, one of 2"), model.statusProperty().get());
        assertTrue(notices.open().getFirst().summary().contains("empty.jsonl: the file is empty"), notices.open().toString());
    }

    @Test
    void saysWhenAFolderHoldsNothing() {
        loader.open(folder);
        assertTrue(notices.open().getFirst().summary().startsWith("Nothing was recognised in " + folder));
        assertInstanceOf(CatalogState.None.class, model.catalogProperty().get());
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
