package org.shoptrace.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list of what is not read, as people use it.
@ExtendWith(ApplicationExtension.class)
class LeftOutPaneTest {
    private static final UnreadFiles LEFT = new UnreadFiles(
            Path.of("/w"), List.of(new Workspace.Problem(Path.of("/w/b/locked.json"), "may not be read")),
            List.of(
                    new Workspace.Problem(Path.of("/w/notes.json"), "JSON, but no runs, tasks or documents"),
                    new Workspace.Problem(Path.of("/w/b/result.json"), "a Harbor result, which Shoptrace does not read")));

    private final List<String> copied = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    private void show(FxRobot robot, UnreadFiles left) {
        robot.interact(() -> {
            Theme.LIGHT.apply();
            Scene scene = new Scene(new LeftOutPane(left, copied::add), 700, 500);
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void saysOfEveryFileWhyByFolder(FxRobot robot) {
        show(robot, LEFT);
        List<String> texts = ShownTexts.of(stage.getScene().getRoot());
        assertTrue(texts.contains("Not read: 3 files, of which 1 could not be looked at."), texts::toString);
        assertTrue(texts.containsAll(List.of(
                "The folder itself · 1", "notes.json", "b · 2", "locked.json", "May not be read", "result.json",
                "A Harbor result, which Shoptrace does not read")), texts::toString);
    }

    @Test
    void aLineAndAllOfItAreCopied(FxRobot robot) {
        show(robot, LEFT);
        robot.interact(() -> robot.lookup("#left-out-list").query().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> robot.lookup("#left-out-copy").queryAs(ButtonBase.class).fire());
        assertEquals(List.of("./notes.json: JSON, but no runs, tasks or documents", LEFT.text()), copied);
    }

    @Test
    void anEmptyListSaysThatNothingWasPassedOver(FxRobot robot) {
        show(robot, UnreadFiles.NOTHING);
        assertTrue(ShownTexts.of(stage.getScene().getRoot()).contains("Nothing was passed over"));
    }
}
