package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.kept.KeptResult;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.HeldJobs;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A result is made in one window and looked at in another, over the same folder.
class KeptResultsTest {
    private static final List<Task> TASKS = SampleEvaluation.tasks().stream().filter(task -> task.intent() == Intent.SHOP).toList();

    @TempDir
    private Path folder;

    private Path rollouts;
    private Path tasks;
    private final Notices notices = new Notices();
    private List<Evaluation> scored = List.of();

    @BeforeEach
    void files() throws Exception {
        rollouts = Files.writeString(folder.resolve("rollout_shop_alpha.jsonl"), "runs\n");
        tasks = Files.writeString(folder.resolve("tasks.jsonl"), "tasks\n");
        scored = List.of(evaluation());
    }

    /// A window over the folder, as far as it has been read.
    private EvaluateViewModel window() {
        return window(ProductLookUp.empty());
    }

    private EvaluateViewModel window(Sandbox sandbox) {
        return window(sandbox, new DirectJobRunner());
    }

    private EvaluateViewModel window(Sandbox sandbox, JobRunner jobs) {
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        EvaluateViewModel model = new EvaluateViewModel(
                workspace, jobs,
                (_, material, _) -> new ResultAssembly(material).assemble(scored), notices, new NavigatorFake(), _ -> {});
        given.clear("test");
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        given.tasks(List.of(tasks), List.of(TASKS));
        given.add(Stream.of(0, 1).map(this::summary).toList());
        given.catalog(new CatalogState.Open(sandbox, Optional.of(folder.resolve("my catalogue"))));
        given.loaded();
        return model;
    }

    private RunSummary summary(int task) {
        RunSummary run = SampleEvaluation.run("alpha", Intent.SHOP, task);
        return GivenSummary.of(
                run.id(), new RunSource(rollouts, task + 1), run.model(), run.query(), run.steps(), run.calls(), true, true,
                Optional.empty(), false,
                Optional.empty(), 100, 0, 0, 0);
    }

    private Evaluation evaluation() {
        List<ScoredRun> runs = new ArrayList<>();
        for (int task = 0; task < 2; task++) {
            ScoredRun run = SampleEvaluation.scoredRun("alpha", Intent.SHOP, task);
            runs.add(new ScoredRun(run.id(), new RunSource(rollouts, task + 1), run.steps(), run.score(), run.details()));
        }
        return Evaluation.of(
                new Evaluation.Conditions(rollouts, "alpha", "shoppingbench", "bge", false, List.of()),
                new LinkedHashMap<>(Map.of(Intent.SHOP, 4)),
                false, runs, List.of(),
                new Evaluation.Leftovers(List.of(), List.of(), List.of()));
    }

    @Test
    void theNextWindowShowsWhatTheLastOneMade() {
        EvaluateViewModel first = window();
        assertTrue(first.shown().resultProperty().get().isEmpty());
        first.setup().form().noThinkProperty().set(true);
        first.running().run();
        assertEquals(Optional.empty(), first.shown().madeProperty().get());

        EvaluateViewModel next = window();
        assertEquals(List.of(), notices.open());
        EvaluationResult kept = next.shown().resultProperty().get().orElseThrow();
        assertEquals(first.shown().resultProperty().get().orElseThrow().rows(), kept.rows());
        assertEquals(first.shown().resultProperty().get().orElseThrow().report(), kept.report());
        assertTrue(next.setup().form().noThinkProperty().get());
        assertTrue(next.shown().madeProperty().get().isPresent());
        assertFalse(next.shown().staleProperty().get());
        assertEquals(List.of(), next.shown().doubtsProperty().get());
    }

    /// When there was one embedded model, bge-small, results were kept with `embedded`; it is not the one that is the default now.
    @Test
    void aResultOfTheOneEarlierModelIsOpenedWithThatModel() throws Exception {
        window().running().run();
        assertEquals(EmbeddedModel.DEFAULT, window().setup().form().embeddedProperty().get());
        try (Stream<Path> kept = Files.list(folder.resolve(".shoptrace").resolve("evaluations"))) {
            Path file = kept.findFirst().orElseThrow();
            String text = Files.readString(file);
            assertTrue(text.contains("\"embedded:minilm\""), text);
            Files.writeString(file, text.replace("\"embedded:minilm\"", "\"embedded\""));
        }
        assertEquals(EmbeddedModel.BGE, window().setup().form().embeddedProperty().get());
    }

    @Test
    void aPictureIsMadeWithoutKeepingAnything() throws Exception {
        EvaluateViewModel first = window();
        first.evaluateForPicture();
        assertTrue(first.shown().resultProperty().get().isPresent());
        assertFalse(Files.exists(folder.resolve(".shoptrace").resolve("evaluations")));
        first.running().run();
        Map<Path, byte[]> before = keptFiles();
        assertFalse(before.isEmpty());

        EvaluateViewModel next = window();
        assertTrue(next.kept().shownProperty().get().isPresent());
        next.evaluateForPicture();
        assertEquals(Optional.empty(), next.shown().madeProperty().get(), "what was made just now is shown");
        assertEquals(Optional.empty(), next.kept().shownProperty().get(), "and is no kept one");
        Map<Path, byte[]> after = keptFiles();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((file, content) -> assertArrayEquals(content, after.get(file), file.toString()));
    }

    private Map<Path, byte[]> keptFiles() throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder.resolve(".shoptrace").resolve("evaluations"))) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void whatHasChangedSinceIsNamed() throws Exception {
        window().running().run();
        Files.writeString(rollouts, "other runs\n");
        Files.delete(tasks);
        EvaluateViewModel next = window();
        assertTrue(next.shown().resultProperty().get().isPresent());
        assertTrue(next.shown().staleProperty().get());
        assertEquals(List.of("rollout_shop_alpha.jsonl has changed since: the runs are the same", "tasks.jsonl is not there any more"),
                next.shown().doubtsProperty().get());
    }

    @Test
    void aNewResultTakesThePlaceOfTheKeptOne() {
        window().running().run();
        EvaluateViewModel next = window();
        next.running().run();
        assertEquals(Optional.empty(), next.shown().madeProperty().get());
        assertFalse(next.shown().staleProperty().get());
    }

    @Test
    void anotherChoiceMakesAKeptResultStale() {
        window().running().run();
        EvaluateViewModel next = window();
        next.setup().form().profileProperty().set(ScoringProfile.ORO);
        assertTrue(next.shown().staleProperty().get());
        assertEquals(List.of(), next.shown().doubtsProperty().get());
    }

    @Test
    void theLastPairOfModelsIsFoundAgainThoughALaterResultHasNone() throws Exception {
        Evaluation alpha = evaluation();
        Path other = Files.writeString(folder.resolve("rollout_shop_beta.jsonl"), "runs\n");
        Evaluation.Conditions made = alpha.conditions();
        List<ScoredRun> fewer = alpha.trials().subList(0, 1);
        Evaluation beta = Evaluation.of(
                new Evaluation.Conditions(other, "beta", made.profile(), made.similarity(), made.comparable(), made.calibrations()),
                alpha.overall().tasks(), false, fewer.stream().map(run -> turned(run)).toList(), alpha.missing(), alpha.leftovers());
        scored = List.of(alpha, beta);
        window().running().run();
        scored = List.of(alpha);
        window().running().run();
        EvaluateViewModel next = window();
        assertEquals(List.of("alpha"), next.shown().resultProperty().get().orElseThrow().labels());
        assertEquals("as alpha and beta do", next.results().power().shareProperty().get().source());
        assertEquals(1, next.results().power().shareProperty().get().value());
    }

    private static ScoredRun turned(ScoredRun run) {
        TaskScore score = run.score();
        return new ScoredRun(
                new RunId("beta"), run.source(), run.steps(),
                new TaskScore(score.query(), score.intent(), score.values(), !score.success(), false, false), run.details());
    }

    @Test
    void aDamagedResultIsNamed() throws Exception {
        Path store = Files.createDirectories(folder.resolve(".shoptrace").resolve("evaluations"));
        Path damaged = Files.writeString(store.resolve("2026-01-01T00-00-00Z.json"), "{");
        assertTrue(window().shown().resultProperty().get().isEmpty());
        assertTrue(notices.open().getFirst().summary().contains(damaged.toString()), notices.open().toString());
    }

    @Test
    void everyKeptResultIsListedAndAnyCanBeShown() throws Exception {
        EvaluateViewModel first = window();
        first.setup().form().noThinkProperty().set(true);
        first.running().run();
        first.setup().form().noThinkProperty().set(false);
        first.running().run();
        Path damaged = Files.writeString(folder.resolve(".shoptrace").resolve("evaluations").resolve("2026-01-01T00-00-00Z.json"), "{");
        Files.writeString(tasks, "other tasks\n");

        EvaluateViewModel next = window();
        KeptViewModel kept = next.kept();
        assertEquals(List.of(), kept.results(), "not looked through before somebody asks");
        kept.listedProperty().set(true);
        assertEquals(3, kept.results().size());
        KeptResult newest = kept.results().get(0);
        KeptResult older = kept.results().get(1);
        assertEquals(Optional.of(newest.file()), kept.shownProperty().get());
        assertEquals("shoppingbench, titles by bge", newest.title());
        assertEquals("shoppingbench, without thinking, titles by bge", older.title());
        assertEquals("alpha · 2 runs · rollout_shop_alpha.jsonl", older.content());
        assertEquals(List.of("tasks.jsonl has changed since: the tasks are the same"), older.remarks());
        assertEquals("Stale", older.state());
        assertEquals(damaged, kept.results().get(2).file());
        assertEquals("Cannot be read", kept.results().get(2).state());

        kept.open(older);
        assertTrue(next.setup().form().noThinkProperty().get());
        assertEquals(older.made(), next.shown().madeProperty().get());
        assertEquals(Optional.of(older.file()), kept.shownProperty().get());
        assertEquals(List.of("tasks.jsonl has changed since: the tasks are the same"), next.shown().doubtsProperty().get());
        next.running().run();
        assertEquals(4, kept.results().size(), "a new result joins the list while it is seen");
        assertEquals(Optional.of(kept.results().getFirst().file()), kept.shownProperty().get());
        assertEquals(Optional.empty(), next.shown().madeProperty().get());
    }

    @Test
    void aResultIsStaleWhenTheDocumentsOfItsCatalogueHaveChanged() throws Exception {
        window().running().run();
        ProductLookUp fake = (ProductLookUp) ProductLookUp.empty();
        Path documents = Files.writeString(folder.resolve("documents.jsonl"), "{}\n");
        InputFile indexed = InputFile.of(documents, Progress.NONE);
        Files.writeString(documents, "[]\n");
        CatalogInfo info = fake.info();
        EvaluateViewModel next = window(new ProductLookUp(fake.products(), new CatalogInfo(
                info.documents(), info.rejected(), info.fingerprint(), info.built(), info.sources(), List.of(indexed))));
        assertEquals(
                List.of("documents.jsonl has changed since the catalogue was indexed"), next.shown().doubtsProperty().get());
        assertTrue(next.shown().staleProperty().get());
        assertTrue(next.shown().resultProperty().get().orElseThrow().face().catalog().endsWith(", indexed before documents.jsonl changed"));
    }

    @Test
    void aResultOfAnotherCatalogueCarriesThatCataloguesFingerprint() throws Exception {
        window().running().run();
        ProductLookUp fake = (ProductLookUp) ProductLookUp.empty();
        EvaluateViewModel next = window(new ProductLookUp(
                fake.products(), new CatalogInfo(3, 0, new CatalogFingerprint("f".repeat(64)), Instant.EPOCH, List.of())));
        EvaluationResult.Face face = next.shown().resultProperty().get().orElseThrow().face();
        assertEquals(ProductLookUp.empty().fingerprint().sha256(), face.fingerprint());
        assertTrue(face.catalog().endsWith("not the one that is open"), face.catalog());
        assertTrue(next.shown().staleProperty().get());
        assertTrue(command(next).startsWith("shoptrace report --catalog CATALOG --tasks "), "the open catalogue would make other figures");
    }

    @Test
    void aResultWhoseTableOfSimilaritiesIsAnotherOrGoneIsStale() throws Exception {
        Path table = Files.writeString(folder.resolve("table.json"), "[]");
        EvaluateViewModel first = window();
        first.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        first.setup().form().tableFileProperty().set(table.toString());
        first.running().run();
        assertFalse(window().shown().staleProperty().get());
        Files.writeString(table, "[ ]");
        assertEquals(List.of("table.json has changed since"), window().shown().doubtsProperty().get());
        Files.delete(table);
        EvaluateViewModel next = window();
        assertTrue(next.shown().resultProperty().get().isPresent());
        assertTrue(next.shown().staleProperty().get());
        assertEquals(List.of("table.json is not there any more"), next.shown().doubtsProperty().get());
    }

    @Test
    void theCommandNamesEverythingThatTheFiguresHangOn() throws Exception {
        Path table = Files.writeString(folder.resolve("titles of mine.json"), "[]");
        EvaluateViewModel model = window();
        model.setup().form().profileProperty().set(ScoringProfile.SHOPPINGBENCH);
        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        model.setup().form().tableFileProperty().set(table.toString());
        model.setup().form().noThinkProperty().set(true);
        model.running().run();
        assertEquals(
                "shoptrace report --catalog '" + folder.resolve("my catalogue") + "' --tasks " + tasks + " --own-tasks --rollouts "
                        + rollouts
                        + " --profile shoppingbench --similarity 'table:" + table + "' --no-think --steps 30 --seed "
                        + Bootstrap.DEFAULT.seed()
                        + " --out report",
                command(model));
    }

    private static String command(EvaluateViewModel model) throws ShoptraceException {
        return model.scorer().report().orElseThrow().command().text();
    }

    @Test
    void anotherWorkspaceForgetsIt() {
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        window().running().run();
        EvaluateViewModel other = new EvaluateViewModel(
                workspace, new DirectJobRunner(), (_, _, _) -> {
                    throw new AssertionError("not asked");
                }, notices, new NavigatorFake(), _ -> {});
        given.folder(new WorkspaceFolder(folder, folder.resolve("elsewhere"), false));
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
        given.loaded();
        assertTrue(other.shown().resultProperty().get().isEmpty());
    }

    @Test
    void theLastResultThatIsFoundLateLeavesARunAlone() {
        window().running().run();
        HeldJobs jobs = new HeldJobs();
        EvaluateViewModel next = window(ProductLookUp.empty(), jobs);
        next.running().run();
        assertEquals(1, jobs.releaseAll("Looking for the last evaluation"));
        assertEquals(Optional.empty(), next.shown().resultProperty().get());
        assertEquals(Optional.of(RunViewModel.Stage.BEGUN), next.running().stageProperty().get());
        assertEquals(1, jobs.releaseAll("Evaluate "));
        assertTrue(next.shown().resultProperty().get().isPresent());
        assertEquals(Optional.empty(), next.shown().madeProperty().get(), "made just now");
    }

    @Test
    void theLastResultThatIsFoundLateLeavesAnotherOneShown() {
        window().running().run();
        HeldJobs jobs = new HeldJobs();
        EvaluateViewModel next = window(ProductLookUp.empty(), jobs);
        EvaluationResult elsewhere = SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS);
        next.show(elsewhere);
        jobs.releaseAll("Looking for the last evaluation");
        assertTrue(next.shown().is(elsewhere));
    }

    @Test
    void aResultThatIsKeptLateJoinsTheListThoughAnotherIsShown() {
        HeldJobs jobs = new HeldJobs();
        EvaluateViewModel model = window(ProductLookUp.empty(), jobs);
        model.kept().listedProperty().set(true);
        model.running().run();
        jobs.releaseAll("Evaluate ");
        jobs.releaseAll("Looking through kept evaluations");
        assertEquals(List.of(), model.kept().results());
        model.show(SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS));
        assertEquals(1, jobs.releaseAll("Keeping the evaluation"));
        jobs.releaseAll("Looking through kept evaluations");
        assertEquals(1, model.kept().results().size());
        assertEquals(Optional.empty(), model.kept().shownProperty().get(), "what is shown is in no file");
    }
}
