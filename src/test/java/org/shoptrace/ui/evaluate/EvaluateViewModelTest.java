package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

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
        return SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS);
    }

    private void fill() {
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
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
                        List.of(SampleEvaluation.file("beta", Intent.SHOP)), List.of("beta"), EvaluationSetup.Asked.ITS_OWN,
                        ScoringProfile.ORO, SimilarityChoice.usual(), true)),
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
        model.evaluateForPicture();
        RunOutcome outcome = workspace.outcome(SampleEvaluation.id("alpha", Intent.SHOP, 0));
        assertTrue(assertInstanceOf(RunOutcome.Scored.class, outcome).score().success());
        assertEquals(24, workspace.outcomes().size());
    }

    @Test
    void aPictureTakesEveryFileAndTheDefaults() {
        fill();
        model.setup().chooseNone();
        model.setup().form().profileProperty().set(ScoringProfile.ORO);
        model.evaluateForPicture();
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
        assertEquals(List.of("alpha · Multi-products seller · failed"), navigator.reasons);
        assertEquals(
                List.of(List.of(SampleEvaluation.id("alpha", Intent.SHOP, 1), SampleEvaluation.id("alpha", Intent.SHOP, 2))),
                navigator.opened);
        model.results().open().behind(column(rows, "without-run").behind(shop).orElseThrow());
        assertEquals(
                List.of(SampleEvaluation.query(Intent.SHOP, 3)),
                model.results().overview().missingProperty().get().orElseThrow().queries());
    }

    private static FigureTable.Column column(List<FigureRow> rows, String id) {
        return FigureTable.of(rows).columns().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    /// The same runs give the same figures, and yet somebody pressed the button and waits for what comes.
    @Test
    void anEqualResultIsAnotherResult() {
        fill();
        model.running().run();
        EvaluationResult first = model.shown().resultProperty().get().orElseThrow();
        model.results().setupShownProperty().set(true);
        model.results().overview().list(new Behind.Tasks("missing", List.of(SampleEvaluation.query(Intent.SHOP, 3))));
        model.running().run();
        EvaluationResult second = model.shown().resultProperty().get().orElseThrow();
        assertNotSame(first, second);
        assertEquals(first.rows(), second.rows());
        assertFalse(model.results().setupShownProperty().get(), "a result makes room for itself");
        assertEquals(Optional.empty(), model.results().overview().missingProperty().get());
        assertTrue(model.shown().is(second));
        assertFalse(model.shown().is(first));
    }
}
