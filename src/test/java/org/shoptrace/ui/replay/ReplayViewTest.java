package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.core.runs.RunSort;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.run.RunAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The screen as people use it: list of runs, transcript, inspector, and the keys.
@ExtendWith(ApplicationExtension.class)
class ReplayViewTest {
    private final List<Integer> marked = new ArrayList<>();
    private ReplayFixture fixture;
    private ReplayViewModel model;
    private ReplayView view;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
        model = fixture.model;
        view = new ReplayView(
                model,
                fixture.panes(inspector(), new Region()),
                List.of(
                        new RunAction(
                                "mark", "", "Mark this step", Feather.FLAG, RunAction.Scope.STEP, (_, _) -> true,
                                (_, place) -> marked.add(place.step())),
                        new RunAction(
                                "try", "y", "Try this call", Feather.EDIT, RunAction.Scope.CALL, (_, _) -> true,
                                (run, place) -> run.run().steps().get(place.step() - 1).calls().get(place.call().getAsInt() - 1).name()
                                        .equals("find_product"),
                                (_, place) -> marked.add(10 * place.step() + place.call().getAsInt()))),
                fixture.navigator,
                fixture.copied::add);
        Theme.LIGHT.apply();
        Scene scene = new Scene(view, 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAll().stream().anyMatch(Node::isVisible);
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).<Node>query().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id, ButtonBase.class).fire());
    }

    private List<String> listed(FxRobot robot) {
        return robot.lookup("#runs").<ListView<RunRow>>query().getItems().stream()
                .map(row -> String.valueOf(row.summary().source().line()))
                .toList();
    }

    @Test
    void showsRunsTranscriptAndInspectorSideBySide(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "step-1"));
        Bounds runs = find(robot, "runs", Node.class).localToScene(find(robot, "runs", Node.class).getBoundsInLocal());
        Bounds steps = find(robot, "steps", Node.class).localToScene(find(robot, "steps", Node.class).getBoundsInLocal());
        Bounds inspector = find(robot, "inspector", Node.class).localToScene(find(robot, "inspector", Node.class).getBoundsInLocal());
        assertTrue(runs.getMaxX() <= steps.getMinX() && steps.getMaxX() <= inspector.getMinX());
        assertEquals("alpha", find(robot, "run-model", Labeled.class).getText());
        assertEquals("rollout_test_alpha.jsonl:1", find(robot, "run-source", Labeled.class).getText());
        assertEquals("4", find(robot, "run-count", Labeled.class).getText());
    }

    @Test
    void whatCanBeDoneWithAStepIsOfferedAsSoonAsTheRunIsOpen(FxRobot robot) throws Exception {
        for (int run = 0; run < 3; run++) {
            until(() -> isShown(robot, "mark-1"));
            fire(robot, "mark-1");
            robot.interact(fixture.list::selectNext);
        }
        assertEquals(List.of(1, 1, 1), marked);
    }

    @Test
    void aKeyTakesTheCallOfAStepThatSuitsBest(FxRobot robot) throws Exception {
        String call = "{\"name\":\"%s\",\"parameters\":{\"q\":\"a\",\"page\":1},\"tool_call_id\":\"x\"}";
        Run run = fixture.line("gamma",
                "[{\"completion\":{\"content\":\"\",\"message\":{\"tool_call\":[%s,%s]}},\"extra_info\":{\"query\":\"q\"}}]"
                        .formatted(call.formatted("web_search"), call.formatted("find_product")));
        robot.interact(() -> {
            fixture.given.add(List.of(fixture.summaries.getLast()));
            model.openRun(run.place(), 1);
        });
        robot.push(KeyCode.Y);
        assertEquals(List.of(12), marked, "the search, although another call stands before it");
        robot.interact(() -> model.openRun(fixture.summaries.getFirst().place(), 2));
        robot.push(KeyCode.Y);
        assertEquals(List.of(12, 21), marked, "where none suits, the first");
    }

    @Test
    void keysScrollInsideAStepThatIsHigherThanTheFrame(FxRobot robot) throws Exception {
        String call = "{\"name\":\"find_product\",\"parameters\":{\"q\":\"a\",\"page\":1},\"tool_call_id\":\"x\"}";
        Run run = fixture.line("gamma",
                "[{\"completion\":{\"content\":\"\",\"message\":{\"tool_call\":[" + String.join(",", Collections.nCopies(30, call))
                        + "]}},\"extra_info\":{\"query\":\"q\"}}]");
        robot.interact(() -> {
            fixture.given.add(List.of(fixture.summaries.getLast()));
            model.openRun(run.place(), 1);
            view.requestFocus();
        });
        robot.push(KeyCode.DOWN);
        double above = WaitForAsyncUtils.asyncFx(() -> find(robot, "steps", StepFlow.class).above()).get();
        assertTrue(above > 50, "scrolled by " + above);
        robot.push(KeyCode.UP).push(KeyCode.UP);
        assertEquals(0.0, WaitForAsyncUtils.asyncFx(() -> find(robot, "steps", StepFlow.class).above()).get());
    }

    @Test
    void filtersRunsByOutcomeIntentModelAndSteps(FxRobot robot) {
        fire(robot, "run-filter-failed");
        assertEquals(List.of("2", "3"), listed(robot));
        assertEquals("2 of 4", find(robot, "run-count", Labeled.class).getText());
        fire(robot, "run-filter-more");
        robot.interact(() -> robot.lookup("#run-filter-intents").<ManyChoice<Intent>>query().getCheckModel().check(Intent.VOUCHER));
        assertEquals(List.of("3"), listed(robot));
        fire(robot, "run-filter-clear");
        assertEquals(List.of("1", "2", "3", "4"), listed(robot));
        robot.interact(() -> robot.lookup("#run-filter-model").<ComboBox<String>>query().setValue("beta"));
        assertEquals(List.of("3", "4"), listed(robot));
        robot.interact(() -> find(robot, "run-filter-min-steps", TextField.class).setText("2"));
        assertEquals(List.of("3"), listed(robot));
        robot.interact(() -> find(robot, "run-filter-max-steps", TextField.class).setText("1"));
        assertEquals(List.of(), listed(robot));
        fire(robot, "run-placeholder-clear");
        assertEquals(List.of("1", "2", "3", "4"), listed(robot));
        robot.interact(() -> find(robot, "run-filter-text", TextField.class).setText("kettle"));
        assertEquals(List.of("3"), listed(robot));
    }

    @Test
    void theFilterGivesTheKeysBackAndStaysAsTyped(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "step-2"));
        robot.clickOn("#run-filter-text").write("kettle");
        robot.push(KeyCode.ESCAPE).push(KeyCode.J);
        robot.clickOn("#run-filter-text").push(KeyCode.ENTER).push(KeyCode.J);
        robot.clickOn("#run-filter-text").moveTo("#step-1").clickOn(MouseButton.PRIMARY).push(KeyCode.J);
        assertEquals("kettle", find(robot, "run-filter-text", TextField.class).getText());
        assertEquals(List.of("3"), listed(robot));
        robot.clickOn("#run-filter-text").push(KeyCode.ESCAPE).push(KeyCode.G).push(KeyCode.G);
        assertEquals(1, model.openRun().stepProperty().get());
    }

    @Test
    void sortsRuns(FxRobot robot) {
        robot.interact(() -> robot.lookup("#run-sort").<ComboBox<RunSort.By>>query().setValue(RunSort.By.STEPS));
        assertEquals(List.of("4", "3", "1", "2"), listed(robot));
        fire(robot, "run-sort-direction");
        assertEquals(List.of("1", "2", "3", "4"), listed(robot));
    }

    @Test
    void keepsUnscorableApartFromFailedAndSaysWhy(FxRobot robot) throws Exception {
        assertEquals("failed 2", find(robot, "run-filter-failed", ToggleButton.class).getText());
        assertEquals("unscorable 1", find(robot, "run-filter-unscorable", ToggleButton.class).getText());
        fire(robot, "run-filter-unscorable");
        until(() -> text(robot, "runs").contains("unscorable"));
        assertTrue(text(robot, "runs").contains("its task is not here"), text(robot, "runs"));
    }

    @Test
    void saysWhyRunsWereOpenedAndShowsAllAgain(FxRobot robot) {
        robot.interact(() -> fixture.list.showOnly("voucher · failed", List.of(fixture.summaries.get(2).place())));
        assertEquals("voucher · failed", find(robot, "run-why", Labeled.class).getText());
        assertEquals(List.of("3"), listed(robot));
        fire(robot, "run-why-clear");
        assertEquals(List.of("1", "2", "3", "4"), listed(robot));
    }

    @Test
    void movesByKeysFromStepToStepAndRunToRun(FxRobot robot) throws Exception {
        robot.push(KeyCode.J).push(KeyCode.J);
        assertEquals(3, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.K);
        assertEquals(2, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.SHIFT, KeyCode.G);
        assertEquals(5, fixture.openRun.stepProperty().get());
        until(() -> isInView(robot, "step-5"));
        robot.push(KeyCode.G).push(KeyCode.G);
        assertEquals(1, fixture.openRun.stepProperty().get());
        until(() -> isInView(robot, "step-1"));
        robot.push(KeyCode.RIGHT);
        assertEquals("rollout_test_alpha.jsonl:2", find(robot, "run-source", Labeled.class).getText());
        robot.push(KeyCode.LEFT);
        assertEquals("rollout_test_alpha.jsonl:1", find(robot, "run-source", Labeled.class).getText());
    }

    @Test
    void goesToAStepByNumber(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.G);
        assertTrue(find(robot, "go-to-step", TextField.class).isFocused());
        robot.write("4").push(KeyCode.ENTER);
        assertEquals(4, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.K);
        assertEquals(3, fixture.openRun.stepProperty().get());
    }

    @Test
    void playsAndPausesWithSpaceEvenFromTheList(FxRobot robot) {
        robot.push(KeyCode.SPACE);
        assertTrue(fixture.ticker.isRunning());
        robot.interact(fixture.ticker::tick);
        assertEquals(2, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.SPACE);
        assertFalse(fixture.ticker.isRunning());
        robot.interact(() -> robot.lookup("#play-speed").<ComboBox<Double>>query().setValue(4.0));
        robot.interact(() -> find(robot, "runs", Node.class).requestFocus());
        robot.push(KeyCode.SPACE);
        assertTrue(fixture.ticker.isRunning());
        assertEquals(500, fixture.ticker.period().toMillis());
    }

    @Test
    void staysSilentWhileTextIsTyped(FxRobot robot) {
        robot.interact(() -> find(robot, "run-filter-text", TextField.class).requestFocus());
        robot.write("jv g");
        robot.push(KeyCode.LEFT);
        assertEquals(1, fixture.openRun.stepProperty().get());
        assertFalse(model.look().compactProperty().get());
        assertFalse(fixture.ticker.isRunning());
        assertEquals("jv g", find(robot, "run-filter-text", TextField.class).getText());
    }

    @Test
    void switchesBetweenCompactAndFull(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "product-11"));
        robot.push(KeyCode.V);
        until(() -> !isShown(robot, "product-11"));
        until(() -> text(robot, "step-1").contains("2 products, target at place 1"));
        robot.push(KeyCode.V);
        until(() -> isShown(robot, "product-11"));
    }

    @Test
    void showsAnswersAsProductCardsAndAsRawJson(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "product-12"));
        String card = text(robot, "product-11");
        assertTrue(card.contains("Red desk lamp") && card.contains("₱250.00") && card.contains("target"), card);
        assertFalse(text(robot, "product-12").contains("target"));
        fire(robot, "answer-form-1-1");
        assertFalse(isShown(robot, "product-12"));
        assertTrue(text(robot, "step-1").contains("\"product_id\": \"12\""), text(robot, "step-1"));
        fire(robot, "answer-form-1-1");
        assertTrue(isShown(robot, "product-12"));
        fire(robot, "toggle-raw-answers");
        until(() -> !isShown(robot, "product-12"));
        fire(robot, "toggle-raw-answers");
        until(() -> isShown(robot, "product-12"));
        robot.interact(() -> find(robot, "product-12", ProductCard.class).press());
        assertEquals(List.of("12"), fixture.navigator.products);
    }

    @Test
    void hidesTheTruthByOneKeyAndShowsItAgain(FxRobot robot) throws Exception {
        until(() -> text(robot, "step-1").contains("Red desk lamp"));
        robot.push(KeyCode.H);
        until(() -> !text(robot, "step-1").contains("target"));
        assertEquals("", find(robot, "run-score", Labeled.class).getText());
        assertTrue(model.openRun().truthHiddenProperty().get());
        robot.push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        until(() -> text(robot, "step-1").contains("Red desk lamp"));
        assertFalse(text(robot, "replay").contains("target at place"), "it stays hidden from run to run");
        fire(robot, "hide-truth");
        until(() -> text(robot, "step-1").contains("target"));
    }

    @Test
    void showsWhatAViewAnsweredAndMarksNullResults(FxRobot robot) throws Exception {
        robot.push(KeyCode.J);
        until(() -> text(robot, "step-2").contains("modern"));
        assertTrue(text(robot, "step-2").contains("Shines red"));
        robot.push(KeyCode.J);
        until(() -> text(robot, "step-3").contains("A failure of the harness"));
        assertTrue(find(robot, "glance-3", Node.class).getAccessibleText().contains("failed in the harness"));
    }

    @Test
    void opensAnotherRunAtTheStepAskedFor(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "product-12"));
        robot.interact(() -> model.openRun(fixture.summaries.get(1).place(), 5));
        until(() -> text(robot, "run-source").endsWith(":2") && isShown(robot, "step-5"));
        Bounds list = find(robot, "steps", Node.class).localToScene(find(robot, "steps", Node.class).getLayoutBounds());
        Node card = find(robot, "step-5", Node.class);
        until(() -> list.contains(card.localToScene(card.getLayoutBounds())));
    }

    @Test
    void showsAStepAsTheFileHasIt(FxRobot robot) {
        fire(robot, "toggle-raw-step");
        ListView<?> lines = find(robot, "raw-step-lines", ListView.class);
        assertTrue(lines.getItems().stream().anyMatch(line -> String.valueOf(line).contains("\"think\": \"I look for a lamp.\"")));
        fire(robot, "copy-raw-step");
        assertTrue(fixture.copied.getLast().contains("\"extra_info\""));
        fire(robot, "close-raw-step");
        assertFalse(find(robot, "raw-step", Node.class).isVisible());
    }

    @Test
    void sendsASearchToTheSandboxAndCopiesCalls(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "open-search-1-1"));
        fire(robot, "open-search-1-1");
        assertEquals(List.of(new FindRequest("desk lamp", "1", null, "0-300", null, null)), fixture.navigator.searches);
        fire(robot, "copy-call-1-1");
        assertEquals(
                "{\"name\":\"find_product\",\"parameters\":{\"q\":\"desk lamp\",\"page\":1,\"price\":\"0-300\"}}",
                fixture.copied.getLast());
        fire(robot, "copy-reference");
        assertTrue(fixture.copied.getLast().startsWith("rollout_test_alpha.jsonl:1 step 1 (run "));
    }

    @Test
    void goesToTheStepThatIsClickedInTheStrip(FxRobot robot) throws Exception {
        until(() -> isShown(robot, "glance-4"));
        robot.clickOn("#glance-4");
        assertEquals(4, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.J);
        assertEquals(5, fixture.openRun.stepProperty().get());
    }

    /// What the screen is given to stand right of the transcript.
    private static Region inspector() {
        Region region = new Region();
        region.setId("inspector");
        return region;
    }

    private boolean isInView(FxRobot robot, String id) {
        Optional<Node> card = robot.lookup("#" + id).tryQuery();
        Node steps = find(robot, "steps", Node.class);
        Bounds frame = steps.localToScene(steps.getBoundsInLocal());
        return card.map(node -> node.localToScene(node.getBoundsInLocal()))
                .filter(bounds -> bounds.getMinY() >= frame.getMinY() - 1 && bounds.getMinY() < frame.getMaxY() - 20)
                .isPresent();
    }
}
