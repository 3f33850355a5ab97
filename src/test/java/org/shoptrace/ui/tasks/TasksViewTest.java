package org.shoptrace.ui.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.Products;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TasksViewTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final FakeNavigator navigator = new FakeNavigator();
    private final List<String> copied = new ArrayList<>();
    private final TasksViewModel model = new TasksViewModel(workspace, new DirectJobRunner(), navigator);

    @Start
    void show(Stage stage) {
        given.tasks(Tasks.ALL);
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(5))));
        Scene scene = new Scene(new TasksView(model, copied::add), 1204, 726);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void tasksAreListedByIntentVoucherProductsAndWords(FxRobot robot) {
        robot.interact(() -> robot.lookup("#task-intents").<ManyChoice<Intent>>query().getCheckModel().check(Intent.SHOP));
        assertEquals(List.of(Tasks.SHOP), listed(robot));
        assertTrue(shown(robot).contains("1 of 4 tasks"));
        fire(robot, "#task-clear");
        assertEquals(Tasks.ALL, listed(robot));

        robot.interact(() -> robot.lookup("#task-voucher").<ComboBox<TaskFilter.Vouchers>>query().setValue(TaskFilter.Vouchers.PLATFORM));
        assertEquals(List.of(Tasks.VOUCHER), listed(robot));
        fire(robot, "#task-clear");
        robot.interact(() -> robot.lookup("#task-products").<ComboBox<Integer>>query().setValue(2));
        assertEquals(List.of(Tasks.SHOP, Tasks.VOUCHER), listed(robot));
        fire(robot, "#task-clear");
        robot.clickOn("#task-text").write("invented");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(Tasks.WEB), listed(robot));
        robot.write(" zeppelin");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(shown(robot).contains("No task passes the filters"));
    }

    @Test
    void theWordsStayAndTheListHasTheKeysAfterEscapeAndEnter(FxRobot robot) {
        for (KeyCode key : List.of(KeyCode.ESCAPE, KeyCode.ENTER)) {
            // Two clicks within a moment would be a double click, which selects what was typed before.
            robot.interact(() -> robot.lookup("#task-text").queryTextInputControl().clear());
            robot.clickOn("#task-text").write("e").push(key).push(KeyCode.J);
            assertEquals("tasks-list", robot.lookup("#tasks-list").query().getScene().getFocusOwner().getId());
            assertEquals("e", model.filterProperty().get().text());
        }
    }

    @Test
    void intentsAreCheckedByKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#task-intents").query().requestFocus());
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        assertEquals(Set.of(Intent.WEB), model.filterProperty().get().intents());
        assertEquals("Intents: Knowledge", robot.lookup("#task-intents").query().getAccessibleText());
    }

    @Test
    void theConstraintsOfEveryTargetAreReadableAtAGlance(FxRobot robot) {
        robot.interact(() -> robot.lookup("#tasks-list").query().requestFocus());
        robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(Tasks.SHOP, model.detailProperty().get().orElseThrow().task());
        List<String> target = ShownTexts.of(robot.lookup("#target-2").query());
        assertTrue(
                target.containsAll(List.of(
                        "Product 2", "k4", "Steel kettle", "up to ₱95.00", "Cash on delivery", "color_family: grey", "material: steel")),
                target::toString);
        assertTrue(target.containsAll(List.of("Steel kettle 4", "₱40.00", "shop s1")), "the true product stands beside it");
    }

    @Test
    void theVoucherIsASentenceAndASum(FxRobot robot) {
        robot.interact(() -> model.select(Tasks.VOUCHER));

        assertEquals(
                List.of(
                        "Voucher and budget",
                        "A platform voucher, for all products: 50 % off, at most ₱20.00, once they come to ₱40.00.",
                        "The targets together", "₱50.00", "reaches ₱40.00",
                        "Voucher, 50 %, at most ₱20.00", "−₱20.00",
                        "To pay", "₱30.00",
                        "Budget", "₱35.00",
                        "Left over", "₱5.00", "affordable"),
                ShownTexts.of(robot.lookup("#voucher").query()).stream().filter(text -> !text.isEmpty()).toList());
    }

    @Test
    void anotherIntentShowsItsAnswerAndNoVoucher(FxRobot robot) {
        robot.interact(() -> model.select(Tasks.WEB));

        assertTrue(shown(robot).contains("Arthur Leslie Large"));
        assertTrue(robot.lookup("#voucher").tryQuery().isEmpty());
    }

    @Test
    void targetsOpenTheirProducts(FxRobot robot) {
        robot.interact(() -> model.select(Tasks.PRODUCT));
        fire(robot, "#open-target-1");
        robot.interact(() -> robot.lookup("#product-k2").queryAs(ProductCard.class).press());

        assertEquals(List.of("product k2", "product k2"), navigator.sent());
    }

    @Test
    void runsShowHowTheyEndedAndOpenInReplay(FxRobot robot) {
        RunSummary good = TasksViewModelTest.run("a", Tasks.PRODUCT);
        RunSummary bad = TasksViewModelTest.run("b", Tasks.PRODUCT);
        RunSummary lost = TasksViewModelTest.run("c", Tasks.PRODUCT);
        robot.interact(() -> {
            model.select(Tasks.PRODUCT);
            given.add(List.of(good, bad, lost));
            given.outcomes(Map.of(
                    good.id(), scored(1, true), bad.id(), scored(0.75, false), lost.id(),
                    new RunOutcome.Unscorable("the harness lost it")));
        });

        assertTrue(
                shown(robot).containsAll(List.of(
                        "model-a", "succeeded", "constraints met 1.00", "model-b", "failed", "constraints met 0.75", "model-c",
                        "unscorable",
                        "the harness lost it")),
                () -> shown(robot).toString());
        fire(robot, "#open-run-" + bad.id().brief());
        fire(robot, "#open-runs");
        assertEquals(List.of("run bbbb step 1", "runs Products Finder · 3 runs of one task [aaaa, bbbb, cccc]"), navigator.sent());
    }

    @Test
    void queryAndTaskCanBeCopied(FxRobot robot) {
        robot.interact(() -> model.select(Tasks.PRODUCT));
        fire(robot, "#copy-query");
        fire(robot, "#copy-task");

        assertEquals("Find a grey kettle", copied.getFirst());
        assertTrue(copied.getLast().contains("\"query\""));
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo(FxRobot robot) {
        robot.interact(() -> given.clear("another"));

        assertTrue(shown(robot).containsAll(List.of("This workspace has no tasks", "No task is selected")));
    }

    private static RunOutcome scored(double rule, boolean success) {
        return new RunOutcome.Scored(new TaskScore(
                Tasks.PRODUCT.query(), Intent.PRODUCT, new LinkedHashMap<>(Map.of(Column.RULE, rule)), success, false, false));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private static List<Task> listed(FxRobot robot) {
        return List.copyOf(robot.lookup("#tasks-list").<ListView<Task>>query().getItems());
    }

    private static List<String> shown(FxRobot robot) {
        return ShownTexts.of(robot.lookup("#tasks").query());
    }
}
