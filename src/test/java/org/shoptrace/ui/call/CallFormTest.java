package org.shoptrace.ui.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Recorded arguments in fields of one line.
@ExtendWith(ApplicationExtension.class)
class CallFormTest {
    private final List<Json.Obj> edited = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void show(FxRobot robot) throws Exception {
        Json.Obj recorded = (Json.Obj) JsonReader.read(
                "{\"q\":\"blue canvas\\ntote\\tbag\",\"page\":1,\"shop_id\":\"5\\r\\n0\",\"price\":\"\\ud83d-9\"}");
        robot.interact(() -> {
            stage.setScene(new Scene(new CallForm("form", ToolCall.FIND_PRODUCT, recorded, edited::add, () -> {}), 600, 400));
            stage.show();
        });
    }

    private static TextField field(FxRobot robot, String key) {
        return robot.lookup("#form-" + key).queryAs(TextField.class);
    }

    private Optional<String> last(String key) {
        return edited.getLast().text(key);
    }

    @Test
    void breaksAndTabsAreSpacesToRead(FxRobot robot) {
        assertEquals("blue canvas tote bag", field(robot, "q").getText());
        assertEquals("5 0", field(robot, "shop_id").getText());
        assertEquals("\uFFFD-9", field(robot, "price").getText());
        assertTrue(edited.isEmpty(), "to show them is no edit");
    }

    @Test
    void whatWasNotEditedStaysAsItWasRecorded(FxRobot robot) {
        robot.interact(() -> field(robot, "q").appendText(" red"));
        assertEquals(Optional.of("blue canvas\ntote\tbag red"), last("q"));
        robot.interact(() -> field(robot, "q").replaceText(0, 4, "green"));
        assertEquals(Optional.of("green canvas\ntote\tbag red"), last("q"));
        assertEquals(Optional.of("5\r\n0"), last("shop_id"));
        robot.interact(() -> field(robot, "shop_id").appendText("1"));
        assertEquals(Optional.of("5\r\n01"), last("shop_id"));
        robot.interact(() -> field(robot, "price").appendText("0"));
        assertEquals(Optional.of("\ud83d-90"), last("price"));
        robot.interact(() -> field(robot, "q").setText("all new"));
        assertEquals(Optional.of("all new"), last("q"));
    }
}
