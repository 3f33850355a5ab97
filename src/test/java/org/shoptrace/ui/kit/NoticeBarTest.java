package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.ShoptraceException;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The notices over the screens.
@ExtendWith(ApplicationExtension.class)
class NoticeBarTest {
    private final Notices notices = new Notices();
    private final List<String> done = new ArrayList<>();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new NoticeBar(notices, done::add), 600, 200));
        stage.show();
    }

    @Test
    void whatCanBeDoneAboutItIsOneButtonAway(FxRobot robot) {
        Exception warning = new ShoptraceException("documents.jsonl has changed", "/w/catalog", "Index it again");
        robot.interact(() -> {
            notices.report(warning, new Notices.Remedy("Index again", () -> done.add("indexed")));
            notices.report(warning, new Notices.Remedy("Index again", () -> done.add("indexed twice")));
        });
        assertEquals(1, notices.open().size(), "the same is not said twice");
        robot.interact(() -> robot.lookup(".notice-remedy").queryAs(Button.class).fire());
        assertEquals(List.of("indexed twice"), done);
        assertTrue(notices.open().isEmpty(), "what was done about is gone");
    }
}
