package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SheetsTest {
    private final List<String> fired = new ArrayList<>();
    private Sheets sheets;
    private Button below;
    private StackPane root;

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        below = new Button("below");
        VBox screen = new VBox(below);
        new KeyCommands().bind("j", "j", "test", () -> fired.add("j")).install(screen);
        root = new StackPane(screen, sheets);
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    @Test
    void takesTheFocusAndGivesItBack(FxRobot robot) {
        robot.interact(below::requestFocus);
        TextField field = new TextField();
        robot.interact(() -> sheets.open(new Sheet("one", "One", new VBox(field), Sheet.Size.NARROW)));
        assertSame(field, root.getScene().getFocusOwner());
        robot.push(KeyCode.ESCAPE);
        assertFalse(sheets.isOpen());
        assertSame(below, root.getScene().getFocusOwner());
    }

    @Test
    void keepsTheKeysOfTheScreenBelowSilent(FxRobot robot) {
        robot.interact(below::requestFocus);
        robot.push(KeyCode.J);
        robot.interact(() -> sheets.open(new Sheet("one", "One", new VBox(new Button("in")), Sheet.Size.WIDE)));
        robot.push(KeyCode.J);
        assertEquals(List.of("j"), fired);
    }

    @Test
    void theFocusComesToRestWhereNothingCanTakeIt(FxRobot robot) {
        robot.interact(below::requestFocus);
        Button one = new Button("one");
        VBox content = new VBox(one);
        List<Node> owners = new ArrayList<>();
        robot.interact(() -> {
            sheets.open(new Sheet("one", "One", content, Sheet.Size.WIDE));
            root.getScene().focusOwnerProperty().addListener((_, _, owner) -> owners.add(owner));
        });
        robot.interact(() -> one.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertNotSame(below, root.getScene().getFocusOwner());
        robot.interact(() -> content.getChildren().clear());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(below::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        assertNotSame(below, root.getScene().getFocusOwner());
        assertTrue(owners.size() < 12, "the focus goes to and fro: " + owners);
        robot.push(KeyCode.ESCAPE);
        assertFalse(sheets.isOpen());
        assertSame(below, root.getScene().getFocusOwner());
    }

    @Test
    void ofTwoSheetsTheUppermostHasTheFocus(FxRobot robot) {
        Button lower = new Button("lower");
        Button upper = new Button("upper");
        robot.interact(() -> {
            sheets.open(new Sheet("one", "One", new VBox(lower), Sheet.Size.WIDE));
            sheets.open(new Sheet("two", "Two", new VBox(upper), Sheet.Size.NARROW));
        });
        robot.interact(lower::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(upper, root.getScene().getFocusOwner());
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(lower, root.getScene().getFocusOwner());
    }

    @Test
    void stacksAndBringsBackByItsId(FxRobot robot) {
        robot.interact(() -> {
            sheets.open(new Sheet("one", "One", new VBox(new Button("in one")), Sheet.Size.WIDE));
            sheets.open(new Sheet("two", "Two", new VBox(new Button("in two")), Sheet.Size.FULL));
        });
        assertTrue(sheets.isOpen("two"));
        robot.interact(() -> sheets.open(new Sheet("one", "One", new VBox(new Button("again")), Sheet.Size.WIDE)));
        assertTrue(sheets.isOpen("one"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(sheets.isOpen());
    }

    @Test
    void escapeClosesItWhateverHasTheFocus(FxRobot robot) {
        List<Node> controls = List.of(
                new ListView<>(FXCollections.observableArrayList("a", "b")),
                new ComboBox<>(FXCollections.observableArrayList("a", "b")),
                new TextArea("text"),
                new TextField("text"),
                new CheckBox("check"),
                new ToggleButton("toggle"),
                new Hyperlink("link"),
                new TabPane(new Tab("tab")),
                new TitledPane("title", new VBox()));
        for (Node control : controls) {
            robot.interact(() -> sheets.open(new Sheet("one", "One", new VBox(control), Sheet.Size.WIDE)));
            robot.interact(control::requestFocus);
            robot.push(KeyCode.ESCAPE);
            assertFalse(sheets.isOpen(), control.getClass().getSimpleName());
        }
    }

    @Test
    void theFirstControlMayLieInAScrollPane(FxRobot robot) {
        TextField field = new TextField();
        field.getStyleClass().add(Sheets.FIRST);
        robot.interact(() -> sheets.open(new Sheet(
                "one", "One", new HBox(new ListView<>(FXCollections.observableArrayList("a")), new ScrollPane(field)), Sheet.Size.FULL)));
        assertSame(field, root.getScene().getFocusOwner());
    }

    @Test
    void theFocusStaysInItWhenItsControlsAreReplacedOrPassedThrough(FxRobot robot) {
        VBox content = new VBox(new Button("one"));
        robot.interact(() -> sheets.open(new Sheet("one", "One", content, Sheet.Size.WIDE)));
        Button other = new Button("another");
        robot.interact(() -> content.getChildren().setAll(other));
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(other, root.getScene().getFocusOwner());
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            assertNotSame(below, root.getScene().getFocusOwner());
        }
        robot.push(KeyCode.ESCAPE);
        assertFalse(sheets.isOpen());
    }
}
