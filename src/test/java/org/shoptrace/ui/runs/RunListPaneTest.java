package org.shoptrace.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.run.RunFixture;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the list of runs says of each: fault and stage, runs of one task side by side, nothing of either while the truth is hidden.
@ExtendWith(ApplicationExtension.class)
class RunListPaneTest {
    private final ReadOnlyBooleanWrapper truthHidden = new ReadOnlyBooleanWrapper();
    private RunFixture fixture;
    private RunListViewModel list;
    private RunListPane pane;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        fixture.publishFacts();
        list = new RunListViewModel(fixture.workspace, fixture.said, fixture.jobs, fixture.notices);
        pane = new RunListPane(list, truthHidden.getReadOnlyProperty());
        Theme.LIGHT.apply();
        Scene scene = new Scene(pane, 300, 700);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    /// The cells in view that say so, as the list is after the layout that is due.
    private List<Node> cellsSaying(FxRobot robot, String words) {
        robot.interact(() -> {
            pane.applyCss();
            pane.layout();
        });
        return robot.lookup(".run-cell").<Node>queryAll().stream()
                .filter(Node::isVisible)
                .filter(each -> String.valueOf(each.getAccessibleText()).contains(words))
                .toList();
    }

    private String shown() {
        return String.join(" | ", ShownTexts.of(pane));
    }

    @Test
    void aFailureSaysWhatIsWrongAndHowFarItGot(FxRobot robot) {
        assertTrue(shown().contains("Other product | Viewed not chosen"), shown());
        assertTrue(shown().contains("Budget missed | Chosen"), shown());
        assertTrue(shown().contains("beta | · Coupon & Budget"), shown());
        fire(robot, "run-filter-more");
        check(robot, "run-filter-faults", Fault.BUDGET_MISSED);
        assertEquals(1, list.rows().size());
        check(robot, "run-filter-faults", Fault.BUDGET_MISSED);
        assertEquals(fixture.summaries.size(), list.rows().size());
        check(robot, "run-filter-stages", org.shoptrace.model.finding.Stage.VIEWED_NOT_CHOSEN);
        assertEquals(1, list.rows().size());
        assertTrue(shown().contains("Viewed, not chosen"), shown());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#run-filter-more").query().isFocused(), "the focus goes back to the button");
        assertFalse(robot.lookup("#run-filter-more").queryAs(ToggleButton.class).isSelected());
        fire(robot, "run-filter-off-stages");
        assertEquals(fixture.summaries.size(), list.rows().size());
    }

    @Test
    void aRunSaysThatItIsASubAgentsOrARejectedAnswer(FxRobot robot) {
        RunSummary first = fixture.summaries.getFirst();
        robot.interact(() -> fixture.given.add(List.of(
                told(first, 901, "sub_agent_of", "12"), told(first, 902, "preference", "rejected"))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> list.filter(RunFilter.ALL.withText(first.query().orElseThrow())));
        assertEquals(1, cellsSaying(robot, "sub-agent").size(), shown());
        assertTrue(shown().contains("rejected answer"), shown());
        robot.interact(() -> truthHidden.set(true));
        assertFalse(shown().contains("rejected answer"), "which of two answers was preferred is hidden with the truth");
        assertTrue(shown().contains("sub-agent"), shown());
    }

    private static RunSummary told(RunSummary of, long line, String name, String value) {
        return told(of, line, of.model(), OwnRecord.NONE.with(name, value));
    }

    private static RunSummary told(RunSummary of, long line, String model, OwnRecord own) {
        return new RunSummary(
                of.id(), new RunSource(of.source().file(), line), model, of.query(), of.steps(), of.calls(), of.terminated(),
                of.recommended(), of.status(), of.conversation(), of.timestamp(), of.bytes(), of.nullResults(), of.emptyReplies(),
                of.unanswered(), of.notUnderstood(), of.usage(), own);
    }

    @Test
    void whichOfTwoAnswersARunIsStaysReadableBesideALongModelsName(FxRobot robot) {
        RunSummary first = fixture.summaries.getFirst();
        robot.interact(() -> fixture.given.add(List.of(told(
                first, 902, "a-model-with-a-long-name-that-many-runs-share", OwnRecord.NONE.with("preference", "rejected")))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> list.filter(RunFilter.ALL.withText(first.query().orElseThrow())));
        cellsSaying(robot, "rejected answer");
        assertTrue(robot.lookup("· rejected answer").<Node>queryAll().stream()
                .filter(Node::isVisible)
                .flatMap(label -> label.lookupAll(".text").stream())
                .anyMatch(text -> text instanceof Text drawn && drawn.getText().equals("· rejected answer")), shown());
    }

    @Test
    void everyFilterHasItsOwnRowAlsoOneThatComesLater(FxRobot robot) {
        fire(robot, "run-filter-more");
        RunSummary first = fixture.summaries.getFirst();
        robot.interact(() -> {
            fixture.annotate(2, 3, "ana", "wrong_variant");
            OwnVerdict failed = new OwnVerdict(
                    "a judge", Optional.of(false), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
            fixture.given.add(List.of(told(first, 903, first.model(), OwnRecord.NONE.with(failed))));
        });
        List<Node> names = robot.lookup(".filter-grid > .label").<Node>queryAll().stream().filter(Node::isVisible).toList();
        assertEquals(8, names.size(), names.toString());
        assertEquals(8, names.stream().map(Node::getLayoutY).distinct().count(), "each in a row of its own");
    }

    @Test
    void ofATaskThatNobodyJudgedNothingIsSaidToHaveFailed(FxRobot robot) {
        RunSummary first = fixture.summaries.getFirst();
        robot.interact(() -> {
            fixture.given.remove(first.source().file());
            fixture.given.outcomes(Map.of());
            fixture.given.add(List.of(told(first, 7, "domain", "retail")));
        });
        fire(robot, "run-grouping");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, cellsSaying(robot, "1 run, not scored").size(), shown());
    }

    @Test
    void aScoreIsNeverCutForTheSakeOfWords(FxRobot robot) {
        List<Label> figures = robot.lookup(".run-figure").<Label>queryAll().stream()
                .filter(label -> label.isVisible() && label.getText().matches("[0-9.]+"))
                .toList();
        assertFalse(figures.isEmpty());
        for (Label figure : figures) {
            assertTrue(figure.getWidth() >= figure.prefWidth(-1) - 0.5, figure.getText());
        }
    }

    @Test
    void theRunThatIsOpenStaysSoWhenItsFileIsReplaced(FxRobot robot) {
        RunSummary open = fixture.summaries.getFirst();
        robot.interact(() -> {
            fixture.given.remove(open.source().file());
            assertEquals(open, list.selectedProperty().get());
            fixture.given.add(List.of(open.at(new RunSource(open.source().file(), 9))));
        });
        assertEquals(open.id(), list.selectedProperty().get().id());
        assertEquals(2, pane.lookup("#runs") instanceof ListView<?> list ? list.getSelectionModel().getSelectedIndex() : -1);
    }

    @Test
    void whatPeopleSaidIsMarkedAndFilteredByAndItsLabelsGoWithTheTruth(FxRobot robot) {
        robot.interact(() -> fixture.annotate(2, 3, "ana", "wrong_variant"));
        Node cell = cellsSaying(robot, "1 annotation: Wrong variant or attribute").getFirst();
        assertTrue(cell.lookup(".said-sign").isVisible());
        assertEquals(1, robot.lookup(".run-cell .said-sign").queryAll().stream().filter(Node::isVisible).count());
        fire(robot, "run-filter-more");
        check(robot, "run-filter-labels", "wrong_variant");
        assertEquals(1, list.rows().size());
        assertEquals(1, cellsSaying(robot, "Wrong variant").size());
        assertTrue(robot.lookup("#run-filter-off-labels").tryQuery().isPresent());
        robot.interact(() -> truthHidden.set(true));
        assertFalse(robot.lookup("#run-filter-labels").query().isVisible());
        assertTrue(robot.lookup("#run-filter-off-labels").tryQuery().isEmpty());
        assertEquals(List.of(), cellsSaying(robot, "Wrong variant"));
        assertEquals(1, cellsSaying(robot, "1 annotation").size());
        robot.interact(() -> truthHidden.set(false));
        fire(robot, "run-filter-clear");
        check(robot, "run-filter-said", RunFilter.Annotated.NO);
        assertEquals(3, list.rows().size());
    }

    @Test
    void runsOfOneTaskAreOpenedFromItsRow(FxRobot robot) {
        fire(robot, "run-grouping");
        assertTrue(robot.lookup("#run-groups").query().isVisible());
        assertFalse(robot.lookup("#runs").query().isVisible());
        assertTrue(shown().contains("2 runs, 1 succeeded"), shown());
        assertTrue(cellsSaying(robot, " succeeded").size() > 0);
        assertEquals(-1, robot.lookup("#run-groups").queryListView().getFixedCellSize(), "a task is as high as its runs need");
        assertTrue(robot.lookup("#runs").queryListView().getFixedCellSize() > 0);
        String second = fixture.summaries.get(1).id().sha256().substring(0, 8);
        Node button = robot.lookup("#group-run-" + second).query();
        assertTrue(button.getAccessibleText().startsWith("Open the run of alpha, failed: "), button.getAccessibleText());
        fire(robot, "group-run-" + second);
        assertEquals(fixture.summaries.get(1), list.selectedProperty().get());
    }

    @Test
    void nothingSaysHowARunEndedWhileTheTruthIsHidden(FxRobot robot) {
        robot.interact(() -> truthHidden.set(true));
        assertFalse(shown().contains("viewed not chosen") || shown().contains("budget missed"), shown());
        assertFalse(robot.lookup("#run-filter-failed").query().getParent().isVisible());
        fire(robot, "run-grouping");
        assertFalse(shown().contains("succeeded,") || shown().contains("1 succeeded"), shown());
        robot.interact(() -> truthHidden.set(false));
        assertTrue(shown().contains("1 succeeded"), shown());
    }

    @Test
    void filtersAreSetByKeyboardInTheirPanelWhileNoKeyReachesTheList(FxRobot robot) {
        List<KeyCode> reached = new ArrayList<>();
        robot.interact(() -> {
            pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> reached.add(event.getCode()));
            robot.lookup("#run-filter-more").query().requestFocus();
        });
        robot.type(KeyCode.SPACE);
        reached.clear();
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        assertEquals(Set.of(Intent.PRODUCT), list.filterProperty().get().intents());
        robot.interact(() -> robot.lookup("#run-filter-min-steps").query().requestFocus());
        robot.write("1");
        assertEquals(OptionalInt.of(1), list.filterProperty().get().minSteps());
        assertEquals(List.of(), reached);
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#run-filter-details").tryQuery().isEmpty());
        assertTrue(shown().contains("1 steps or more"), shown());
    }

    @Test
    void theModelIsFoundByTypingSomeOfItsLetters(FxRobot robot) {
        fire(robot, "run-filter-more");
        robot.interact(() -> robot.lookup("#run-filter-model").query().requestFocus());
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("bet");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("beta", list.filterProperty().get().model());
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#run-filter-details").tryQuery().isPresent(), "Escape leaves the list, not the panel");
        assertTrue(list.rows().stream().allMatch(row -> row.summary().model().equals("beta")));
    }

    @Test
    void withLargeTextTheButtonsLeaveTheSearchFieldItsWords(FxRobot robot) throws Exception {
        Region field = robot.lookup("#run-filter-text").queryAs(Region.class);
        Node grouping = robot.lookup("#run-grouping").query();
        assertEquals(top(field), top(grouping), 1, "in a line");
        assertTrue(promptWidth(field) + left(robot) < field.getWidth(), "the whole prompt is read");
        robot.interact(() -> {
            new TextSize(200).applyTo(pane.getScene(), false);
            // As wide as the list is in the smallest window.
            pane.setMaxWidth(265);
            pane.getScene().setRoot(new StackPane(pane));
        });
        // The buttons below.
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> top(grouping) >= top(field) + field.getHeight());
        assertTrue(left(robot) + promptWidth(field) / 2 < field.getWidth(), "most of the prompt is read");
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    /// How wide the prompt is when it is written out.
    private static double promptWidth(Region field) {
        Text prompt = new Text(((TextField) field).getPromptText());
        prompt.setFont(((TextField) field).getFont());
        return prompt.getLayoutBounds().getWidth();
    }

    /// What the field's glass and the place of its button take.
    private static double left(FxRobot robot) {
        return robot.lookup("#run-filter-text .left-pane").queryAs(Region.class).getWidth()
                + robot.lookup("#run-filter-text .right-pane").queryAs(Region.class).getWidth();
    }

    @SuppressWarnings("unchecked")
    private static <E> void check(FxRobot robot, String id, E value) {
        robot.interact(() -> ((ManyChoice<E>) robot.lookup("#" + id).query()).getCheckModel().toggleCheckState(value));
    }
}
