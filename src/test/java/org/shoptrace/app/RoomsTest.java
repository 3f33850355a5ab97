package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.shell.ShellViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// A room of a few lines, added to the list of features, is in the whole window.
@ExtendWith(ApplicationExtension.class)
class RoomsTest {
    private record OpenTea(String sort) implements Destination {}

    private record OpenCoffee() implements Destination {}

    private final List<String> happened = new ArrayList<>();
    private final Feature tea = Feature.screen("tea", "pot=N", this::tea);
    private Path folder = Path.of("");
    private Optional<Surroundings> around = Optional.empty();
    private Optional<MainWindow> window = Optional.empty();

    private Room tea(Surroundings surroundings) {
        around = Optional.of(surroundings);
        Label content = new Label("a pot of tea");
        content.setId("tea");
        KeyCommands keys = new KeyCommands().bind("pour", "", "Pour the tea", () -> happened.add("poured"));
        return Room.of(new Screen("tea", "Tea", Feather.COFFEE, content, keys))
                .opening(OpenTea.class, to -> happened.add("opened " + to.sort()))
                .selecting(selection -> List.of(() -> happened.add("pot " + selection.number("pot").getAsInt())))
                .left(() -> happened.add("left"))
                .closing(() -> happened.add("washed up"));
    }

    private List<Feature> features() {
        return Stream.concat(Wiring.features(new RecentWorkspacesStore(folder.resolve("config")), Wiring.similarities(folders())).stream(),
                Stream.of(tea)).toList();
    }

    private UserFolders folders() {
        return new UserFolders(folder.resolve("config"), folder.resolve("cache"), folder.resolve("data"));
    }

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("rooms");
        MainWindow assembled = Wiring.assemble(
                folders(), new ShellViewModel(Theme.LIGHT), Optional::empty, Wiring.similarities(folders()), features());
        assembled.show(stage, Settings.DEFAULTS);
        window = Optional.of(assembled);
    }

    @Stop
    void stop() throws Exception {
        FileTree.delete(folder);
    }

    private Navigator navigator() {
        return around.orElseThrow().navigator();
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAll().stream().anyMatch(Node::isVisible);
    }

    @Test
    void isInTheBarOnTheLeft(FxRobot robot) {
        robot.interact(() -> robot.lookup("#show-tea").<ButtonBase>query().fire());
        assertTrue(isShown(robot, "tea"));
        robot.interact(() -> robot.lookup("#show-tasks").<ButtonBase>query().fire());
        assertEquals(List.of("left"), happened);
    }

    @Test
    void isInThePaletteAndTheListOfKeysWithItsCommands(FxRobot robot) {
        robot.interact(() -> robot.lookup("#open-keys").<ButtonBase>query().fire());
        assertTrue(isShown(robot, "key-change-pour") && isShown(robot, "key-change-show-tea"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> robot.lookup("#palette-text").<TextField>query().setText("pour the tea"));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("poured"), happened);
        assertTrue(isShown(robot, "tea"));
    }

    @Test
    void isPicturedWithWhatIsSelectedInIt(FxRobot robot) throws Exception {
        WindowCamera camera = new WindowCamera(folders(), features());
        assertEquals("tea", camera.screens().getLast());
        assertTrue(camera.screens().containsAll(List.of("start", "sandbox", "tasks", "replay", "evaluate")), camera.screens()::toString);
        assertTrue(camera.selections().endsWith(" or pot=N"), camera.selections());
        Selection selection = Selection.parse("pot=3,do=pour", features());
        robot.interact(() -> window.orElseThrow().selecting("tea", selection).forEach(act -> {
            try {
                act.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }));
        assertEquals(List.of("pot 3", "poured"), happened);
    }

    @Test
    void opensItsDestinationsAndIsShownThen(FxRobot robot) {
        robot.interact(() -> navigator().open(new OpenTea("green")));
        assertEquals(List.of("opened green"), happened);
        assertTrue(isShown(robot, "tea"));
    }

    @Test
    void aDestinationThatNoRoomOpensFails(FxRobot robot) {
        robot.interact(() -> {
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> navigator().open(new OpenCoffee()));
            assertEquals("no room opens OpenCoffee[]", refused.getMessage());
        });
    }

    @Test
    void everyDestinationOfTheKitIsOpenedBySomeRoom(FxRobot robot) {
        robot.interact(() -> {
            Rooms rooms = Rooms.build(features(), around.orElseThrow());
            List<Class<?>> kinds = Stream.of(Destination.class.getDeclaredClasses()).<Class<?>>map(kind -> kind).toList();
            assertTrue(kinds.size() >= 7, kinds.toString());
            List<Class<?>> closed = kinds.stream().filter(kind -> !rooms.doors().contains(kind)).toList();
            assertEquals(List.of(), closed);
        });
    }

    @Test
    void itFinishesBeforeTheWindowCloses(FxRobot robot) {
        robot.interact(() -> assertTrue(Rooms.build(List.of(tea), around.orElseThrow()).finish()));
        assertEquals(List.of("washed up"), happened);
    }

    @Test
    void twoRoomsOfOneNameOrWithOneDoorAreRefused(FxRobot robot) {
        robot.interact(() -> {
            assertThrows(IllegalStateException.class, () -> Rooms.build(List.of(tea, tea), around.orElseThrow()));
            Feature other = Feature.within(
                    _ -> Room.ofActions(List.of()).opening(OpenTea.class, _ -> happened.add("not here")));
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class, () -> Rooms.build(List.of(tea, other), around.orElseThrow()));
            assertEquals("two rooms open OpenTea", refused.getMessage());
        });
    }

    @Test
    void whatRoomsOfferToDoWithARunIsAmongTheKeysOfReplay(FxRobot robot) {
        robot.interact(() -> robot.lookup("#open-keys").<ButtonBase>query().fire());
        for (String action : List.of("what-if", "compare", "take-over", "export-run", "change-task")) {
            assertTrue(isShown(robot, "key-change-" + action), action);
        }
    }

    @Test
    void everyButtonOfEveryScreenHasAName(FxRobot robot) {
        for (String screen : new WindowCamera(folders(), features()).screens()) {
            robot.interact(() -> window.orElseThrow().show(screen));
            List<String> nameless = robot.lookup(".button").<ButtonBase>queryAll().stream()
                    .filter(ButtonBase::isVisible)
                    .filter(button -> Optional.ofNullable(button.getText()).orElse("").isBlank())
                    .filter(button -> Optional.ofNullable(button.getAccessibleText()).orElse("").isBlank())
                    .map(button -> screen + ": " + button)
                    .toList();
            assertEquals(List.of(), nameless);
        }
    }
}
