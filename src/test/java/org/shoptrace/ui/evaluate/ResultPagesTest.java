package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.GivenClaims;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.Mark;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The pages of a result, over the sample: alpha passes the first task of each intent, beta the second too.
@ExtendWith(ApplicationExtension.class)
class ResultPagesTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private final Notices notices = new Notices();
    private List<String> models = SampleEvaluation.MODELS;
    private Optional<EvaluationResult> result = Optional.empty();
    private EvaluateViewModel model;

    @TempDir
    private static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        SampleScreen.fill(given);
        model = SampleScreen.show(stage, workspace, () -> result.orElseGet(() -> SampleEvaluation.result(models, Intent.LEVELS)),
                notices, navigator);
    }

    private void evaluate(ResultPage page) {
        SampleScreen.evaluate(model, page);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static RunId id(String model, Intent intent, int task) {
        return SampleEvaluation.id(model, intent, task);
    }

    static RunFacts facts(String model, Intent intent, int task, Stage stage, int falseClaims) {
        boolean success = SampleEvaluation.scoredRun(model, intent, task).score().success();
        return new RunFacts(
                id(model, intent, task),
                success ? RunFacts.Result.SUCCESS : RunFacts.Result.FAILURE,
                Optional.of(intent),
                success ? Optional.empty() : Optional.of(stage),
                success ? Optional.empty() : Optional.of(Fault.WRONG_VARIANT),
                Optional.empty(), List.of(), List.of(), Optional.empty(),
                new RunFacts.Conduct(4, new LinkedHashMap<>(), 0, RunEnding.TERMINATED),
                List.of(), List.of(), Set.of(), Set.of(), GivenClaims.prices(1, falseClaims, 0), 0,
                Milestones.NONE);
    }

    @Test
    void aResultMakesRoomForItselfAndTheSetUpComesBack(FxRobot robot) {
        assertTrue(robot.lookup("#rollout-files").tryQuery().isPresent());
        evaluate(ResultPage.OVERVIEW);
        assertFalse(robot.lookup("#rollout-files").tryQuery().isPresent());
        fire(robot, "#toggle-setup");
        assertTrue(robot.lookup("#rollout-files").tryQuery().isPresent());
    }

    @Test
    void failuresLieByStageAndFaultAndEachSegmentOpensItsRuns(FxRobot robot) {
        evaluate(ResultPage.OVERVIEW);
        assertFalse(robot.lookup("#failures").tryQuery().isPresent());
        Pressed.act(() -> given.facts(Map.of(
                id("alpha", Intent.SHOP, 1), facts("alpha", Intent.SHOP, 1, Stage.NEVER_RETRIEVED, 0),
                id("alpha", Intent.SHOP, 2), facts("alpha", Intent.SHOP, 2, Stage.NEVER_RETRIEVED, 0),
                id("alpha", Intent.WEB, 1), facts("alpha", Intent.WEB, 1, Stage.CHOSEN, 0))));
        Pressed.act(() -> model.results().failures().seriesProperty().set(1));
        Pressed.act(() -> model.results().failures().seriesProperty().set(0));
        fire(robot, "#failures-never_retrieved-shop");
        assertEquals("alpha · Never retrieved · Multi-products seller", navigator.reasons.getLast());
        assertEquals(List.of(id("alpha", Intent.SHOP, 1), id("alpha", Intent.SHOP, 2)), navigator.opened.getLast());
        fire(robot, "#failures-by-fault");
        fire(robot, "#failures-wrong_variant");
        assertEquals(3, navigator.opened.getLast().size());
    }

    /// As after a diagnosis under another profile.
    @Test
    void failuresThatWereDiagnosedAsSuccessesCountAsNotDiagnosed(FxRobot robot) {
        evaluate(ResultPage.OVERVIEW);
        RunFacts success = facts("alpha", Intent.SHOP, 0, Stage.CHOSEN, 0);
        Pressed.act(() -> given.facts(Map.of(id("alpha", Intent.SHOP, 1), success)));
        Pressed.act(() -> model.results().failures().seriesProperty().set(1));
        Pressed.act(() -> model.results().failures().seriesProperty().set(0));
        assertFalse(robot.lookup("#failures").tryQuery().isPresent(), "a chart without a row says nothing");
    }

    @Test
    void publishedFiguresAreMarkedAsNotReRun(FxRobot robot) {
        evaluate(ResultPage.OVERVIEW);
        assertTrue(robot.lookup(".mark.dot-mark").queryAllAs(Mark.class).isEmpty());
        fire(robot, "#published");
        Mark mark = robot.lookup("#published-ASR-GPT-4-1-product").queryAs(Mark.class);
        assertEquals("GPT-4.1, Products Finder: ASR 59.6 %, published, not re-run (ShoppingBench, AAAI 2026, Table 1)",
                mark.getAccessibleText());
        Node chart = robot.lookup("#asr-chart").query();
        assertEquals(
                5 + 1, robot.from(chart).lookup(".fill." + Looks.bar(1).name()).queryAll().size(),
                "the bars keep their looks, as in the legend");
        assertEquals(19 * 4, robot.from(robot.lookup("#asr-chart").<Node>query()).lookup(".mark.dot-mark").queryAllAs(Mark.class).size());
    }

    @Test
    void fiveModelsBecomeSmallMultiples(FxRobot robot) {
        models = List.of("alpha", "beta", "gamma", "delta", "epsilon");
        evaluate(ResultPage.OVERVIEW);
        assertFalse(robot.lookup("#asr-chart").tryQuery().isPresent());
        Node grid = robot.lookup("#asr-multiples").query();
        assertEquals(25, robot.from(grid).lookup(".cell-mark").queryAll().size());
        fire(robot, "#asr-epsilon-voucher");
        assertEquals("epsilon · Coupon & Budget · ASR", navigator.reasons.getLast());
    }

    @Test
    void breakdownsShowTheSampleOfEveryBarAndOpenIt(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        Mark bar = robot.lookup("#bar-steps-01-05-alpha").queryAs(Mark.class);
        assertTrue(bar.getAccessibleText().contains("n = 8, few. Opens its runs."), bar.getAccessibleText());
        Pressed.act(bar::fire);
        assertEquals(8, navigator.opened.getLast().size());
        fire(robot, "#near-beta-shop");
        assertEquals(List.of(id("beta", Intent.SHOP, 0), id("beta", Intent.SHOP, 1), id("beta", Intent.SHOP, 2)),
                navigator.opened.getLast());
        assertTrue(said(robot, "#habit-alpha-web").contains("4.0 calls a run"));
    }

    @Test
    void breakdownsOfOneLevelAreOfItsTasksAlone(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        fire(robot, "#breakdown-of-shop");
        Mark bar = robot.lookup("#bar-steps-01-05-alpha").queryAs(Mark.class);
        assertTrue(bar.getAccessibleText().contains("n = 2, few. Opens its runs."), bar.getAccessibleText());
        Pressed.act(bar::fire);
        assertEquals(List.of(id("alpha", Intent.SHOP, 0), id("alpha", Intent.SHOP, 1)), navigator.opened.getLast());
        fire(robot, "#breakdown-of-all");
        assertTrue(said(robot, "#bar-steps-01-05-alpha").contains("n = 8"));
        assertTrue(said(robot, "#bar-query_length-001-010-beta").contains("n = 12"), "every query has three words");
    }

    @Test
    void aBreakdownOfRelevanceSaysSo(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        fire(robot, "#breakdown-car");
        assertTrue(said(robot, "#bar-steps-01-05-alpha").contains("Relevance 0.750"));
    }

    @Test
    void largeTextLeavesEveryPageAndTheReportInReach(FxRobot robot) {
        evaluate(ResultPage.OVERVIEW);
        Scene scene = robot.lookup("#toggle-report").query().getScene();
        Pressed.act(() -> scene.getRoot().setStyle("-fx-font-size: 26px"));
        Pressed.act(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        for (String id : List.of("#page-claims", "#published", "#toggle-report")) {
            Node node = robot.lookup(id).query();
            assertTrue(node.localToScene(node.getBoundsInLocal()).getMaxX() <= scene.getWidth(), id);
        }
    }

    /// Alpha did the first task of each intent twice, gamma was asked others.
    @Test
    void trialsAndDifferentTasksAreSaidAboveAllPagesAndNothingIsComparedOverNothing(FxRobot robot) {
        result = Optional.of(TrialResults.withTrialsAndOtherTasks());
        evaluate(ResultPage.COMPARE);
        List<String> remarks = robot.lookup("#remarks .label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
        assertEquals(TrialResults.REMARKS, remarks);
        assertTrue(
                text(robot, "#pair-verdict").startsWith("They have no task in common at this level, so there is no difference and no p."),
                text(robot, "#pair-verdict"));
        assertTrue(robot.lookup("#pair-cells").tryQuery().isEmpty(), "no cells of nothing");
        fire(robot, "#page-trials");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(2, robot.lookup((javafx.scene.Node node) -> String.valueOf(node.getId()).startsWith("trial-file-")).queryAll().size());
        fire(robot, "#page-overview");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#remarks").query().isVisible());
    }

    @Test
    void everyColumnCanBeBrokenDown(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        assertTrue(said(robot, "#bar-level-shop-beta").startsWith("beta, Intent level Multi-products seller: Success 0.667"));
        fire(robot, "#breakdown-shop");
        Mark shop = robot.lookup("#bar-level-shop-beta").queryAs(Mark.class);
        assertTrue(shop.getAccessibleText().contains("One shop 0.250, all 3 tasks alike: the bootstrap has no width, n = 3"),
                shop.getAccessibleText());
        assertTrue(said(robot, "#bar-level-product-beta").contains("One shop –, n = 0"),
                "has no such column");
        fire(robot, "#breakdown-sku-attrs");
        assertTrue(said(robot, "#bar-level-all-beta").contains("Variant and attributes 0.250"));
        Pressed.act(shop::fire);
        assertEquals(3, navigator.opened.getLast().size());
    }

    @Test
    void groupsStandInTheirOwnOrderWithoutZerosInFront(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        Node grid = robot.lookup("#by-steps").query();
        assertTrue(robot.from(grid).lookup((Text text) -> text.getText().equals("1–5")).tryQuery().isPresent());
        assertFalse(robot.from(grid).lookup((Text text) -> text.getText().equals("01–05")).tryQuery().isPresent());
    }

    @Test
    void marksAreReachedByTabOnceAndByArrowsAmongEachOther(FxRobot robot) {
        evaluate(ResultPage.BREAKDOWNS);
        Node grid = robot.lookup("#by-steps").query();
        List<Mark> marks = new ArrayList<>(robot.from(grid).lookup(".mark").queryAllAs(Mark.class));
        assertEquals(1, marks.stream().filter(Node::isFocusTraversable).count());
        Pressed.act(marks.getFirst()::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertTrue(marks.get(1).isFocused());
        assertTrue(marks.get(1).isFocusTraversable());
        assertFalse(marks.getFirst().isFocusTraversable());
        robot.push(KeyCode.ENTER);
        assertEquals(1, navigator.opened.size());
    }

    @Test
    void twoSeriesAreComparedAndEachTaskOpensBothRuns(FxRobot robot) {
        evaluate(ResultPage.COMPARE);
        assertEquals("same 12 tasks: A 33.3 %, B 66.7 % · McNemar p = 0.125 · difference −33.3 points [−60.9, 1.6]".split(" \\[")[0],
                text(robot, "#pair-verdict").split(" \\[")[0]);
        fire(robot, "#cell-only-b");
        assertEquals("only beta passes", text(robot, "#pair-heading"));
        ListView<?> tasks = robot.lookup("#pair-tasks").queryListView();
        assertEquals(4, tasks.getItems().size());
        Pressed.act(() -> {
            tasks.requestFocus();
            tasks.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(List.of(id("alpha", Intent.PRODUCT, 1), id("beta", Intent.PRODUCT, 1))), navigator.compared);
        fire(robot, "#pair-open-all");
        assertEquals(8, navigator.opened.getLast().size());
    }

    @Test
    void sidesCanBeSwappedAndALevelChosen(FxRobot robot) {
        evaluate(ResultPage.COMPARE);
        fire(robot, "#compare-swap");
        assertTrue(text(robot, "#pair-verdict").contains("difference +33.3 points"), text(robot, "#pair-verdict"));
        fire(robot, "#difference-shop");
        assertTrue(text(robot, "#pair-verdict").startsWith("same 3 tasks"), text(robot, "#pair-verdict"));
        assertEquals(Optional.of(Intent.SHOP), model.results().pair().levelProperty().get());
        fire(robot, "#test-alpha-beta-all");
        assertTrue(text(robot, "#pair-verdict").contains("difference −33.3 points"), text(robot, "#pair-verdict"));
    }

    @Test
    void oneSeriesHasNothingToBeComparedWith(FxRobot robot) {
        models = List.of("alpha");
        evaluate(ResultPage.COMPARE);
        assertTrue(robot.lookup("#nothing-to-compare").query().isVisible());
    }

    @Test
    void withoutRepeatsTrialsSayWhatTheyNeedAndPowerIsToldAnyway(FxRobot robot) {
        evaluate(ResultPage.TRIALS);
        assertTrue(robot.lookup("#no-trials").tryQuery().isPresent());
        Pressed.act(() -> {
            robot.lookup("#power-tasks").queryAs(TextField.class).setText("900");
            robot.lookup("#power-discordant").queryAs(TextField.class).setText("30");
        });
        assertEquals("900 tasks, differing on 30.0 % of them (as written): a difference of 5.1 points can be shown.",
                text(robot, "#power-answer"));
        fire(robot, "#power-100");
        assertEquals("100", robot.lookup("#power-tasks").queryAs(TextField.class).getText());
        assertTrue(text(robot, "#power-answer").startsWith("100 tasks"), text(robot, "#power-answer"));
    }

    @Test
    void whatTasksCanShowIsReckonedWithTheLastPairThatWasCompared(FxRobot robot) {
        models = List.of("alpha", "beta", "gamma");
        assertTrue(model.setup().powerProperty().get().endsWith("if two models differ on 30.0 % of them: an assumption)."));
        evaluate(ResultPage.TRIALS);
        assertTrue(text(robot, "#power-answer").contains("differing on 33.3 % of them (as alpha and beta do)"),
                text(robot, "#power-answer"));
        assertTrue(model.setup().powerProperty().get().endsWith("if two models differ on 33.3 % of them: as alpha and beta do)."));
        Pressed.act(() -> model.results().pair().aProperty().set(2));
        assertTrue(text(robot, "#power-answer").contains("(as gamma and beta do)"), text(robot, "#power-answer"));
        models = List.of("alpha");
        evaluate(ResultPage.TRIALS);
        assertTrue(text(robot, "#power-answer").contains("(as gamma and beta do)"),
                "one model has no pair: " + text(robot, "#power-answer"));
    }

    @Test
    void successesThatHangOnTitlesAreCountedBySeries(FxRobot robot) {
        evaluate(ResultPage.SCORER);
        fire(robot, "#title-alone-beta-product");
        assertEquals(List.of(id("beta", Intent.PRODUCT, 0), id("beta", Intent.PRODUCT, 1)), navigator.opened.getLast());
        assertTrue(said(robot, "#calibration-agreement-0-5").startsWith("decided alike at the published threshold 0.5: 75.5 %"));
        assertTrue(text(robot, "#calibration-gain-0-5").endsWith("no difference is shown."), text(robot, "#calibration-gain-0-5"));
    }

    @Test
    void successStandsBetweenItsBoundsByTitles(FxRobot robot) {
        evaluate(ResultPage.SCORER);
        fire(robot, "#pass-by-titles-beta-product");
        assertEquals(List.of(id("beta", Intent.PRODUCT, 0), id("beta", Intent.PRODUCT, 1)), navigator.opened.getLast());
        assertEquals("by exact title", cell(robot, "#title-bounds", 0, 2));
        evaluate(ResultPage.OVERVIEW);
        assertTrue(text(robot, "#asr-bounds").startsWith("Between exact titles and no title check: "), text(robot, "#asr-bounds"));
        assertTrue(said(robot, "#asr-beta-product").contains(", by exact title "), said(robot, "#asr-beta-product"));
    }

    @Test
    void theSameRunsAreJudgedByTheOtherProfile(FxRobot robot) throws Exception {
        evaluate(ResultPage.SCORER);
        assertEquals("0", cell(robot, "#variants", 1, 5));
        assertEquals("equal titles", cell(robot, "#variants", 2, 1));
        fire(robot, "#turn-to-fail-exact-ids-only-alpha");
        assertEquals(3, navigator.opened.getLast().size());
        assertEquals("Judge by the profile oro too", text(robot, "#judge-by-other"));
        fire(robot, "#judge-by-other");
        assertEquals("profile oro", cell(robot, "#variants", 4, 1));
        assertFalse(robot.lookup("#judge-by-other").tryQuery().isPresent());
        fire(robot, "#toggle-report");
        fire(robot, "#write-report");
        String scorers = Files.readString(folder.resolve(".shoptrace").resolve("reports").resolve("scorers.csv"));
        assertTrue(scorers.contains("alpha,profile oro,"), "what was worked out is in the report: " + scorers);
    }

    private static String cell(FxRobot robot, String table, int row, int column) {
        return robot.lookup(table).queryAs(GridPane.class).getChildren().stream()
                .filter(node -> GridPane.getRowIndex(node) == row && GridPane.getColumnIndex(node) == column)
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTitlesDecideIsDrawnByThreshold(FxRobot robot) {
        evaluate(ResultPage.SCORER);
        fire(robot, "#sweep-0-75-beta");
        assertEquals("beta · lost at threshold 0.75", navigator.reasons.getLast());
        assertEquals(List.of(id("beta", Intent.PRODUCT, 0), id("beta", Intent.PRODUCT, 1)), navigator.opened.getLast());
    }

    @Test
    void annotatorsWhoSayNothingOfStagesAreSaidToSayNothing(FxRobot robot) {
        evaluate(ResultPage.SCORER);
        fire(robot, "#read-annotations");
        assertEquals(List.of(), notices.open().stream().filter(notice -> notice.summary().contains("annotation")).toList());
        assertTrue(model.scorer().judgementsProperty().get().isPresent());
        assertFalse(robot.lookup("#read-annotations").tryQuery().isPresent());
    }

    @Test
    void peopleReadTheNamesOfLevelsAndFilesHaveTheirKeys(FxRobot robot) {
        evaluate(ResultPage.COMPARE);
        List<String> levels = robot.lookup("#pair-tests").queryAs(GridPane.class).getChildren().stream()
                .filter(node -> GridPane.getColumnIndex(node) == 2 && GridPane.getRowIndex(node) > 0)
                .map(node -> ((Labeled) node).getText())
                .toList();
        assertEquals(List.of("All levels", "Products Finder", "Knowledge", "Multi-products seller", "Coupon & Budget"), levels);
        assertEquals("Compare alpha and beta at Multi-products seller",
                robot.lookup("#test-alpha-beta-shop").query().getAccessibleText());
        fire(robot, "#cell-only-b");
        assertFalse(robot.from(robot.lookup("#pair-tasks").<Node>query()).lookup((Labeled said) -> "Knowledge".equals(said.getText()))
                .queryAll()
                .isEmpty());
        evaluate(ResultPage.BREAKDOWNS);
        fire(robot, "#near-beta-shop");
        assertEquals("beta · Multi-products seller", navigator.reasons.getLast());
    }

    private static String said(FxRobot robot, String mark) {
        return robot.lookup(mark).queryAs(Mark.class).getAccessibleText();
    }
}
