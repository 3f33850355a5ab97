package org.shoptrace.ui.kit.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A bubble stays open as long as the button that it belongs to is seen, and no longer.
@ExtendWith(ApplicationExtension.class)
class BubbleTest {
    private ToggleButton button;
    private StackPane pane;
    private VBox screen;

    @Start
    void start(Stage stage) {
        button = new ToggleButton("Explain");
        pane = new StackPane(button);
        screen = new VBox(pane, new Button("Elsewhere"));
        Label words = new Label("What it means");
        words.setId("words");
        Bubble.at(button, "bubble", () -> words);
        stage.setScene(new Scene(screen, 400, 300));
        stage.show();
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(button::fire);
        until(() -> isOpen(robot));
        robot.sleep(100);
        assertTrue(isOpen(robot) && button.isSelected());
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#words").tryQuery().isPresent();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    @Test
    void itClosesWhenItsButtonIsTakenAwayAndOpensAgainWithIt(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> screen.getChildren().set(0, new Label("Another run")));
        until(() -> !isOpen(robot));
        assertFalse(button.isSelected());
        robot.interact(() -> screen.getChildren().set(0, pane));
        open(robot);
        robot.type(KeyCode.ESCAPE);
        until(() -> !isOpen(robot));
        assertTrue(button.isFocused());
    }

    @Test
    void itClosesWhenWhatItsButtonStandsInIsHidden(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> pane.setVisible(false));
        until(() -> !isOpen(robot));
        robot.interact(() -> pane.setVisible(true));
        open(robot);
        robot.interact(() -> button.setVisible(false));
        until(() -> !isOpen(robot));
    }
}
