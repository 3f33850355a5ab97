package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KeyCommandsTest {
    private final List<String> fired = new ArrayList<>();
    private VBox pane;
    private TextField field;
    private Button button;

    @Start
    void start(Stage stage) {
        field = new TextField();
        button = new Button("Go");
        button.setOnAction(_ -> fired.add("button"));
        pane = new VBox(field, button);
        pane.setFocusTraversable(true);
        KeyCommands keys = new KeyCommands();
        for (String key : List.of("j", "G", "g g", "Ctrl+G", "Left", "Space", "F3")) {
            keys.bind(key, key, "test", () -> fired.add(key));
        }
        keys.bind("e", "e", "test", () -> fired.add("e"));
        keys.bind("1", "1", "test", () -> fired.add("1"));
        keys.bindOnce("s", "s", "test", () -> fired.add("s"));
        keys.install(pane);
        stage.setScene(new Scene(pane, 300, 200));
        stage.show();
        pane.requestFocus();
    }

    @Test
    void firesLettersCapitalsSequencesAndChords(FxRobot robot) {
        robot.push(KeyCode.J);
        robot.push(KeyCode.SHIFT, KeyCode.G);
        robot.push(KeyCode.G).push(KeyCode.G);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.F3);
        assertEquals(List.of("j", "G", "g g", "Ctrl+G", "Left", "F3"), fired);
    }

    @Test
    void staysSilentWhileTextIsTyped(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.push(KeyCode.J).push(KeyCode.G).push(KeyCode.G).push(KeyCode.SPACE);
        assertEquals(List.of(), fired);
        assertEquals("jgg ", field.getText());
    }

    @Test
    void leavesAKeyToTheControlThatUsesItAndAltAlone(FxRobot robot) {
        robot.interact(button::requestFocus);
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(List.of("button"), fired);
    }

    @Test
    void leavesAltGrAloneWhereOnlyItsOwnPressTellsIt(FxRobot robot) {
        robot.interact(() -> {
            press("", KeyCode.ALT_GRAPH);
            press("", KeyCode.E);
            release(KeyCode.ALT_GRAPH);
            release(KeyCode.E);
        });
        assertEquals(List.of(), fired);
        robot.push(KeyCode.E);
        assertEquals(List.of("e"), fired);
    }

    @Test
    void aDigitIsADigitWhereverItLies(FxRobot robot) {
        robot.interact(() -> {
            press("1", KeyCode.NUMPAD1);
            release(KeyCode.NUMPAD1);
            press("1", KeyCode.AMPERSAND);
            release(KeyCode.AMPERSAND);
        });
        assertEquals(List.of("1", "1"), fired);
    }

    @Test
    void aKeyHeldDownDoesOnlyOnceWhatIsDoneOnce(FxRobot robot) {
        robot.interact(() -> {
            for (KeyCode held : List.of(KeyCode.S, KeyCode.J)) {
                press("", held);
                press("", held);
                release(held);
            }
            press("", KeyCode.S);
        });
        assertEquals(List.of("s", "j", "j", "s"), fired);
    }

    private void press(String typed, KeyCode code) {
        Event.fireEvent(pane, new KeyEvent(KeyEvent.KEY_PRESSED, typed, typed, code, false, false, false, false));
    }

    private void release(KeyCode code) {
        Event.fireEvent(pane, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    @Test
    void forgetsAPrefixWhenAnotherKeyFollows(FxRobot robot) {
        robot.push(KeyCode.G).push(KeyCode.J).push(KeyCode.G).push(KeyCode.G);
        assertEquals(List.of("g g"), fired);
    }

    @Test
    void aKeyThatPutsTheCursorIntoAFieldIsNotTypedThere(FxRobot robot) {
        robot.interact(() -> new KeyCommands().bind("x", "x", "To the field", field::requestFocus).install(pane));
        robot.push(KeyCode.X);
        robot.push(KeyCode.Y);
        assertEquals("y", field.getText());
    }
}
