package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.settings.KeySettingsStore;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.Switch;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// What lies over the screens of the whole window, called and left by keys.
@ExtendWith(ApplicationExtension.class)
class OverlaysTest {
    private Path folder = Path.of("");

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("overlays");
        MainWindow window = Wiring.assemble(
                new UserFolders(folder.resolve("config"), folder.resolve("cache"), folder.resolve("data")), Theme.LIGHT, Optional::empty);
        window.show(stage, Settings.DEFAULTS);
        window.show("replay");
    }

    @Stop
    void stop() throws Exception {
        FileTree.delete(folder);
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAll().stream().anyMatch(Node::isVisible);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).<ButtonBase>query().fire());
    }

    @Test
    void keysOpenThePaletteTheSearchAndTheListAndEscapeLeavesThem(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(isShown(robot, "palette"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown(robot, "palette"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertTrue(isShown(robot, "find-sheet"));
        // A sign that is typed is text, not the key of the list.
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        assertFalse(isShown(robot, "key-list"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        assertTrue(isShown(robot, "key-list"));
    }

    @Test
    void thePaletteGivesCommandsOfOtherScreens(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> robot.lookup("#palette-text").<TextField>query().setText("go to tasks"));
        robot.push(KeyCode.ENTER);
        assertFalse(isShown(robot, "palette"));
        assertTrue(isShown(robot, "tasks"));
    }

    @Test
    void aKeyIsChangedByPressingItAndKeptForTheNextStart(FxRobot robot) {
        fire(robot, "open-keys");
        fire(robot, "key-change-palette");
        robot.push(KeyCode.CONTROL, KeyCode.P).push(KeyCode.ENTER);
        assertEquals("Ctrl+P", robot.lookup("#keys-of-palette").<Label>query().getText());
        assertEquals("Ctrl+P", new KeySettingsStore(folder.resolve("config")).load().keys().get("palette"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertFalse(isShown(robot, "palette"));
        robot.push(KeyCode.CONTROL, KeyCode.P);
        assertTrue(isShown(robot, "palette"));
    }

    @Test
    void theKeysOfTheWindowItselfAreListedAndChangedToo(FxRobot robot) {
        fire(robot, "open-keys");
        fire(robot, "key-change-text-larger");
        robot.push(KeyCode.F8).push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        double before = robot.lookup("#status").<Label>query().getFont().getSize();
        robot.push(KeyCode.F8);
        assertTrue(robot.lookup("#status").<Label>query().getFont().getSize() > before);
    }

    @Test
    void escapeWhileKeysArePressedLeavesTheKeysAndNotTheList(FxRobot robot) {
        fire(robot, "open-keys");
        fire(robot, "key-change-find-everywhere");
        robot.push(KeyCode.X).push(KeyCode.ESCAPE);
        assertTrue(isShown(robot, "key-list"));
        assertEquals("Ctrl+Shift+F", robot.lookup("#keys-of-find-everywhere").<Label>query().getText());
    }

    @Test
    void lettersAndSignsCanBeSwitchedOffAndChordsStay(FxRobot robot) {
        fire(robot, "open-keys");
        robot.interact(() -> robot.lookup("#key-bare").<Switch>query().fire());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        assertFalse(isShown(robot, "key-list"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(isShown(robot, "palette"));
    }

    @Test
    void noTwoCommandsHaveOneNameAndNoneIsInConflictUnlessTheUserWantsIt(FxRobot robot) {
        fire(robot, "open-keys");
        List<String> ids = robot.lookup(node -> node.getId() != null && node.getId().startsWith("key-change-")).<Node>queryAll().stream()
                .map(Node::getId)
                .toList();
        assertEquals(ids.stream().distinct().sorted().toList(), ids.stream().sorted().toList());
        assertTrue(ids.size() > 15, ids.toString());
        List<String> conflicts = robot.lookup(".key-conflict").<Node>queryAll().stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(node -> ((Label) node).getText())
                .toList();
        assertEquals(List.of(), conflicts);
    }

    @Test
    void settingsAreReachedByKeyButtonAndPaletteAndCountAtOnce(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertTrue(isShown(robot, "settings"));
        Node root = robot.lookup(".shell").query();
        robot.interact(() -> robot.lookup("#setting-dark").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(new PrimerDark().getUserAgentStylesheet(), Application.getUserAgentStylesheet());

        robot.interact(() -> robot.lookup("#setting-text-size").<ComboBox<TextSize>>query().setValue(new TextSize(150)));
        assertTrue(root.getScene().getStylesheets().stream().anyMatch(sheet -> sheet.startsWith("data:")), "texts are larger");

        robot.interact(() -> robot.lookup("#setting-annotator").<TextField>query().clear());
        robot.clickOn("#setting-annotator").write("Ada").type(KeyCode.ENTER);
        assertEquals(Optional.of("Ada"), new AnnotatorFile(folder.resolve("config")).load());

        robot.clickOn("#setting-bare-keys");
        assertFalse(new KeySettingsStore(folder.resolve("config")).load().bareKeys());
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown(robot, "settings"));
        fire(robot, "open-keys");
        assertFalse(robot.lookup("#key-bare").<Switch>query().isSelected(), "the list of keys says the same");
        robot.push(KeyCode.ESCAPE);

        fire(robot, "open-settings");
        assertTrue(isShown(robot, "settings"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> robot.lookup("#palette-text").<TextField>query().setText("settings"));
        robot.push(KeyCode.ENTER);
        assertTrue(isShown(robot, "settings"));
    }

    @Test
    void aStepLimitThatIsNoneIsTakenBack(FxRobot robot) {
        fire(robot, "open-settings");
        TextField limit = robot.lookup("#setting-step-limit").query();
        robot.interact(() -> {
            limit.setText("0");
            limit.fireEvent(new ActionEvent());
        });
        assertEquals("30", limit.getText());
    }

    @Test
    void aScoreThatIsNoneIsTakenBack(FxRobot robot) {
        fire(robot, "open-settings");
        TextField score = robot.lookup("#setting-own-threshold").query();
        assertEquals("1", score.getText());
        robot.interact(() -> {
            score.setText("much");
            score.fireEvent(new ActionEvent());
        });
        assertEquals("1", score.getText());
    }
}
