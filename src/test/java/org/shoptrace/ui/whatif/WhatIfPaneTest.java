package org.shoptrace.ui.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import org.testfx.util.WaitForAsyncUtils;

/// The sheet as people use it.
@ExtendWith(ApplicationExtension.class)
class WhatIfPaneTest {
    private final List<String> copied = new ArrayList<>();
    private final FakeNavigator navigator = new FakeNavigator();
    private Sheets sheets;
    private OpenRunViewModel openRun;

    @Start
    void start(Stage stage) throws Exception {
        KettleWorkspace kettles = new KettleWorkspace();
        Run run = kettles.run("alpha", "find_product {'q':'kettle','page':1}", "terminate {'status':'success'}");
        sheets = new Sheets();
        openRun = new OpenRunViewModel();
        RunAction action = WhatIfAction.of(
                new WhatIfViewModel(kettles.workspace, new DirectJobRunner()), openRun, sheets, navigator, copied::add);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new StackPane(sheets), 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        Place search = new Place(1, OptionalInt.of(1));
        assertTrue(action.applies().test(kettles.open(run), search));
        assertFalse(action.applies().test(kettles.open(run), new Place(2, OptionalInt.of(2))), "there is no such call");
        assertTrue(action.prefers().test(kettles.open(run), search));
        assertFalse(action.prefers().test(kettles.open(run), new Place(2, OptionalInt.of(1))), "it cannot be run");
        action.does().accept(kettles.open(run), search);
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static List<String> texts(FxRobot robot, String id) {
        return ShownTexts.of(find(robot, id, Node.class));
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextField field = find(robot, id, TextField.class);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void showsBothAnswersAndTheUnchangedCallFirst(FxRobot robot) {
        assertTrue(sheets.isOpen("what-if-sheet"));
        assertEquals("kettle", find(robot, "what-if-q", TextField.class).getText());
        assertTrue(find(robot, "what-if-verdict", Labeled.class).getText().contains("unchanged"));
        assertTrue(find(robot, "what-if-baseline", Labeled.class).getText().contains("answered as it was recorded"));
        assertTrue(texts(robot, "what-if-before").contains("Steel kettle 1"));
        assertTrue(texts(robot, "what-if-targets").stream().anyMatch(text -> text.startsWith("not shown: it is on page 2")));
    }

    @Test
    void anotherPageBringsTheTargetIn(FxRobot robot) {
        type(robot, "what-if-page", "2");
        assertTrue(texts(robot, "what-if-after").contains("Steel kettle 12"), texts(robot, "what-if-after")::toString);
        assertTrue(texts(robot, "what-if-after").contains("new"));
        assertTrue(texts(robot, "what-if-before").contains("gone"));
        assertTrue(texts(robot, "what-if-targets").stream().anyMatch(text -> text.startsWith("page 2, place 2")));
        robot.interact(() -> find(robot, "what-if-copy-json", Button.class).fire());
        assertEquals(List.of("{\"name\":\"find_product\",\"parameters\":{\"q\":\"kettle\",\"page\":2}}"), copied);
        robot.interact(() -> find(robot, "what-if-reset", Button.class).fire());
        assertEquals("1", find(robot, "what-if-page", TextField.class).getText());
        assertTrue(texts(robot, "what-if-tries").size() >= 3, "both tries can be gone back to");
    }

    @Test
    void aFilterMovesProductsAndATypedEditRunsByItself(FxRobot robot) throws Exception {
        robot.interact(() -> find(robot, "what-if-service-COD", ToggleButton.class).fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                () -> texts(robot, "what-if-after").contains("from place 2")).get());
        assertEquals("COD", find(robot, "what-if-service", TextField.class).getText());
        assertTrue(texts(robot, "what-if-before").contains("to place 1"));
    }

    @Test
    void hiddenTruthHidesTheTargets(FxRobot robot) {
        robot.interact(openRun::toggleTruth);
        assertTrue(robot.lookup("#what-if-targets").queryAll().isEmpty());
        assertFalse(texts(robot, "what-if-before").isEmpty());
    }

    @Test
    void productsOpenInSandbox(FxRobot robot) {
        robot.interact(() -> ((Button) find(robot, "what-if-before", Node.class).lookup(".product-line .button")).fire());
        assertFalse(sheets.isOpen());
        assertEquals(List.of("product k1"), navigator.sent());
    }
}
