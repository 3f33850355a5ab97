package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FlowTest {
    private final Label wide = Texts.wrapped("A text that is far wider than the line that it stands in, and wraps");
    private final Label shortened = Texts.plain("Another one that is as wide and does not wrap, so it is shortened");
    private final Flow flow = new Flow(wide, shortened, Texts.plain("short"));
    private final VBox box = new VBox(flow);

    @Start
    void start(Stage stage) {
        box.setMaxWidth(160);
        stage.setScene(new Scene(new StackPane(box), 600, 400));
        stage.show();
    }

    @Test
    void nothingIsWiderThanTheLine(FxRobot robot) {
        assertEquals(0, flow.minWidth(-1));
        assertTrue(flow.getWidth() <= 160 && wide.getWidth() <= 160 && shortened.getWidth() <= 160,
                flow.getWidth() + " " + wide.getWidth() + " " + box.getWidth());
        assertTrue(wide.getHeight() > 2 * shortened.getHeight(), "it wraps");
        robot.interact(() -> flow.getChildren().remove(wide));
        assertFalse(wide.maxWidthProperty().isBound(), "what is taken out is free again");
    }
}
