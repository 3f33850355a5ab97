package org.shoptrace.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobBarTest {
    private final FxJobRunner jobs = new FxJobRunner();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> ended = new ArrayList<>();

    @Start
    void show(Stage stage) {
        Button elsewhere = new Button("Elsewhere");
        elsewhere.setId("elsewhere");
        Button second = new Button("Second");
        second.setId("second");
        Scene scene = new Scene(new VBox(elsewhere, second, new StackPane(), new JobBar(jobs.running())), 900, 500);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void stop() {
        end.countDown();
    }

    @Test
    void theFirstJobIsShownAndAPressListsThemAllToCancel(FxRobot robot) throws Exception {
        start(robot, "Reading the runs");
        start(robot, "Searching");
        start(robot, "Drawing");
        until(() -> texts(robot, "#jobs").contains("+2"));
        assertTrue(texts(robot, "#jobs").contains("Reading the runs · half of it"));

        robot.clickOn("#all-jobs");
        until(() -> texts(robot, "#job-list").containsAll(List.of("Reading the runs", "half of it", "Searching", "Drawing")));
        Node cancel = robot.lookup("#cancel-job-1").query();
        assertEquals("Cancel: Searching", cancel.getAccessibleText());
        robot.clickOn(cancel);
        until(() -> ended.equals(List.of("Searching")));
        until(() -> !texts(robot, "#job-list").contains("Searching"));

        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#job-list").tryQuery().isEmpty());
        assertTrue(robot.lookup("#all-jobs").query().isFocused());
        robot.clickOn("#cancel-first-job");
        until(() -> ended.equals(List.of("Searching", "Reading the runs")));
    }

    @Test
    void theListOpensByKeyboardAndGoesWithTheLastJob(FxRobot robot) throws Exception {
        start(robot, "Reading the runs");
        until(() -> robot.lookup("#all-jobs").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#all-jobs").query().requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#job-list").tryQuery().isPresent());

        end.countDown();
        until(() -> robot.lookup("#job-list").tryQuery().isEmpty());
        assertEquals(List.of(), texts(robot, "#jobs"));
    }

    @Test
    void otherJobsThatComeAndGoLeaveTheButtonsAndTheFocusAlone(FxRobot robot) throws Exception {
        start(robot, "Reading the runs");
        until(() -> robot.lookup("#cancel-first-job").tryQuery().isPresent());
        Node cancel = robot.lookup("#cancel-first-job").query();
        robot.interact(cancel::requestFocus);
        robot.interact(() -> jobs.run("Counting", _ -> 1, _ -> ended.add("Counting"), _ -> {}, () -> {}));
        until(() -> ended.contains("Counting"));
        assertSame(cancel, robot.lookup("#cancel-first-job").query());
        assertTrue(cancel.isFocused());

        start(robot, "Searching");
        start(robot, "Drawing");
        until(() -> texts(robot, "#jobs").contains("+2"));
        robot.press(KeyCode.SPACE);
        endTheFirst(robot, "Searching · half of it");
        robot.release(KeyCode.SPACE);
        robot.moveTo(cancel).press(MouseButton.PRIMARY);
        endTheFirst(robot, "Drawing · half of it");
        robot.release(MouseButton.PRIMARY);
        robot.sleep(100);
        assertEquals(List.of("Counting", "Reading the runs", "Searching"), ended, "each press was meant for the job before");
        assertSame(cancel, robot.lookup("#cancel-first-job").query());
        assertTrue(cancel.isFocused());
        robot.clickOn(cancel);
        until(() -> ended.contains("Drawing"));
    }

    /// @param next what the bar says then
    private void endTheFirst(FxRobot robot, String next) throws Exception {
        robot.interact(() -> jobs.running().getFirst().cancel());
        until(() -> texts(robot, "#jobs").contains(next));
    }

    @Test
    void theFocusGoesBackToWhoHadItWhenTheLastJobEnds(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#second").query().requestFocus());
        start(robot, "Reading the runs");
        until(() -> robot.lookup("#all-jobs").tryQuery().isPresent());
        robot.clickOn("#all-jobs");
        until(() -> robot.lookup("#job-list").tryQuery().isPresent());
        end.countDown();
        until(() -> robot.lookup("#all-jobs").tryQuery().isEmpty());
        assertTrue(robot.lookup("#job-list").tryQuery().isEmpty());
        assertTrue(robot.lookup("#second").query().isFocused());
    }

    private void start(FxRobot robot, String title) {
        robot.interact(() -> jobs.run(
                title,
                progress -> {
                    progress.report("half of it", 0.5);
                    while (!end.await(5, TimeUnit.MILLISECONDS)) {
                        progress.checkCancelled();
                    }
                    return title;
                },
                _ -> {},
                _ -> {},
                () -> ended.add(title)));
    }

    private static List<String> texts(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(ShownTexts::of).orElse(List.of()).stream().filter(text -> !text.isEmpty()).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
