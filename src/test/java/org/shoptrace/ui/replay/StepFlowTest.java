package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A long run in a small frame. The card of step n is 100 pixels high and, every seventh, 500; the frame is 400.
@ExtendWith(ApplicationExtension.class)
class StepFlowTest {
    private static final int STEPS = 1_000;
    private static final int FRAME = 400;

    private final List<Integer> made = new ArrayList<>();
    private StepFlow flow;

    @Start
    void start(Stage stage) {
        flow = new StepFlow() {
            @Override
            StepCell cell(Step step) {
                made.add(step.number());
                Region card = new Region();
                card.setMinHeight(height(step.number()));
                return new StepCell(step, card, _ -> {});
            }
        };
        stage.setScene(new Scene(flow, 300, FRAME));
        stage.show();
    }

    @BeforeEach
    void show(FxRobot robot) throws Exception {
        List<Step> steps = steps();
        robot.interact(() -> flow.show(steps));
        made.clear();
    }

    private static int height(int step) {
        return step % 7 == 0 ? 500 : 100;
    }

    private static List<Step> steps() throws Exception {
        String step = "{\"completion\":{\"content\":\"\",\"message\":{}},\"extra_info\":{\"query\":\"q\"}}";
        byte[] line = ("[" + String.join(",", IntStream.range(0, STEPS).mapToObj(_ -> step).toList()) + "]")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Run run = RunCodec.decode(line, 0, line.length, new RunSource(java.nio.file.Path.of("run.jsonl"), 1), "alpha");
        assertEquals(STEPS, run.steps().size());
        return run.steps();
    }

    private void layout(FxRobot robot, Runnable act) {
        robot.interact(() -> {
            act.run();
            flow.layout();
        });
    }

    private List<Integer> inView() {
        return flow.made().stream().filter(StepCell::isVisible).map(StepCell::number).sorted().toList();
    }

    private double y(int step) {
        return flow.shown(step - 1).orElseThrow().getLayoutY();
    }

    @Test
    void onlyTheCardsInViewAndAFewBesideThemExist(FxRobot robot) {
        for (int step = 1; step <= STEPS; step += 3) {
            int index = step - 1;
            layout(robot, () -> flow.scrollTo(index));
            assertTrue(inView().size() <= 5 && flow.made().size() <= 5 + StepFlow.KEPT + 1, flow.made().size() + " cards");
        }
        assertEquals(flow.made().size() + 1, flow.getChildrenUnmodifiable().size());
    }

    @Test
    void aFarStepIsReachedWithoutMakingThoseBetween(FxRobot robot) {
        layout(robot, () -> flow.scrollTo(699));
        assertEquals(List.of(700), inView());
        assertEquals(0, y(700));
        assertTrue(made.size() <= 2, "made: " + made);
        layout(robot, () -> flow.scrollBy(450));
        assertEquals(List.of(700, 701, 702, 703, 704), inView());
        assertEquals(-450, y(700));
    }

    @Test
    void goingToAndFroMakesNoNewCards(FxRobot robot) {
        layout(robot, () -> flow.scrollTo(100));
        layout(robot, () -> flow.scrollTo(104));
        StepCell cell = flow.shown(104).orElseThrow();
        made.clear();
        layout(robot, () -> flow.scrollTo(100));
        layout(robot, () -> flow.scrollTo(104));
        assertSame(cell, flow.shown(104).orElseThrow());
        assertEquals(List.of(), made);
    }

    @Test
    void theEndOfTheRunFillsTheFrame(FxRobot robot) {
        layout(robot, () -> flow.scrollTo(STEPS - 1));
        assertEquals(List.of(997, 998, 999, 1_000), inView());
        assertEquals(FRAME - 100, y(1_000));
        layout(robot, () -> flow.scrollBy(10_000));
        assertEquals(FRAME - 100, y(1_000));
        layout(robot, () -> flow.scrollBy(-1_000_000));
        assertEquals(0, y(1));
        assertEquals(0, flow.above());
    }

    @Test
    void theScrollBarGoesFromTheFirstToTheLast(FxRobot robot) {
        ScrollBar bar = (ScrollBar) flow.lookup(".scroll-bar");
        layout(robot, () -> bar.setValue(1));
        assertEquals(1_000, inView().getLast());
        assertEquals(1, bar.getValue());
        layout(robot, () -> bar.setValue(0.5));
        assertEquals(0.5, bar.getValue(), 0.01);
        assertTrue(Math.abs(inView().getFirst() - 500) < 5, "in view: " + inView());
        layout(robot, () -> bar.setValue(0));
        assertEquals(1, inView().getFirst());
    }

    @Test
    void aShorterRunIsNotAskedForTheStepsOfTheOneBefore(FxRobot robot) {
        layout(robot, () -> flow.scrollTo(900));
        layout(robot, () -> {
            flow.show(flow.steps().subList(0, 3));
            assertTrue(flow.shown(901).isEmpty());
            ((ScrollBar) flow.lookup(".scroll-bar")).setValue(0.3);
        });
        assertEquals(List.of(1, 2, 3), inView());
    }

    @Test
    void aCardThatGrowsPushesThoseBelow(FxRobot robot) {
        layout(robot, () -> flow.scrollTo(0));
        layout(robot, () -> flow.shown(0).orElseThrow().card().setMinHeight(250));
        assertEquals(250, y(2));
        layout(robot, () -> flow.show(flow.steps().subList(0, 2)));
        assertEquals(List.of(1, 2), inView());
        assertTrue(!flow.lookup(".scroll-bar").isVisible());
    }
}
