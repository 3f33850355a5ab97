package org.shoptrace.ui.kit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Fields of one line: what comes into them, and who has the keys afterwards.
@ExtendWith(ApplicationExtension.class)
class LineFieldTest {
    private final List<String> fired = new ArrayList<>();
    private LineField line;
    private SearchField search;
    private Label text;
    private Sheets sheets;
    private VBox screen;

    @Start
    void start(Stage stage) {
        line = new LineField();
        search = new SearchField("words", "Words", "Words");
        text = new Label("A text that takes no keys");
        sheets = new Sheets();
        screen = new VBox(line, search, text);
        screen.setId("screen");
        new KeyCommands().bind("j", "j", "test", () -> fired.add("j")).install(screen);
        stage.setScene(new Scene(new StackPane(screen, sheets), 400, 300));
        stage.show();
    }

    private Node focused() {
        return screen.getScene().getFocusOwner();
    }

    @Test
    void breaksAndTabsBecomeOneSpaceHoweverTheyCome(FxRobot robot) {
        for (TextField field : List.of(line, search)) {
            robot.interact(() -> field.setText("blue\r\ncanvas\ttote\u2028bag"));
            assertEquals("blue canvas tote bag", field.getText());
            robot.interact(() -> {
                field.setText("a big bag");
                field.selectRange(2, 5);
                ClipboardContent copied = new ClipboardContent();
                copied.putString("very\r\nred");
                Clipboard.getSystemClipboard().setContent(copied);
                field.paste();
            });
            assertEquals("a very red bag", field.getText());
            assertEquals(10, field.getCaretPosition(), "behind what was pasted");
        }
        robot.interact(() -> line.textProperty().bindBidirectional(new SimpleStringProperty("one\ntwo")));
        assertEquals("one two", line.getText());
    }

    @Test
    void escapeEnterAndAPressElsewhereGiveTheKeysBack(FxRobot robot) {
        robot.clickOn(search).write("red").push(KeyCode.ESCAPE).push(KeyCode.J);
        robot.clickOn(search).push(KeyCode.END).write("der").push(KeyCode.ENTER).push(KeyCode.J);
        robot.clickOn(search).clickOn(text).push(KeyCode.J);
        robot.clickOn(line).write("one").push(KeyCode.ESCAPE).push(KeyCode.J);
        assertEquals(List.of("j", "j", "j", "j"), fired);
        assertEquals("redder", search.getText());
        assertEquals("one", line.getText());
        assertSame(screen, focused());
    }

    @Test
    void aListOfTheScreenMayTakeTheKeys(FxRobot robot) {
        robot.interact(() -> {
            VBox part = new VBox(new LineField("x"));
            screen.getChildren().add(part);
            text.setFocusTraversable(true);
            KeyCommands.giveBackTo(part, text);
            part.getChildren().getFirst().requestFocus();
        });
        robot.push(KeyCode.ESCAPE);
        assertSame(text, focused());
    }

    @Test
    void inASheetEscapeClosesTheSheet(FxRobot robot) {
        robot.interact(() -> sheets.open(new Sheet("sheet", "Sheet", new VBox(new LineField("x")), Sheet.Size.NARROW)));
        robot.push(KeyCode.ESCAPE);
        assertEquals(false, sheets.isOpen());
    }
}
