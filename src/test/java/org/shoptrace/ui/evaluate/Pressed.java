package org.shoptrace.ui.evaluate;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.shoptrace.ui.kit.chart.Mark;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person can press on a page of charts: buttons, and the marks of plots.
final class Pressed {
    private Pressed() {}

    static void fire(FxRobot robot, String query) {
        robot.interact(() -> {
            Node node = robot.lookup(query).query();
            if (node instanceof Mark mark) {
                mark.fire();
            } else {
                ((ButtonBase) node).fire();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
