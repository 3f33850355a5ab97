package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.RunAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What stands above and beside the steps: what the run belongs to and can be made to belong to, the outline, marks of annotations.
@ExtendWith(ApplicationExtension.class)
class TranscriptHeaderTest {
    private final List<String> changed = new ArrayList<>();
    private ReplayFixture fixture;
    private ReplayView view;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
        view = new ReplayView(
                fixture.model,
                fixture.panes(),
                List.of(new RunAction(
                        "change-task", "", "Change task", Feather.TARGET, RunAction.Scope.RUN,
                        (_, _) -> true, (run, _) -> changed.add(run.summary().model()))),
                fixture.navigator,
                fixture.copied::add);
        Theme.LIGHT.apply();
        Scene scene = new Scene(view, 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Button.class);
    }

    @Test
    void theTaskIsChangedFromTheHeader(FxRobot robot) {
        assertEquals("Task: 1 product", button(robot, "run-task").getText());
        robot.interact(() -> button(robot, "run-task").fire());
        assertEquals(List.of("alpha"), changed);
        assertTrue(button(robot, "run-task").isFocusTraversable());
        assertFalse(button(robot, "run-catalog").isFocusTraversable(), "one catalogue is no choice");
    }

    @Test
    void theScoreGoesBeforeTheNameIsShortened(FxRobot robot) {
        Label name = robot.lookup("#run-model").queryAs(Label.class);
        Label score = robot.lookup("#run-score").queryAs(Label.class);
        assertTrue(score.isVisible() && score.getWidth() >= score.prefWidth(-1), "there is room for both");
        Region header = (Region) name.getParent();
        robot.interact(() -> {
            boolean gone = false;
            for (double width = header.getWidth(); width > 100; width -= 10) {
                header.resize(width, header.getHeight());
                header.layout();
                gone |= !score.isVisible();
                assertTrue(!score.isVisible() || name.getWidth() >= name.prefWidth(-1), "at " + width);
            }
            assertTrue(gone);
        });
    }

    private static Task lamp(String rewarded) {
        Task task = ReplayFixture.lampTask();
        return new Task(
                task.intent(), task.query(), task.rewards(), task.voucher(), task.knowledgeAnswer(), task.title(), task.difficulty(),
                Json.Obj.EMPTY.with("reward", Json.of(rewarded)));
    }

    @Test
    void severalTaskFilesAreAskedAboutOnce(FxRobot robot) {
        robot.interact(() -> fixture.given.tasks(
                List.of(Path.of("a.jsonl"), Path.of("b.jsonl")), List.of(List.of(lamp("11")), List.of(lamp("12")))));
        assertEquals("Which of 2 tasks?", button(robot, "run-task").getText());
        assertTrue(button(robot, "run-task").getPseudoClassStates().toString().contains("asking"));
        robot.interact(() -> fixture.given.answer(Identity.NONE.withTaskFile(ReplayFixture.LAMP_QUERY, "b.jsonl")));
        assertEquals("Task: b.jsonl, of 2", button(robot, "run-task").getText());
        assertFalse(button(robot, "run-task").getPseudoClassStates().toString().contains("asking"));
    }

    @Test
    void theOutlineIsReachedByItsKeyAndLeftByEnter(FxRobot robot) {
        Node outline = robot.lookup("#outline").query();
        assertFalse(outline.isVisible(), "there is no room for it");
        robot.push(KeyCode.O);
        assertTrue(outline.isVisible() && outline.isFocused());
        assertEquals(5, ((ListView<?>) outline).getItems().size());
        assertTrue(((ListView<?>) outline).getWidth() > 100, "the steps leave it room");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertEquals(3, fixture.openRun.stepProperty().get());
        robot.push(KeyCode.ENTER);
        assertFalse(outline.isFocused());
        robot.push(KeyCode.J);
        assertEquals(4, fixture.openRun.stepProperty().get());
        assertEquals(3, ((ListView<?>) outline).getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.O).push(KeyCode.O);
        assertFalse(outline.isVisible());
        robot.push(KeyCode.K);
        assertEquals(3, fixture.openRun.stepProperty().get(), "the keys of the screen go on working");
    }

    @Test
    void anAnnotatedStepIsMarkedInItsHeaderAndInTheStrip(FxRobot robot) {
        assertTrue(robot.lookup("#said-1").tryQuery().isEmpty());
        robot.interact(() -> fixture.annotate(1, 1, "ana", "shop_split"));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Step 1 is annotated: ana: Several shops", robot.lookup("#said-1").query().getAccessibleText());
        assertTrue(robot.lookup("#glance-1").query().getAccessibleText().contains("annotated: ana: Several shops"));
        assertTrue(robot.lookup("#glance-2").query().getAccessibleText().startsWith("Step 2"));
        assertFalse(robot.lookup("#glance-2").query().getAccessibleText().contains("annotated"));
    }

    @Test
    void argumentsTakeALineOfTheirOwnBesideALongName(FxRobot robot) {
        CallLine line = assertInstanceOf(CallLine.class, robot.lookup("#call-1-1").<Node>query().lookup(".call"));
        double wide = line.prefHeight(700);
        assertTrue(line.prefHeight(line.prefWidth(-1)) == wide, "one line");
        assertTrue(line.prefHeight(190) > wide * 1.5 && line.minWidth(-1) == 0, "the arguments below the name");
    }
}
