package org.shoptrace.ui.kit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// The keys of a screen. They never fire while text is being typed; a focused control that uses a key keeps it, because the control
/// sees the event first and consumes it. Alt and AltGr are left alone; a key held down does not complete a sequence.
///
/// Keys are written as people read them: `j`, `G` (with Shift), `g g` (one after the other), `Ctrl+G`, `Left`, `Space`.
/// On a Mac `Ctrl` is the command key. Which keys a command has the user can change ([KeyMap]).
public final class KeyCommands {
    /// @param id   stable, under which the keys are changed, such as `next-step`
    /// @param keys as in the class comment
    /// @param does what it does, for the key list
    public record KeyCommand(String id, String keys, String does, Runnable action) {}

    private final List<KeyCommand> commands = new ArrayList<>();
    private final Set<String> once = new HashSet<>();
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private KeyMap map = KeyMap.usual();
    private String prefix = "";

    /// @param keys empty text for a command that has none until the user gives it some
    public KeyCommands bind(String id, String keys, String does, Runnable action) {
        commands.add(new KeyCommand(id, keys, does, action));
        return this;
    }

    /// As [#bind], for what must not be done again and again by a key that is held down.
    public KeyCommands bindOnce(String id, String keys, String does, Runnable action) {
        once.add(id);
        return bind(id, keys, does, action);
    }

    public List<KeyCommand> commands() {
        return List.copyOf(commands);
    }

    /// The keys that a command has by now.
    public String keys(KeyCommand command) {
        return map.keys(command.id(), command.keys());
    }

    /// Lets the user's changes count.
    public void follow(KeyMap changes) {
        map = changes;
    }

    /// Listens to the keys that arrive at `node` from inside it. A field in which text is typed has them until it is left: by Escape, or by
    /// a press on what takes no keys itself.
    public void install(Node node) {
        giveBackTo(node, node);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, node));
        node.addEventHandler(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
    }

    /// Says who has the keys when a field of one line is left. Escape leaves it, where nothing nearer takes that key, and so does a press
    /// on anything else; what was typed stays.
    ///
    /// @param around a screen, or a part of one, with the fields
    /// @param keeper what takes the focus then: the screen itself, or a list in it
    public static void giveBackTo(Node around, Node keeper) {
        if (around.getProperties().putIfAbsent(KeyCommands.class, keeper) != null) {
            return;
        }
        around.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && focusedField(around).filter(KeyCommands::leave).isPresent()) {
                event.consume();
            }
        });
        // Before whatever is pressed sees it, for that may keep the press to itself, or take the focus.
        around.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node pressed && !isInside(pressed, ScrollBar.class)) {
                focusedField(around).filter(field -> !isInside(pressed, field)).ifPresent(KeyCommands::leave);
            }
        });
    }

    /// The field inside a node that has the keys.
    private static Optional<TextField> focusedField(Node around) {
        Scene scene = around.getScene();
        return scene != null && scene.getFocusOwner() instanceof TextField field && isInside(field, around)
                ? Optional.of(field)
                : Optional.empty();
    }

    /// Lets Enter leave a field, once it has done what else it does there.
    public static void leaveByEnter(TextField field) {
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // The key goes on, for the field itself sees it after this.
                leave(field);
            }
        });
    }

    /// Gives the focus from a field to the screen that it is on.
    ///
    /// @return false where it stays: in a sheet, or in a window of its own
    private static boolean leave(Node field) {
        for (Node node = field.getParent(); node != null && !(node instanceof Sheets); node = node.getParent()) {
            if (node.getProperties().get(KeyCommands.class) instanceof Node keeper) {
                keeper.requestFocus();
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Node node, Node around) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == around) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Node node, Class<? extends Node> kind) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private void pressed(KeyEvent event, Node within) {
        boolean repeated = !held.add(event.getCode());
        // Some platforms tell AltGr by nothing but its own press.
        if (event.getCode().isModifierKey() || event.isAltDown() || held.contains(KeyCode.ALT_GRAPH)) {
            return;
        }
        String stroke = KeyStroke.of(event);
        boolean chord = KeyStroke.firesInText(stroke);
        if (!chord && event.getTarget() instanceof Node target && (takesText(target) || liesOver(target, within))) {
            return;
        }
        if (repeated && !prefix.isEmpty()) {
            return;
        }
        String keys = prefix + stroke;
        prefix = "";
        for (KeyCommand command : commands) {
            if (keys(command).equals(keys) && map.counts(keys)) {
                event.consume();
                if (!chord) {
                    swallowTyped(within);
                }
                if (!repeated || !once.contains(command.id())) {
                    command.action().run();
                }
                return;
            }
        }
        if (commands.stream().map(this::keys).anyMatch(bound -> bound.startsWith(keys + " ") && map.counts(bound))) {
            prefix = keys + " ";
            event.consume();
        }
    }

    /// A key that puts the cursor into a field is not typed there: its character comes after the press, to whatever has the focus by then.
    private static void swallowTyped(Node within) {
        Scene scene = within.getScene();
        if (scene == null) {
            return;
        }
        EventHandler<KeyEvent> once = new EventHandler<>() {
            @Override
            public void handle(KeyEvent event) {
                if (event.getEventType() == KeyEvent.KEY_TYPED) {
                    event.consume();
                }
                scene.removeEventFilter(KeyEvent.ANY, this);
            }
        };
        scene.addEventFilter(KeyEvent.ANY, once);
    }

    private static boolean takesText(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TextInputControl input && input.isEditable()
                    || node instanceof ComboBoxBase<?> box && box.isEditable()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the key was pressed in a sheet that lies over what these commands are for.
    private static boolean liesOver(Node target, Node within) {
        for (Node node = target; node != null && node != within; node = node.getParent()) {
            if (node instanceof Sheets) {
                return true;
            }
        }
        return false;
    }
}
