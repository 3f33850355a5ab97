package org.shoptrace.ui.evaluate;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;
import org.shoptrace.ui.kit.chart.Mark;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person can press on a page of charts: buttons, and the marks of plots.
final class Pressed {
    private static final long PATIENCE = 30_000;

    private Pressed() {}

    /// Does something on the JavaFX thread and waits until it is laid out: once, where the robot waits five times over in case a window
    /// system has more to say.
    static void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
            action.run();
            Window.getWindows().forEach(window -> {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
            });
        });
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    static void fire(FxRobot robot, String query) {
        act(() -> {
            Node node = robot.lookup(query).query();
            if (node instanceof Mark mark) {
                mark.fire();
            } else {
                ((ButtonBase) node).fire();
            }
        });
    }
}
