package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.loss.SampleFacts;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.Mark;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Funnel and headroom over the sample, in which each model fails two tasks of each intent, but for beta, which fails one.
@ExtendWith(ApplicationExtension.class)
class LossCardsTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private List<String> models = SampleEvaluation.MODELS;
    private List<Intent> intents = Intent.LEVELS;
    private EvaluateViewModel model;

    @TempDir
    private static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        SampleScreen.fill(given);
        model = SampleScreen.show(stage, workspace, () -> SampleEvaluation.result(models, intents), new Notices(), navigator);
    }

    /// Successes with all they need; of the failures the second task is viewed and has a wrong variant, the third is never found.
    private void diagnose() {
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (String of : models) {
            for (Intent intent : intents) {
                for (int task = 0; task < 3; task++) {
                    ScoredRun run = SampleEvaluation.scoredRun(of, intent, task);
                    facts.put(run.id(), run.score().success()
                            ? SampleFacts.of(run, SampleFacts.right())
                            : task == 1
                                    ? SampleFacts.of(run, SampleFacts.reward(
                                            Stage.VIEWED_NOT_CHOSEN, Optional.of(Fault.WRONG_VARIANT), Waypoint.RETURNED, Waypoint.VIEWED))
                                    : SampleFacts.of(run, SampleFacts.reward(
                                            Stage.NEVER_RETRIEVED, Optional.of(Fault.OTHER_PRODUCT))));
                }
            }
        }
        Pressed.act(() -> given.facts(facts));
    }

    private void evaluate() {
        SampleScreen.evaluate(model, ResultPage.BREAKDOWNS);
    }

    private static RunId id(String model, Intent intent, int task) {
        return SampleEvaluation.id(model, intent, task);
    }

    private static String said(FxRobot robot, String mark) {
        return robot.lookup(mark).queryAs(Mark.class).getAccessibleText();
    }

    @Test
    void everyBarOpensTheRunsThatGotSoFarAndEveryDropThoseThatWereLost(FxRobot robot) {
        diagnose();
        evaluate();
        fire(robot, "#got-shop-viewed-alpha");
        assertEquals("alpha · Multi-products seller · viewed", navigator.reasons.getLast());
        assertEquals(List.of(id("alpha", Intent.SHOP, 0), id("alpha", Intent.SHOP, 1)), navigator.opened.getLast());
        fire(robot, "#lost-shop-returned-alpha");
        assertEquals(List.of(id("alpha", Intent.SHOP, 2)), navigator.opened.getLast());
        fire(robot, "#lost-all-chosen-alpha");
        assertEquals("alpha · All, by tasks · viewed, and not chosen", navigator.reasons.getLast());
        assertEquals(4, navigator.opened.getLast().size(), "the second task of each intent");
        assertFalse(robot.lookup("#lost-shop-chosen-beta").tryQuery().isPresent(), "beta lost none there");
        assertTrue(said(robot, "#got-shop-viewed-alpha").startsWith(
                "alpha, Multi-products seller: 66.7 [20.8, 93.9] % got at least so far: viewed, n = 3"),
                said(robot, "#got-shop-viewed-alpha"));
    }

    @Test
    void everyReasonOpensTheRunsThatItCosts(FxRobot robot) {
        diagnose();
        evaluate();
        fire(robot, "#cost-web-choice-alpha");
        assertEquals("alpha · Knowledge · Viewed, not chosen", navigator.reasons.getLast());
        assertEquals(List.of(id("alpha", Intent.WEB, 1)), navigator.opened.getLast());
        fire(robot, "#cost-all-search-beta");
        assertEquals(4, navigator.opened.getLast().size());
        assertTrue(
                said(robot, "#cost-all-variant-alpha")
                        .contains("at most 33.3 [13.8, 60.9] points more, had the variant been right, n = 12"),
                said(robot, "#cost-all-variant-alpha"));
        assertFalse(robot.lookup("#cost-all-harness-alpha").tryQuery().isPresent(), "no run has that reason");
        int opened = navigator.opened.size();
        fire(robot, "#cost-all-variant-beta");
        assertEquals(opened, navigator.opened.size(), "nothing is behind a zero");
    }

    @Test
    void fiveModelsKeepTheirLooksInEveryCell(FxRobot robot) {
        models = List.of("alpha", "beta", "gamma", "delta", "epsilon");
        diagnose();
        evaluate();
        Node funnel = robot.lookup("#funnel").query();
        for (int look = 0; look < models.size(); look++) {
            assertTrue(robot.from(funnel).lookup(".fill." + Looks.bar(look).name()).queryAll().size() >= 5 * 5, models.get(look));
        }
        Node mark = robot.lookup("#got-voucher-success-epsilon").query();
        assertTrue(mark.localToScene(mark.getBoundsInLocal()).getMaxX() <= mark.getScene().getWidth());
    }

    @Test
    void marksAreReachedByArrowsAndOpenedByEnter(FxRobot robot) {
        diagnose();
        evaluate();
        Mark first = robot.lookup("#got-product-returned-alpha").queryAs(Mark.class);
        assertTrue(first.isFocusTraversable(), "by tab");
        Pressed.act(first::requestFocus);
        robot.push(KeyCode.RIGHT);
        Node focused = first.getScene().getFocusOwner();
        assertEquals("lost-product-returned-alpha", focused.getId());
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(id("alpha", Intent.PRODUCT, 2)), navigator.opened.getLast());
    }

    @Test
    void largeTextLeavesEveryMarkInsideThePage(FxRobot robot) {
        diagnose();
        evaluate();
        Scene scene = robot.lookup("#funnel").query().getScene();
        Pressed.act(() -> scene.getRoot().setStyle("-fx-font-size: 26px"));
        for (String chart : List.of("#funnel", "#headroom")) {
            Node plot = robot.lookup(chart).query();
            robot.from(plot).lookup(".mark").queryAllAs(Mark.class).forEach(mark -> assertTrue(
                    plot.getBoundsInLocal().contains(mark.getBoundsInParent()), mark.getAccessibleText()));
        }
    }

    @Test
    void withoutADiagnosisItIsSaidWhatIsLackingAndWithOneItAppears(FxRobot robot) {
        evaluate();
        assertTrue(robot.lookup("#losses-unknown").query().isVisible());
        assertFalse(robot.lookup("#funnel").tryQuery().isPresent());
        diagnose();
        Pressed.act(() -> model.results().pageProperty().set(ResultPage.OVERVIEW));
        Pressed.act(() -> model.results().pageProperty().set(ResultPage.BREAKDOWNS));
        assertTrue(robot.lookup("#funnel").query().isVisible());
        assertFalse(robot.lookup("#losses-unknown").tryQuery().isPresent());
    }

    @Test
    void runsWithoutADiagnosisAreCountedApart(FxRobot robot) {
        ScoredRun run = SampleEvaluation.scoredRun("alpha", Intent.SHOP, 0);
        Pressed.act(() -> given.facts(Map.of(run.id(), SampleFacts.of(run, SampleFacts.right()))));
        evaluate();
        assertTrue(robot.lookup("#headroom-nothing").query().isVisible(), "no diagnosed run failed");
        assertTrue(robot.lookup((Labeled label) -> label.getText().contains("Not diagnosed and not counted: 23 runs.")).tryQuery()
                .isPresent());
    }

    @Test
    void oneModelOfOneLevelHasOneColumnAndNoLegend(FxRobot robot) {
        models = List.of("alpha");
        intents = List.of(Intent.PRODUCT);
        diagnose();
        evaluate();
        assertTrue(robot.lookup("#got-product-success-alpha").tryQuery().isPresent());
        assertFalse(robot.lookup("#got-all-success-alpha").tryQuery().isPresent());
    }

    @Test
    void theReportHasTheSameNumbers(FxRobot robot) throws Exception {
        diagnose();
        evaluate();
        fire(robot, "#toggle-report");
        fire(robot, "#write-report");
        Path reports = folder.resolve(".shoptrace").resolve("reports");
        assertTrue(Files.readString(reports.resolve("funnel.csv")).contains("alpha,shop,viewed,0.6666666666666666,0.2076"),
                Files.readString(reports.resolve("funnel.csv")));
        assertTrue(Files.readString(reports.resolve("headroom.csv")).contains("alpha,all,product,variant,33.33"),
                Files.readString(reports.resolve("headroom.csv")));
        assertTrue(Files.readString(reports.resolve("failed_runs.csv")).contains("alpha,shop,viewed,choice,variant,"));
        assertTrue(Files.exists(reports.resolve("funnel_chart.svg")) && Files.exists(reports.resolve("headroom_chart.png")));
        String page = Files.readString(reports.resolve("report.html"));
        assertTrue(page.contains("at most 33.3 [13.8, 60.9] points, had the variant been right"));
        assertFalse(page.contains(">well_formed<"), "people read words");
    }
}
