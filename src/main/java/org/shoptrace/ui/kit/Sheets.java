package org.shoptrace.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the screens, in the window's own scene, so that a projector, a picture and a screen reader see them. Sheets stack;
/// Escape, the button and a press beside it close the uppermost. The focus goes in and, at the end, back to where it was. While one is open
/// the keys of the screens below do not fire, because their events start inside the sheet.
public final class Sheets extends StackPane {
    /// The style class of the control that gets the focus first.
    public static final String FIRST = "sheet-first";

    private record Shown(Sheet sheet, Node layer, @Nullable Node focusBefore) {}

    private final Deque<Shown> shown = new ArrayDeque<>();

    public Sheets() {
        setId("sheets");
        setPickOnBounds(false);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                // Later, for a control may lose the focus while others take its place.
                scene.focusOwnerProperty().subscribe(_ -> Platform.runLater(() -> keepFocus(scene)));
            }
        });
        // A list consumes Escape even where it has nothing to leave, and then the sheet would stay.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof ListView<?> list && list.getEditingIndex() < 0) {
                pressed(event);
            }
        });
    }

    /// While a sheet is open the focus stays in it: Tab does not walk out of it, and where a focused control is replaced the keys still
    /// arrive.
    private void keepFocus(Scene scene) {
        if (!shown.isEmpty() && scene == getScene() && !isInside(scene.getFocusOwner(), shown.peek().layer())) {
            focusFirst(shown.peek().sheet().content());
        }
    }

    private static boolean isInside(@Nullable Node node, Node layer) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == layer) {
                return true;
            }
        }
        return false;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /// Shows a sheet above all others. One of that id that is open already is brought back instead: it is closed with those above it first.
    public void open(Sheet sheet) {
        while (shown.stream().anyMatch(s -> s.sheet().id().equals(sheet.id()))) {
            close();
        }
        Scene scene = getScene();
        Node layer = layer(sheet);
        shown.push(new Shown(sheet, layer, scene == null ? null : scene.getFocusOwner()));
        getChildren().add(layer);
        setVisible(true);
        // What lies in a scroll pane is part of the window only when that has been styled.
        layer.applyCss();
        if (scene != null) {
            focusFirst(sheet.content());
        }
    }

    /// Closes the uppermost sheet; without one nothing happens.
    public void close() {
        if (shown.isEmpty()) {
            return;
        }
        Shown top = shown.pop();
        getChildren().remove(top.layer());
        setVisible(!shown.isEmpty());
        Node before = top.focusBefore();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    public boolean isOpen() {
        return !shown.isEmpty();
    }

    /// Whether the uppermost sheet is that one.
    public boolean isOpen(String id) {
        return !shown.isEmpty() && shown.peek().sheet().id().equals(id);
    }

    private Node layer(Sheet sheet) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Close " + sheet.title(), this::close);
        close.setId("close-" + sheet.id());
        HBox head = new HBox(Texts.heading(sheet.title()), gap, close);
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(head, sheet.content());
        VBox.setVgrow(sheet.content(), Priority.ALWAYS);
        box.setId(sheet.id());
        // Not `sheet`: that is what JavaFX calls the inside of every list.
        box.getStyleClass().addAll("sheet-box", "sheet-" + sheet.size().name().toLowerCase(Locale.ROOT));
        box.setAccessibleText(sheet.title());
        if (sheet.size() != Sheet.Size.FULL) {
            box.setMaxHeight(Region.USE_PREF_SIZE);
        }
        StackPane scrim = new StackPane(box);
        StackPane.setAlignment(box, sheet.size() == Sheet.Size.FULL ? Pos.CENTER : Pos.TOP_CENTER);
        scrim.getStyleClass().add("scrim");
        scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == scrim) {
                close();
            }
            event.consume();
        });
        return scrim;
    }

    private static void focusFirst(Node content) {
        Node marked = content.lookup("." + FIRST);
        if (marked != null) {
            marked.requestFocus();
        }
        // The marked one may lie in a tab that is not shown.
        if (marked == null || content.getScene().getFocusOwner() != marked) {
            Node first = firstTraversable(content);
            (first != null ? first : content).requestFocus();
        }
        // A node that was added in this pulse may not take the focus before it has been laid out.
        Platform.requestNextPulse();
    }

    private static @Nullable Node firstTraversable(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstTraversable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
