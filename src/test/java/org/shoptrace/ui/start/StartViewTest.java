package org.shoptrace.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.settings.RecentWorkspaces;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StartViewTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final List<String> opened = new ArrayList<>();
    private final FakeNavigator navigator = new FakeNavigator();
    private final OpenRunViewModel openRun = new OpenRunViewModel();
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<Path>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private Path folder = Path.of("");
    private int page = 2;
    private Optional<KettleWorkspace> kettles = Optional.empty();

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("start");
        Path there = Files.createDirectory(folder.resolve("there"));
        RecentWorkspacesStore store = new RecentWorkspacesStore(folder);
        store.change(_ -> RecentWorkspaces.NONE.opened(folder.resolve("gone"), NOON).opened(there, NOON));
        KettleWorkspace workspace = new KettleWorkspace();
        kettles = Optional.of(workspace);
        PlacesViewModel places = new PlacesViewModel(
                store,
                () -> NOON,
                new PlacesViewModel.Ways(
                        chosen, chosen::get, path -> opened.add(path.getFileName().toString()), () -> opened.add("demo"),
                        () -> opened.add("asked")),
                new DirectJobRunner(),
                new Notices());
        OutcomesViewModel outcomes = new OutcomesViewModel(
                workspace.workspace, openRun, new DirectJobRunner(), new Notices(), navigator);
        StartView view = new StartView(places, outcomes, running);
        Scene scene = new Scene(new StackPane(view), 1200, 800);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void stop() throws Exception {
        FileTree.delete(folder);
    }

    private KettleWorkspace kettles() {
        return kettles.orElseThrow();
    }

    /// A run that recommends what it viewed, one that views and recommends nothing, one that recommends the target.
    private void openKettles(FxRobot robot) {
        robot.interact(() -> {
            try {
                kettles().given.folder(WorkspaceFolder.of(folder, folder));
                diagnosed(kettles().run("careless", "find_product {'q':'kettle','page':1}", "recommend_product {'product_ids':'k3'}"));
                diagnosed(kettles().run("careless", "find_product {'q':'kettle','page':2}"));
                diagnosed(kettles().run("careful", "find_product {'q':'kettle','page':2}", "recommend_product {'product_ids':'k12'}"));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        until(() -> robot.lookup("#outcome-careful-succeeded").tryQuery().isPresent());
    }

    /// Another run that fails as the second one does, as a batch of a diagnosis brings it.
    private void another(FxRobot robot) {
        robot.interact(() -> {
            try {
                diagnosed(kettles().run("careless", "find_product {'q':'kettle','page':" + ++page + "}"));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean says(FxRobot robot, String id, String words) {
        return robot.lookup("#" + id).tryQuery().isPresent()
                && String.valueOf(robot.lookup("#" + id).<Node>query().getAccessibleText()).contains(words);
    }

    private void diagnosed(Run run) throws Exception {
        Diagnostician diagnostician = new Diagnostician(kettles().sandbox, kettles().profile, Diagnostician.USUAL_STEP_LIMIT);
        kettles().given.facts(Map.of(run.id(), RunFactsOf.run(
                run, diagnostician.diagnose(kettles().workspace.task(KettleWorkspace.QUERY), run))));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).<ButtonBase>query().fire());
    }

    private static String texts(FxRobot robot, String id) {
        return robot.from(robot.lookup("#" + id).<Node>query()).lookup(".label").<Label>queryAll().stream()
                .map(Label::getText)
                .collect(Collectors.joining(" | "));
    }

    @Test
    void withoutAWorkspaceItSaysWhatToDo(FxRobot robot) {
        assertTrue(texts(robot, "start-outcomes").contains("No workspace is open"), texts(robot, "start-outcomes"));
        fire(robot, "open-folder");
        fire(robot, "open-demo");
        assertEquals(List.of("asked", "demo"), opened);
    }

    @Test
    void aPartOfABarOpensItsRuns(FxRobot robot) {
        openKettles(robot);
        fire(robot, "outcome-careless-failed");
        Destination.OpenRuns sent = (Destination.OpenRuns) navigator.opened().getLast();
        assertEquals("careless · failed", sent.why());
        assertEquals(2, sent.runs().size());
        fire(robot, "outcome-careful-succeeded");
        assertEquals(1, ((Destination.OpenRuns) navigator.opened().getLast()).runs().size());
    }

    @Test
    void runsOfAnotherBenchmarkEndedAsTheirFilesSay(FxRobot robot) {
        Run run = openForeign(robot);
        until(() -> robot.lookup("#outcome-trader-by-file-failed").tryQuery().isPresent());
        assertTrue(says(robot, "outcome-trader-by-file-failed", "trader: 1 failed by file"), texts(robot, "start-outcomes"));
        assertTrue(texts(robot, "start-outcomes").contains("Evaluate has their success by group"), texts(robot, "start-outcomes"));
        fire(robot, "outcome-trader-by-file-failed");
        Destination.OpenRuns sent = (Destination.OpenRuns) navigator.opened().getLast();
        assertEquals("trader · failed by file", sent.why());
        assertEquals(List.of(run.id()), sent.runs().stream().map(RunPlace::id).toList());
        robot.interact(() -> kettles().given.answer(kettles().workspace.identityProperty().get().succeedingFrom(0.5)));
        until(() -> robot.lookup("#outcome-trader-by-file-passed").tryQuery().isPresent());
    }

    /// A run whose file gives it half a point, and which belongs to no task.
    private Run openForeign(FxRobot robot) {
        List<Run> made = new ArrayList<>();
        robot.interact(() -> {
            try {
                kettles().given.folder(WorkspaceFolder.of(folder, folder));
                Path file = Files.writeString(folder.resolve("trader.json"), """
                        [{"task_id": 1, "reward": 0.5, "trial": 0, "info": {"task": {"user_id": "u"}}, "model": "trader", "traj": [
                        {"role": "user", "content": "Change my flight."}, {"role": "assistant", "content": "It is changed."}]}]
                        """);
                RolloutFile.forEachRun(file, made::add, Progress.NONE);
                kettles().add(made.getFirst());
                kettles().given.loaded();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        return made.getFirst();
    }

    @Test
    void aReasonSaysWhatItMeansAndOpensItsRunsByKeysToo(FxRobot robot) {
        openKettles(robot);
        assertTrue(texts(robot, "reason-no-answer").contains("The agent recommended nothing."), texts(robot, "reason-no-answer"));
        assertTrue(texts(robot, "reason-no-answer").contains("50 %"), texts(robot, "reason-no-answer"));
        ReasonRow row = robot.lookup("#reason-no-answer").query();
        robot.interact(row::requestFocus);
        robot.push(KeyCode.ENTER);
        Destination.OpenRuns sent = (Destination.OpenRuns) navigator.opened().getLast();
        assertEquals("failed · No answer", sent.why());
        assertEquals(1, sent.runs().size());
        robot.clickOn("#reason-no-answer");
        assertEquals(2, navigator.opened().size());
    }

    @Test
    void itFollowsTheWorkspaceWhileItIsRead(FxRobot robot) {
        robot.interact(() -> kettles().given.folder(WorkspaceFolder.of(folder, folder)));
        assertTrue(texts(robot, "start-outcomes").contains("Looking for runs"), texts(robot, "start-outcomes"));
        robot.interact(kettles().given::loaded);
        assertTrue(texts(robot, "start-outcomes").contains("No runs in this workspace"), texts(robot, "start-outcomes"));
        openKettles(robot);
        assertTrue(texts(robot, "start-outcomes").contains("3 runs of 2 models"), texts(robot, "start-outcomes"));
    }

    @Test
    void theFocusAndAPressOutliveNewCounts(FxRobot robot) {
        openKettles(robot);
        robot.interact(() -> robot.lookup("#reason-no-answer").query().requestFocus());
        another(robot);
        until(() -> says(robot, "reason-no-answer", "2 runs"));
        assertTrue(robot.lookup("#reason-no-answer").query().isFocused());
        robot.interact(() -> robot.lookup("#outcome-careless-failed").query().requestFocus());
        another(robot);
        until(() -> says(robot, "reason-no-answer", "3 runs"));
        assertTrue(robot.lookup("#outcome-careless-failed").query().isFocused());

        robot.moveTo("#outcome-careless-failed").press(MouseButton.PRIMARY);
        another(robot);
        robot.sleep(400);
        robot.release(MouseButton.PRIMARY);
        until(() -> !navigator.opened().isEmpty());
        assertEquals("careless · failed", ((Destination.OpenRuns) navigator.opened().getLast()).why());
        until(() -> says(robot, "reason-no-answer", "4 runs"));
    }

    @Test
    void countsAreDrawnNowAndThenAndNotWhileAnotherScreenIsShown(FxRobot robot) {
        openKettles(robot);
        robot.sleep(300);
        VBox pane = robot.lookup("#start-outcomes").query();
        List<Node> drawn = new ArrayList<>();
        robot.interact(() -> pane.getChildren().addListener((ListChangeListener<Node>) _ -> drawn.add(pane.getChildren().getFirst())));
        robot.interact(() -> {
            for (int i = 0; i < 5; i++) {
                another(robot);
            }
        });
        until(() -> says(robot, "reason-no-answer", "6 runs"));
        int afterABurst = drawn.size();
        assertTrue(afterABurst <= 4, "once at its start and once when it has settled, in two steps each: " + afterABurst);

        Node view = robot.lookup("#start").query();
        robot.interact(() -> view.setVisible(false));
        another(robot);
        robot.sleep(400);
        assertEquals(afterABurst, drawn.size());
        robot.interact(() -> view.setVisible(true));
        assertTrue(says(robot, "reason-no-answer", "7 runs"));
    }

    @Test
    void theCatalogueIsCountedAsSoonAsItIsIndexedAlsoWithoutRuns(FxRobot robot) {
        robot.interact(() -> {
            kettles().given.folder(WorkspaceFolder.of(folder, folder));
            kettles().given.catalog(new CatalogState.None());
            kettles().given.loaded();
        });
        assertFalse(texts(robot, "start-outcomes").contains("25 products"), texts(robot, "start-outcomes"));
        robot.interact(kettles()::openCatalog);
        assertTrue(texts(robot, "start-outcomes").contains("25 products · 1 task"), texts(robot, "start-outcomes"));
    }

    @Test
    void withTheTruthHiddenNothingIsSaidOfOutcomes(FxRobot robot) {
        openKettles(robot);
        robot.interact(openRun::toggleTruth);
        assertTrue(robot.lookup("#outcome-careless-failed").tryQuery().isEmpty());
        assertTrue(robot.lookup("#reason-no-answer").tryQuery().isEmpty());
        fire(robot, "start-show-truth");
        assertFalse(openRun.truthHiddenProperty().get());
        assertTrue(robot.lookup("#reason-no-answer").tryQuery().isPresent());
    }

    @Test
    void foldersOpenAgainAndOnesThatAreGoneAreMarkedAndCanBeTakenOff(FxRobot robot) {
        List<ButtonBase> folders = buttons(robot, ".start-folder");
        assertEquals("there, today", name(folders.get(0)));
        assertEquals("gone, not there", name(folders.get(1)));
        assertTrue(folders.get(1).isDisabled());
        robot.interact(folders.get(0)::fire);
        assertEquals(List.of("there"), opened);
        robot.interact(() -> buttons(robot, ".start-folder-row .small").get(1).fire());
        assertEquals(1, buttons(robot, ".start-folder").size());
        assertEquals(1, new RecentWorkspacesStore(folder).load().folders().size());
    }

    @Test
    void whatIsOpenedComesFirstAndIsKept(FxRobot robot) {
        Path another = folder.resolve("another");
        robot.interact(() -> {
            try {
                Files.createDirectory(another);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            chosen.set(Optional.of(another));
        });
        assertEquals("another, open", name(buttons(robot, ".start-folder").getFirst()));
        assertEquals(another, new RecentWorkspacesStore(folder).load().folders().getFirst().folder());
    }

    private static List<ButtonBase> buttons(FxRobot robot, String selector) {
        return robot.lookup(selector).<ButtonBase>queryAll().stream().toList();
    }

    /// The first and the last word of what a screen reader says.
    private static String name(ButtonBase button) {
        String[] said = button.getAccessibleText().split(", ");
        return said[0].replace("Open ", "") + ", " + said[said.length - 1];
    }
}
