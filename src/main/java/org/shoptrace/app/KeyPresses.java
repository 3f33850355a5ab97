package org.shoptrace.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.room.Act;

/// Keys that are pressed in a window before it is pictured, one after the other: `Ctrl+F type:red_lamp F3`. What is typed goes into the
/// field that has the focus; an underscore stands for a space.
final class KeyPresses {
    private static final String TYPE = "type:";

    private KeyPresses() {}

    /// An act for each key.
    ///
    /// @param content what fills the window
    /// @throws ShoptraceException when there is no such key
    static List<Act> parse(String keys, Region content) throws ShoptraceException {
        List<Act> acts = new ArrayList<>();
        for (String key : keys.strip().split("\\s+")) {
            if (key.startsWith(TYPE)) {
                String text = key.substring(TYPE.length()).replace('_', ' ');
                acts.add(() -> type(text, content));
            } else if (!key.isEmpty()) {
                List<String> parts = Arrays.asList(key.split("\\+"));
                KeyEvent event = event(parts, code(parts.getLast(), key));
                acts.add(() -> focused(content).ifPresent(node -> Event.fireEvent(node, event.copyFor(node, node))));
            }
        }
        return acts;
    }

    private static KeyCode code(String name, String key) throws ShoptraceException {
        return Arrays.stream(KeyCode.values())
                .filter(code -> code.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new ShoptraceException("there is no such key", key, "Write keys such as j, G, F5, Esc, Ctrl+F, type:words"));
    }

    private static KeyEvent event(List<String> parts, KeyCode code) {
        boolean shift = parts.contains("Shift") || parts.size() == 1 && code.isLetterKey() && parts.getLast().equals(code.getName());
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean shortcut = parts.contains("Ctrl");
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", parts.getLast().toLowerCase(Locale.ROOT), code, shift, shortcut && !mac, parts.contains("Alt"),
                shortcut && mac);
    }

    private static void type(String text, Region content) {
        focused(content).ifPresent(node -> {
            if (node instanceof TextInputControl field) {
                field.replaceSelection(text);
            }
        });
    }

    private static Optional<Node> focused(Region content) {
        Scene scene = content.getScene();
        return Optional.ofNullable(scene.getFocusOwner()).or(() -> Optional.of(content));
    }
}
