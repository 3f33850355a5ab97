package org.shoptrace.ui.kit.control;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// A panel or an explanation that a button opens beside itself. Escape, a press elsewhere and the button close it, and the focus goes back
/// to the button. It closes, too, when the button goes out of sight, since it speaks of what stood there. While it is open no key reaches
/// the screen below.
public final class Bubble {
    private static final double GAP = 2;

    private final ButtonBase button;
    private final Supplier<Node> content;
    private final PopOver popOver = new PopOver();
    private final Runnable look = this::look;
    private Optional<Scene> below = Optional.empty();

    private Bubble(ButtonBase button, String id, Supplier<Node> content) {
        this.button = button;
        this.content = content;
        popOver.setId(id);
        popOver.getRoot().setId(id);
        popOver.setAnimated(false);
        popOver.setDetachable(false);
        popOver.setArrowSize(6);
        popOver.setCornerRadius(6);
        popOver.setArrowIndent(8);
        // Its own styles are for one theme only.
        popOver.getRoot().getStylesheets().clear();
        // A field that is being filled in keeps Escape for itself.
        popOver.getRoot().addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        popOver.addEventHandler(KeyEvent.ANY, Bubble::keepIn);
        popOver.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> hidden());
    }

    /// Lets a button open what is made when it is pressed.
    ///
    /// @param id      of what is opened
    /// @param content asked at every opening; its first control gets the focus
    public static Bubble at(ButtonBase button, String id, Supplier<Node> content) {
        Bubble bubble = new Bubble(button, id, content);
        button.setOnAction(_ -> bubble.toggle());
        return bubble;
    }

    public void close() {
        popOver.hide();
    }

    private void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else if (button.getScene() != null) {
            open();
        }
    }

    private void open() {
        Node shown = content.get();
        popOver.setContentNode(shown);
        popOver.setArrowLocation(location());
        popOver.show(button, -GAP);
        // Nobody tells a node that something round it is hidden; whatever is hidden or taken away makes its scene be laid out.
        below = Optional.of(button.getScene());
        button.getScene().addPostLayoutPulseListener(look);
        Node first = firstTraversable(shown);
        if (first != null) {
            first.requestFocus();
        }
        if (button instanceof ToggleButton toggle) {
            toggle.setSelected(true);
        }
    }

    private void look() {
        if (!isInSight()) {
            // Not in the middle of a layout.
            Platform.runLater(popOver::hide);
        }
    }

    private boolean isInSight() {
        if (button.getScene() == null || below.filter(button.getScene()::equals).isEmpty()) {
            return false;
        }
        for (Node node = button; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void hidden() {
        below.ifPresent(scene -> scene.removePostLayoutPulseListener(look));
        below = Optional.empty();
        if (button instanceof ToggleButton toggle) {
            toggle.setSelected(false);
        }
        button.requestFocus();
    }

    /// Below the button where there is more room than above it, towards the middle of the window.
    private PopOver.ArrowLocation location() {
        Bounds at = button.localToScene(button.getBoundsInLocal());
        boolean below = at.getCenterY() < button.getScene().getHeight() / 2;
        boolean left = at.getCenterX() < button.getScene().getWidth() / 2;
        if (below) {
            return left ? PopOver.ArrowLocation.TOP_LEFT : PopOver.ArrowLocation.TOP_RIGHT;
        }
        return left ? PopOver.ArrowLocation.BOTTOM_LEFT : PopOver.ArrowLocation.BOTTOM_RIGHT;
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            popOver.hide();
            event.consume();
        }
    }

    /// What is typed here must not be done by the screen below as well; Escape goes on and closes the bubble.
    private static void keepIn(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            event.consume();
        }
    }

    private static @Nullable Node firstTraversable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
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
