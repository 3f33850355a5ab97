package org.shoptrace.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.RunFixture;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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

    private String shown() {
        return String.join(" | ", ShownTexts.of(pane));
    }

    @Test
    void aFailureSaysWhatIsWrongAndHowFarItGot(FxRobot robot) {
        assertTrue(shown().contains("other product | viewed not chosen"), shown());
        assertTrue(shown().contains("budget missed | chosen"), shown());
        assertTrue(shown().contains("beta · voucher"), shown());
        fire(robot, "run-filter-more");
        fire(robot, "run-filter-budget-missed");
        assertEquals(1, list.rows().size());
        fire(robot, "run-filter-budget-missed");
        fire(robot, "run-filter-viewed-not-chosen");
        assertEquals(1, list.rows().size());
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
        Node cell = robot.lookup(".run-cell").<Node>queryAll().stream()
                .filter(each -> String.valueOf(each.getAccessibleText()).contains("1 annotation: Wrong variant or attribute")).findFirst()
                .orElseThrow();
        assertTrue(cell.lookup(".said-sign").isVisible());
        assertEquals(1, robot.lookup(".run-cell .said-sign").queryAll().stream().filter(Node::isVisible).count());
        fire(robot, "run-filter-more");
        fire(robot, "run-filter-label-wrong_variant");
        assertEquals(1, list.rows().size());
        robot.interact(() -> truthHidden.set(true));
        assertFalse(robot.lookup("#run-filter-label-wrong_variant").query().getParent().isVisible());
        assertFalse(String.valueOf(cell.getAccessibleText()).contains("Wrong variant"), cell.getAccessibleText());
        robot.interact(() -> truthHidden.set(false));
        fire(robot, "run-filter-clear");
        fire(robot, "run-filter-not-annotated");
        assertEquals(3, list.rows().size());
    }

    @Test
    void runsOfOneTaskAreOpenedFromItsRow(FxRobot robot) {
        fire(robot, "run-grouping");
        assertTrue(robot.lookup("#run-groups").query().isVisible());
        assertFalse(robot.lookup("#runs").query().isVisible());
        assertTrue(shown().contains("2 runs, 1 succeeded"), shown());
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
}
