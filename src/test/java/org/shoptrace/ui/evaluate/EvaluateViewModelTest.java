package org.shoptrace.ui.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvaluateViewModelTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final Notices notices = new Notices();
    private final NavigatorFake navigator = new NavigatorFake();
    private final List<String> copied = new ArrayList<>();
    private final List<EvaluationSetup> asked = new ArrayList<>();
    private Optional<Exception> failure = Optional.empty();
    private Runnable whileRunning = () -> {};
    private EvaluateViewModel model;

    @BeforeEach
    void open() {
        model = new EvaluateViewModel(workspace, new DirectJobRunner(), this::evaluate, notices, navigator, copied::add);
        model.onScored(given::outcomes);
    }

    private EvaluationResult evaluate(EvaluationSetup setup, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        asked.add(setup);
        progress.report("half", 0.5);
        whileRunning.run();
        switch (failure.orElse(null)) {
            case null -> {}
            case ShoptraceException expected -> throw expected;
            case Exception other -> throw (RuntimeException) other;
        }
        return SampleEvaluation.result(SampleEvaluation.MODELS, List.of(Intent.values()));
    }

    private void fill() {
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
    }

    @Test
    void listsEveryRolloutFileWithItsModelAndRuns() {
        fill();
        assertEquals(8, model.setup().files().size());
        assertEquals("alpha", model.setup().files().getFirst().model());
        assertEquals("3 runs · product", model.setup().files().getFirst().summary());
    }

    @Test
    void countsRunsOfNoTaskOfThisWorkspace() {
        given.tasks(SampleEvaluation.tasks());
        given.add(List.of(
                SampleEvaluation.run("alpha", Intent.SHOP, 0), SampleEvaluation.run("alpha", Intent.SHOP, 99)));
        assertEquals("2 runs · shop · 1 of no task here", model.setup().files().getFirst().summary());
    }

    @Test
    void learnsIntentsWhenTasksComeAfterRuns() {
        given.add(SampleEvaluation.runs());
        assertEquals("3 runs · none of a task in this workspace", model.setup().files().getFirst().summary());
        given.tasks(SampleEvaluation.tasks());
        assertEquals("3 runs · product", model.setup().files().getFirst().summary());
    }

    @Test
    void saysWhyItCannotRun() {
        assertEquals("There are no rollouts in this workspace", model.setup().blockedProperty().get());
        given.add(SampleEvaluation.runs());
        assertEquals("There are no tasks in this workspace to score against", model.setup().blockedProperty().get());
        given.tasks(SampleEvaluation.tasks());
        assertEquals("The catalogue is still being looked for", model.setup().blockedProperty().get());
        given.catalog(new CatalogState.None());
        assertEquals("There is no catalogue in this workspace to look products up in", model.setup().blockedProperty().get());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
        assertEquals("", model.setup().blockedProperty().get());
        model.setup().chooseNone();
        assertEquals("Choose at least one rollout file", model.setup().blockedProperty().get());
        model.setup().choose(SampleEvaluation.file("alpha", Intent.WEB), true);
        assertEquals("", model.setup().blockedProperty().get());
        model.setup().form().profileProperty().set(ScoringProfile.ORO);
        assertEquals("Profile oro scores product, shop and voucher runs; the chosen ones are web runs",
                model.setup().blockedProperty().get());
    }

    @Test
    void asksForWhatTheChosenSimilarityNeeds(@TempDir Path folder) throws Exception {
        fill();
        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        assertEquals("Choose the file of similarities", model.setup().blockedProperty().get());
        model.setup().form().tableFileProperty().set(folder.resolve("no.json").toString());
        assertEquals("There is no such file of similarities", model.setup().blockedProperty().get());
        Path table = Files.writeString(folder.resolve("table.json"), "[]");
        model.setup().form().tableFileProperty().set(table.toString());
        assertEquals("", model.setup().blockedProperty().get());
        model.running().run();
        assertEquals(new SimilarityChoice.Table(table), asked.getLast().similarity());

        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.ENDPOINT);
        model.setup().form().endpointUrlProperty().set("localhost:8000");
        assertTrue(model.setup().blockedProperty().get().startsWith("Give the address of the embeddings server"));
        model.setup().form().endpointUrlProperty().set("http://localhost:8000/v1/embeddings");
        model.setup().form().endpointModelProperty().set(" ");
        assertEquals("Give the name of the server's model", model.setup().blockedProperty().get());
    }

    @Test
    void runsTheChosenFilesWithTheChosenSettings() {
        fill();
        model.setup().chooseNone();
        model.setup().choose(SampleEvaluation.file("beta", Intent.SHOP), true);
        model.setup().form().profileProperty().set(ScoringProfile.ORO);
        model.setup().form().noThinkProperty().set(true);
        model.running().run();
        assertEquals(
                List.of(new EvaluationSetup(
                        List.of(SampleEvaluation.file("beta", Intent.SHOP)), ScoringProfile.ORO, new SimilarityChoice.Embedded(), true)),
                asked);
        assertEquals(10, model.shown().resultProperty().get().orElseThrow().rows().size());
    }

    @Test
    void showsProgressWhileItRunsAndNoneAfterwards() {
        fill();
        List<RunViewModel.Stage> seen = new ArrayList<>();
        whileRunning = () -> seen.add(model.running().stageProperty().get().orElseThrow());
        model.running().run();
        assertEquals(List.of(new RunViewModel.Stage("half", 0.5)), seen);
        assertEquals(Optional.empty(), model.running().stageProperty().get());
    }

    @Test
    void publishesOutcomesForTheOtherScreens() {
        fill();
        model.runEverything();
        RunOutcome outcome = workspace.outcome(SampleEvaluation.id("alpha", Intent.SHOP, 0));
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, outcome).score().success());
        assertEquals(24, workspace.outcomes().size());
    }

    @Test
    void runEverythingTakesEveryFileAndTheDefaults() {
        fill();
        model.setup().chooseNone();
        model.setup().form().profileProperty().set(ScoringProfile.ORO);
        model.runEverything();
        assertEquals(8, asked.getLast().files().size());
        assertEquals(ScoringProfile.SHOPPINGBENCH, asked.getLast().profile());
    }

    @Test
    void aFailureIsShownWhereItHappenedAndAmongTheNotices() {
        fill();
        failure = Optional.of(new ShoptraceException("the pair is not in the table", "table.json", "Add it"));
        model.running().run();
        assertEquals("the pair is not in the table: table.json. Add it.", model.running().failureProperty().get());
        assertEquals(1, notices.open().size());
        failure = Optional.empty();
        model.running().run();
        assertEquals("", model.running().failureProperty().get());
    }

    @Test
    void aCancelledEvaluationKeepsTheLastResult() {
        fill();
        model.running().run();
        EvaluationResult first = model.shown().resultProperty().get().orElseThrow();
        failure = Optional.of(new CancellationException("cancelled"));
        model.running().run();
        assertEquals(Optional.of(first), model.shown().resultProperty().get());
        assertEquals(Optional.empty(), model.running().stageProperty().get());
        assertTrue(notices.open().isEmpty());
    }

    @Test
    void aResultIsStaleOnceTheChoiceDiffersAndFreshWhenItIsPutBack() {
        fill();
        model.running().run();
        assertFalse(model.shown().staleProperty().get());
        model.setup().choose(SampleEvaluation.file("alpha", Intent.WEB), false);
        assertTrue(model.shown().staleProperty().get());
        model.setup().choose(SampleEvaluation.file("alpha", Intent.WEB), true);
        assertFalse(model.shown().staleProperty().get());
        model.setup().form().noThinkProperty().set(true);
        assertTrue(model.shown().staleProperty().get());
        model.running().run();
        assertFalse(model.shown().staleProperty().get());
    }

    @Test
    void aResultIsStaleOnceItsFilesHaveGrown() {
        fill();
        model.running().run();
        given.add(List.of(SampleEvaluation.run("alpha", Intent.SHOP, 3)));
        assertTrue(model.shown().staleProperty().get());
    }

    @Test
    void anotherWorkspaceForgetsTheResultAndDropsALateOne() {
        fill();
        model.setup().chooseNone();
        model.setup().chooseAll();
        whileRunning = () -> given.clear("another");
        model.running().run();
        assertEquals(Optional.empty(), model.shown().resultProperty().get());
        assertTrue(workspace.outcomes().isEmpty());
    }

    @Test
    void opensTheRunsBehindAFigureAndListsMissingTasks() {
        fill();
        model.running().run();
        List<FigureRow> rows = model.shown().resultProperty().get().orElseThrow().rows();
        FigureRow shop = rows.get(Intent.SHOP.ordinal());
        model.results().open().behind(column(rows, "failures").behind(shop).orElseThrow());
        assertEquals(List.of("alpha · shop · failed"), navigator.reasons);
        assertEquals(
                List.of(List.of(SampleEvaluation.id("alpha", Intent.SHOP, 1), SampleEvaluation.id("alpha", Intent.SHOP, 2))),
                navigator.opened);
        model.results().open().behind(column(rows, "without-run").behind(shop).orElseThrow());
        assertEquals(
                List.of(SampleEvaluation.query(Intent.SHOP, 3)),
                model.results().overview().missingProperty().get().orElseThrow().queries());
    }

    @Test
    void copiesTheTableApartByTabs() {
        fill();
        model.running().run();
        model.results().overview().copyFigures();
        List<String> lines = copied.getFirst().lines().toList();
        assertEquals(11, lines.size());
        assertTrue(lines.getFirst()
                .startsWith(
                        "Model\tIntent level\tPassed\tCounted\tTasks\tRuns\tMissing\tCrashes\tFailed\tSuccess\tSuccess 95 %\tRelevance\t"));
        assertTrue(lines.get(1).startsWith("alpha\tProducts Finder\t1\t3\t4\t3\t1\t1\t2\t0.333\t0.061–0.792\t0.667\t"),
                lines.get(1));
        assertEquals(lines.getFirst().split("\t", -1).length, lines.get(1).split("\t", -1).length);
    }

    private static FigureTable.Column column(List<FigureRow> rows, String id) {
        return FigureTable.of(rows).columns().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }
}
