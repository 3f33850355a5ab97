package org.shoptrace.ui.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.agent.scripted.Shopper;
import org.shoptrace.core.agent.scripted.ShopperHabits;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.takeover.Origin;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.RunAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A run taken over by hand: what is made is kept, saved, and left for later.
@ExtendWith(ApplicationExtension.class)
class TakeOverPaneTest {
    @TempDir
    private Path folder = Path.of("");

    private final FakeNavigator navigator = new FakeNavigator();
    private final List<Path> written = new ArrayList<>();
    private final Notices notices = new Notices();
    private KettleWorkspace kettles;
    private TakeOverViewModel model;
    private Sheets sheets;
    private List<RunAction> actions;
    private Run parent;

    @Start
    void start(Stage stage) throws Exception {
        kettles = new KettleWorkspace();
        kettles.given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        parent = kettles.run(
                "alpha",
                "find_product {'q':'kettle','page':1}",
                "recommend_product {'product_ids':'k1'}",
                "terminate {'status':'success'}");
        sheets = new Sheets();
        model = viewModel();
        actions = TakeOverActions.of(model, sheets, navigator);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new StackPane(sheets), 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private TakeOverViewModel viewModel() {
        return new TakeOverViewModel(kettles.workspace, new DirectJobRunner(), notices, new TakeOverPorts(
                () -> Instant.ofEpochMilli(7000),
                () -> "ada",
                Optional::empty,
                new TakeOverPorts.OtherAgent("scripted-shopper", new Shopper(new ShopperHabits(3, 1, 1))),
                written::add));
    }

    private void act(FxRobot robot, String id, int step) {
        RunAction action = actions.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        Place place = new Place(step, OptionalInt.empty());
        assertTrue(action.applies().test(kettles.open(parent), place), id);
        robot.interact(() -> action.does().accept(kettles.open(parent), place));
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> find(robot, id, ButtonBase.class).fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> find(robot, id, TextField.class).setText(text));
    }

    private TakeOver going() {
        return assertInstanceOf(TakeOverState.Going.class, model.stateProperty().get()).takeOver();
    }

    private static int steps(FxRobot robot) {
        return find(robot, "take-over-steps", ListView.class).getItems().size();
    }

    @Test
    void aRunIsMadeByHandAndSaved(FxRobot robot) throws Exception {
        act(robot, "take-over", 1);
        assertEquals(KettleWorkspace.QUERY, find(robot, "take-over-query", Labeled.class).getText());
        assertEquals(1, steps(robot));
        type(robot, "take-over-q", "kettle");
        type(robot, "take-over-page", "2");
        robot.interact(() -> find(robot, "take-over-think", TextArea.class).setText("I turn the page."));
        fire(robot, "take-over-make");
        assertEquals(2, steps(robot));
        assertEquals(Optional.of("I turn the page."), going().own().getFirst().think());
        assertEquals("", find(robot, "take-over-q", TextField.class).getText(), "the form is empty for the next step");
        assertTrue(ShownTexts.of(find(robot, "take-over-steps", Node.class)).contains("Steel kettle 12"));
        fire(robot, "recommend-k12");
        assertEquals("k12", find(robot, "take-over-product_ids", TextField.class).getText());
        fire(robot, "take-over-make");
        fire(robot, "take-over-tool-terminate");
        fire(robot, "take-over-make");
        assertTrue(find(robot, "take-over-make", Node.class).isDisabled(), "the run has ended");
        assertTrue(find(robot, "take-over-note", Labeled.class).getText().contains("has ended"));
        fire(robot, "take-over-save");
        assertFalse(sheets.isOpen());
        assertEquals(List.of(folder.resolve(".shoptrace/takeovers/rollout_takeover_alpha+ada.jsonl")), written);
        List<Run> saved = new ArrayList<>();
        RolloutFile.forEachRun(written.getFirst(), saved::add, Progress.NONE);
        assertEquals(Optional.of(new Origin(parent.id(), 1, "ada")), Origin.of(saved.getFirst()));
        assertEquals(4, saved.getFirst().steps().size());
        assertTrue(kettles.profile.score(kettles.workspace.tasks().getFirst(), saved.getFirst()).success());
        assertEquals(List.of("run " + saved.getFirst().id().sha256().substring(0, 4) + " step 4"), navigator.sent());
        assertEquals(List.of(), viewModel().left(), "no draft is left of a saved run");
        kettles.add(saved.getFirst());
        RunAction origin = actions.stream().filter(each -> each.id().equals("take-over-origin")).findFirst().orElseThrow();
        Place last = new Place(4, OptionalInt.empty());
        assertFalse(origin.applies().test(kettles.open(parent), last));
        assertTrue(origin.applies().test(kettles.open(saved.getFirst()), last));
        robot.interact(() -> origin.does().accept(kettles.open(saved.getFirst()), last));
        assertEquals("run " + parent.id().sha256().substring(0, 4) + " step 1", navigator.sent().getLast());
    }

    @Test
    void stepsAreTakenBack(FxRobot robot) {
        act(robot, "take-over", 1);
        type(robot, "take-over-q", "kettle");
        fire(robot, "take-over-make");
        fire(robot, "take-over-undo");
        assertEquals(1, steps(robot));
        assertTrue(find(robot, "take-over-undo", Node.class).isDisabled(), "what was inherited stays");
    }

    @Test
    void severalCallsMakeOneStep(FxRobot robot) {
        act(robot, "take-over-from-start", 1);
        assertEquals(0, steps(robot));
        type(robot, "take-over-q", "kettle");
        fire(robot, "take-over-more");
        type(robot, "take-over-q", "red");
        fire(robot, "take-over-make");
        assertEquals(2, going().own().getFirst().calls().size());
    }

    @Test
    void anEmptyStepIsRefusedAndNothingIsLost(FxRobot robot) {
        act(robot, "take-over", 1);
        fire(robot, "take-over-make");
        assertTrue(find(robot, "take-over-failure", Labeled.class).getText().contains("The step is empty"));
        type(robot, "take-over-q", "kettle");
        kettles.sandbox.breakDown();
        fire(robot, "take-over-make");
        assertFalse(find(robot, "take-over-failure", Labeled.class).getText().isEmpty());
        assertEquals("kettle", find(robot, "take-over-q", TextField.class).getText(), "what was written stays after a failure");
        assertEquals(1, steps(robot));
    }

    @Test
    void whatIsLeftIsGoneOnWith(FxRobot robot) {
        act(robot, "take-over", 1);
        type(robot, "take-over-author", "Grace");
        type(robot, "take-over-q", "kettle");
        fire(robot, "take-over-make");
        TakeOver made = going();
        robot.interact(sheets::close);
        assertEquals(List.of(made), model.left().stream().map(left -> left.takeOver()).toList());
        act(robot, "take-over-left", 1);
        robot.interact(() -> find(robot, "take-overs-left", ListView.class).fireEvent(new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertTrue(sheets.isOpen("take-over-sheet"));
        assertEquals(made, going());
        assertEquals("Grace", going().origin().by());
        fire(robot, "take-over-discard");
        assertEquals(made, going(), "what is made is not thrown away at the first press");
        assertTrue(find(robot, "take-over-discard", Labeled.class).getText().contains("again"));
        fire(robot, "take-over-discard");
        assertEquals(List.of(), viewModel().left());
        assertEquals(List.of(), written);
    }

    @Test
    void whatIsWrittenOfAStepIsThereAgainAfterTheSheetWasClosed(FxRobot robot) {
        act(robot, "take-over", 1);
        type(robot, "take-over-q", "kettle");
        fire(robot, "take-over-more");
        fire(robot, "take-over-tool-view_product_information");
        type(robot, "take-over-product_ids", "k2");
        robot.interact(() -> find(robot, "take-over-think", TextArea.class).setText("I was about to"));
        robot.interact(sheets::close);
        act(robot, "take-over", 2);
        assertEquals("", find(robot, "take-over-think", TextArea.class).getText(), "it was of another step");
        robot.interact(sheets::close);
        act(robot, "take-over", 1);
        assertEquals("I was about to", find(robot, "take-over-think", TextArea.class).getText());
        assertEquals("k2", find(robot, "take-over-product_ids", TextField.class).getText());
        fire(robot, "take-over-make");
        assertEquals(2, going().own().getFirst().calls().size());
        robot.interact(sheets::close);
        act(robot, "take-over", 1);
        assertEquals("", find(robot, "take-over-think", TextArea.class).getText(), "it has become a step");
    }

    @Test
    void theStepLimitIsTheWorkspaces(FxRobot robot) {
        robot.interact(() -> kettles.given.answer(Identity.NONE.withStepLimit(OptionalInt.of(2))));
        act(robot, "take-over", 1);
        assertFalse(find(robot, "take-over-make", Node.class).isDisabled());
        fire(robot, "take-over-other");
        assertEquals(2, going().steps().size());
        assertTrue(find(robot, "take-over-make", Node.class).isDisabled());
        assertTrue(find(robot, "take-over-note", Labeled.class).getText().contains("All 2 steps"));
    }

    @Test
    void theScriptedShopperFinishes(FxRobot robot) {
        act(robot, "take-over", 1);
        fire(robot, "take-over-other");
        assertTrue(going().ended());
        Step last = going().own().getLast();
        assertEquals(Optional.of("scripted-shopper"), Origin.of(last).map(Origin::by));
        int made = going().own().size();
        robot.interact(sheets::close);
        assertEquals(made, model.left().getFirst().takeOver().own().size());
    }

    @Test
    void whereThereIsNoWebTheToolSaysSo(FxRobot robot) {
        act(robot, "take-over", 1);
        assertTrue(find(robot, "take-over-tool-web_search", Node.class).isDisabled());
        assertFalse(ShownTexts.of(find(robot, "take-over-sheet", Node.class)).stream().anyMatch(text -> text.contains("k12, the target")));
    }
}
