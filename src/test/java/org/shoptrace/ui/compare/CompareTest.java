package org.shoptrace.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The comparison as people use it: chosen from Replay, opened from elsewhere.
@ExtendWith(ApplicationExtension.class)
class CompareTest {
    private static final Place STEP = new Place(1, OptionalInt.empty());

    private final FakeNavigator navigator = new FakeNavigator();
    private KettleWorkspace kettles;
    private RunComparisonViewModel model;
    private CompareSheet sheet;
    private Sheets sheets;
    private OpenRunViewModel openRun;
    private List<RunAction> actions;
    private Run alpha;
    private Run beta;

    @Start
    void start(Stage stage) throws Exception {
        kettles = new KettleWorkspace();
        alpha = kettles.run(
                "alpha",
                "find_product {'q':'kettle','page':1}",
                "view_product_information {'product_ids':'k1'}",
                "recommend_product {'product_ids':'k1'}",
                "terminate {'status':'success'}");
        beta = kettles.run(
                "beta",
                "find_product {'q':'kettle','page':1}",
                "find_product {'q':'kettle','page':2}",
                "recommend_product {'product_ids':'k12'}",
                "terminate {'status':'success'}");
        sheets = new Sheets();
        openRun = new OpenRunViewModel();
        model = new RunComparisonViewModel(kettles.workspace, new DirectJobRunner(), _ -> kettles.profile);
        sheet = new CompareSheet(model, openRun, sheets, navigator);
        actions = CompareActions.of(model, openRun, sheet, sheets);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new StackPane(sheets), 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static String text(FxRobot robot, String id) {
        return String.join(" | ", ShownTexts.of(find(robot, id, Node.class)));
    }

    private RunAction action(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theOnlyOtherRunNeedsNoChoice(FxRobot robot) {
        assertTrue(action("compare").applies().test(kettles.open(alpha), STEP));
        robot.interact(() -> action("compare").does().accept(kettles.open(alpha), STEP));
        assertTrue(sheets.isOpen("compare-sheet"));
        assertTrue(text(robot, "compare-decision").startsWith("First other decision, same information: step 2 of both"),
                text(robot, "compare-decision"));
        assertTrue(text(robot, "compare-decision").contains("beta: find_product q=kettle page=2"), text(robot, "compare-decision"));
        assertTrue(text(robot, "compare-information").startsWith("First other information: step 3 of both"),
                text(robot, "compare-information"));
        assertTrue(text(robot, "compare-information").contains("Only beta knew 10 facts: listed k11 Steel kettle 11"),
                text(robot, "compare-information"));
    }

    @Test
    void showsScoresAndConstraintsOfBoth(FxRobot robot) {
        robot.interact(() -> sheet.open(alpha.place(), beta.place()));
        String results = text(robot, "compare-results");
        assertTrue(results.contains("k12, the target") && results.contains("k1 |"), results);
        assertTrue(results.contains("met") && results.contains("Constraints met | 0.33 | 1.00"), results);
        robot.interact(openRun::toggleTruth);
        assertTrue(robot.lookup("#compare-results").queryAll().isEmpty(), "scores are part of the truth");
    }

    @Test
    void stepsOpenInReplay(FxRobot robot) {
        robot.interact(() -> sheet.open(alpha.place(), beta.place()));
        robot.interact(() -> find(robot, "compare-information-show", Button.class).fire());
        assertEquals(2, find(robot, "compare-rows", ListView.class).getSelectionModel().getSelectedIndex());
        robot.interact(() -> find(robot, "compare-go-b-3", Button.class).fire());
        assertFalse(sheets.isOpen());
        assertEquals(List.of("run " + beta.id().sha256().substring(0, 4) + " step 3"), navigator.sent());
    }

    @Test
    void oneOfSeveralIsChosenByKeyboard(FxRobot robot) throws Exception {
        Run again = kettles.run("alpha", "find_product {'q':'steel','page':1}", "terminate {'status':'success'}");
        robot.interact(() -> action("compare").does().accept(kettles.open(alpha), STEP));
        ListView<?> runs = find(robot, "compare-runs", ListView.class);
        assertEquals(2, runs.getItems().size());
        robot.interact(() -> {
            runs.getSelectionModel().select(1);
            runs.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        CompareState.Compared compared = assertInstanceOf(CompareState.Compared.class, model.stateProperty().get());
        assertEquals(again.id(), compared.b().summary().id());
        assertTrue(text(robot, "compare-decision").contains("alpha (left)"), "two runs of one model are told apart");
        assertEquals(beta.id(), model.next(kettles.open(alpha).summary()).orElseThrow().id());
    }

    @Test
    void runsOfOtherTasksAreRefusedClearly(FxRobot robot) throws Exception {
        Run other = kettles.runOf("a lamp", "beta", "terminate {'status':'success'}");
        assertFalse(action("compare").applies().test(kettles.open(other), STEP), "no other run of its task");
        robot.interact(() -> sheet.open(alpha.place(), other.place()));
        CompareState.Refused refused = assertInstanceOf(CompareState.Refused.class, model.stateProperty().get());
        assertTrue(refused.why().contains("their queries differ"), refused.why());
        assertTrue(text(robot, "compare-sheet").contains("These runs cannot be compared"));
    }
}
