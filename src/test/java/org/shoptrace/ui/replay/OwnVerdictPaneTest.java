package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.runs.RunListPane;
import org.shoptrace.ui.timeline.TimelineParts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a run's own file says, above its steps and on their cards.
@ExtendWith(ApplicationExtension.class)
class OwnVerdictPaneTest {
    private ReplayFixture fixture;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner());
        fixture.line("delta", """
                {"messages": [{"role": "user", "content": "a lantern"},
                  {"role": "assistant", "content": "Here it", "finish_reason": "length",
                   "usage": {"prompt_tokens": 1900, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 64}}},
                  {"role": "user", "content": "Go on."}, {"role": "assistant", "content": "is."}],
                 "task_id": 7, "trial": 1, "reward": 0.75, "error": "the budget ran out", "metadata": {"domain": "retail"},
                 "reward_info": {"DB": 1.0, "polite": false}, "stop_reason": "max_steps", "explanation": "It names the lantern."}""");
        fixture.line("delta", """
                [{"role": "user", "content": "a boat"}, {"role": "assistant", "content": "Which?"}]""");
        fixture.publishRuns();
        OwnVerdictViewModel own = new OwnVerdictViewModel(fixture.workspace, fixture.model.transcriptProperty(), fixture.given::answer);
        ReplayView view = new ReplayView(
                fixture.model,
                new ReplayView.Panes(
                        new RunListPane(fixture.list, fixture.openRun.truthHiddenProperty()),
                        leave -> new TimelineParts(fixture.timeline, leave),
                        new OwnVerdictPane(own, fixture.openRun.truthHiddenProperty()), List.of()),
                List.of(), fixture.navigator, fixture.copied::add);
        Theme.LIGHT.apply();
        Scene scene = new Scene(view, 1204, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup("#" + id).<Node>queryAll().stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .collect(Collectors.joining("|"));
    }

    @Test
    void saysWhoseVerdictItIsAndWhatTheRunTook(FxRobot robot) {
        assertEquals("File: failed", said(robot, "run-own-verdict"));
        assertEquals("tau2-bench's reward: 0.75 · ended at the limit of steps · task retail · 7 · trial 1 · a success from 1 on",
                said(robot, "run-own-facts"));
        assertEquals("the budget ran out", said(robot, "run-own-error"));
        assertEquals("1,900 tokens in (64 cached), 20 out", said(robot, "run-own-usage"));
        assertEquals("1,900 tokens in (64 cached), 20 out · cut off: the model ran out of tokens", said(robot, "made-1"));
        assertTrue(robot.lookup("#made-1").queryAs(Labeled.class).getTooltip().getText().contains("length"));
        assertEquals("", said(robot, "made-2"));
    }

    @Test
    void aRunOfWhichItsFileSaysNothingHasNoSuchLine(FxRobot robot) {
        robot.interact(() -> fixture.list.selectNext());
        assertFalse(robot.lookup("#run-own").query().isVisible());
    }

    @Test
    void hidesTheVerdictWithTheTruth(FxRobot robot) {
        robot.interact(() -> fixture.openRun.toggleTruth());
        assertEquals("", said(robot, "run-own-verdict"));
        assertEquals("task retail · 7 · trial 1", said(robot, "run-own-facts"));
        assertEquals("", said(robot, "run-own-error"));
        assertEquals("", said(robot, "run-own-details-open"));
    }

    @Test
    void opensItsPartsAndTakesAnotherThreshold(FxRobot robot) {
        robot.clickOn("#run-own-details-open");
        String details = String.join("\n", ShownTexts.of(robot.lookup(".own-details").query()));
        for (String part : List.of("DB", "polite", "no", "It names the lantern.", "the budget ran out", "domain", "retail")) {
            assertTrue(details.contains(part), details);
        }
        TextField field = robot.lookup("#own-threshold").queryAs(TextField.class);
        robot.interact(() -> field.setText("much"));
        robot.clickOn(field).type(KeyCode.ENTER);
        assertEquals("1", field.getText());
        robot.interact(() -> field.setText("0.75"));
        robot.type(KeyCode.ENTER);
        assertEquals("File: passed", said(robot, "run-own-verdict"));
        assertEquals(OptionalDouble.of(0.75), fixture.workspace.identityProperty().get().ownThreshold());
        assertTrue(said(robot, "run-own-facts").endsWith("a success from 0.75 on"));
    }
}
