package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.SettingsStore;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// The window as it is used: workspaces come and go, it is shown to an audience, and it remembers how it was set up.
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private Path folder = Path.of("");
    private @Nullable Stage stage;
    private Optional<MainWindow> window = Optional.empty();

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        folder = Files.createTempDirectory("window");
        MainWindow assembled = Wiring.assemble(
                new UserFolders(folder.resolve("config"), folder.resolve("cache"), folder.resolve("data")), Theme.LIGHT, Optional::empty);
        assembled.show(given, Settings.DEFAULTS.withLastScreen("tasks"));
        assembled.remember(store(), given);
        window = Optional.of(assembled);
    }

    @Stop
    void stop() throws Exception {
        FileTree.delete(folder);
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("config"));
    }

    private MainWindow window() {
        return window.orElseThrow();
    }

    private Path workspace(String intent) throws Exception {
        return workspace(intent, intent);
    }

    private Path workspace(String name, String intent) throws Exception {
        Path workspace = Files.createDirectory(folder.resolve(name));
        Files.copy(GoldenSet.file("tasks_" + intent + ".jsonl"), workspace.resolve("tasks.jsonl"));
        Files.copy(GoldenSet.rollouts(intent, "alpha"), workspace.resolve("rollout_" + intent + "_alpha.jsonl"));
        Files.copy(GoldenSet.rollouts(intent, "beta"), workspace.resolve("rollout_" + intent + "_beta.jsonl"));
        return workspace;
    }

    private void open(FxRobot robot, Path workspace) throws Exception {
        robot.interact(() -> window().open(workspace));
        awaitQuiet();
    }

    private void awaitQuiet() throws Exception {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            until(() -> !window().isBusy());
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    @Test
    void anotherWorkspaceIsOpenedWithoutAWordOfTheOneThatIsLeft(FxRobot robot) throws Exception {
        Path shop = workspace("shop");
        Path copy = workspace("copy", "shop");
        for (Path each : List.of(shop, copy, shop, copy)) {
            robot.interact(() -> window().show("replay"));
            open(robot, each);
            robot.interact(() -> robot.lookup("#runs").queryAs(ListView.class).getSelectionModel().select(3));
            awaitQuiet();
            robot.interact(() -> window().show("start"));
            assertEquals(List.of(), ShownTexts.of(robot.lookup("#notices").query()));
        }
    }

    @Test
    void whatWasSaidOfAWorkspaceIsDroppedWhenItIsLeft(FxRobot robot) throws Exception {
        open(robot, Files.createDirectory(folder.resolve("empty")));
        assertTrue(robot.lookup(".notice").tryQuery().isPresent(), "nothing was recognised");
        open(robot, workspace("shop"));
        assertFalse(robot.lookup(".notice").tryQuery().isPresent());
    }

    @Test
    void afterAnAudienceTheRoomsAreAsWideAsBeforeAndTheKeysWork(FxRobot robot) throws Exception {
        robot.interact(() -> window().show("replay"));
        open(robot, workspace("shop"));
        double runs = width(robot, ".run-list");
        double inspector = width(robot, "#inspector");
        assertTrue(runs > 100 && inspector > 100, runs + ", " + inspector);
        robot.push(KeyCode.E);
        robot.push(KeyCode.F5);
        awaitQuiet();
        robot.push(KeyCode.ESCAPE);
        awaitQuiet();
        assertEquals(runs, width(robot, ".run-list"), 2);
        assertEquals(inspector, width(robot, "#inspector"), 2);
        Node owner = Objects.requireNonNull(stage).getScene().getFocusOwner();
        assertEquals("replay", owner.getId());
    }

    private static double width(FxRobot robot, String query) {
        return robot.lookup(query).<Region>query().getWidth();
    }

    @Test
    void howItIsSetUpIsKeptAsItChanges(FxRobot robot) throws Exception {
        Path shop = workspace("shop");
        robot.interact(() -> {
            window().begin(Optional.of(shop));
            window().setTextSize(130);
        });
        awaitQuiet();
        robot.interact(() -> robot.lookup("#switch-theme").queryButton().fire());
        until(() -> store().load().dark());
        Settings kept = store().load();
        assertEquals(Optional.of(shop), kept.lastWorkspace());
        assertEquals(130, kept.textPercent());
        assertEquals(Optional.of("tasks"), kept.lastScreen(), "it goes on where it was");
        assertTrue(robot.lookup("#tasks").query().isVisible());
        robot.interact(() -> {
            window().show("sandbox");
            Objects.requireNonNull(stage).setWidth(1100);
        });
        until(() -> store().load().lastScreen().equals(Optional.of("sandbox")));
        assertEquals(Objects.requireNonNull(stage).getScene().getWidth(), store().load().width());
    }

    @Test
    void opensWholeOnTheScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage shown = Objects.requireNonNull(stage);
        assertTrue(screen.contains(shown.getX(), shown.getY(), shown.getWidth(), shown.getHeight()));
        Rectangle2D small = new Rectangle2D(0, 0, 1280, 800);
        assertEquals(small, WindowPlace.within(new Rectangle2D(-60, -33, 1400, 900), small));
        assertEquals(new Rectangle2D(280, 0, 1000, 700), WindowPlace.within(new Rectangle2D(500, -20, 1000, 700), small));
        assertEquals(new Rectangle2D(10, 20, 300, 400), WindowPlace.within(new Rectangle2D(10, 20, 300, 400), small));
        assertFalse(small.contains(new Rectangle2D(-60, -33, 1400, 900)));
    }
}
