package org.shoptrace.ui.kit;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A pressed key as people write it: `j`, `G` (with Shift), `?`, `Ctrl+Shift+F`, `Left`, `Space`, `F3`.
public final class KeyStroke {
    private static final String CTRL = "Ctrl+";

    private KeyStroke() {}

    /// The stroke of a pressed key; with Alt and for a modifier alone it means nothing here.
    public static String of(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShortcutDown()) {
            // Where plus and minus lie, and whether they need Shift, differs by keyboard.
            if (code == KeyCode.ADD || code == KeyCode.PLUS || code == KeyCode.EQUALS) {
                return CTRL + KeyCode.PLUS.getName();
            }
            return CTRL + (event.isShiftDown() ? "Shift+" : "") + (code == KeyCode.SUBTRACT ? KeyCode.MINUS : code).getName();
        }
        if (code.isLetterKey()) {
            return event.isShiftDown() ? code.getName().toUpperCase(Locale.ROOT) : code.getName().toLowerCase(Locale.ROOT);
        }
        // Where a sign lies differs by keyboard, so it goes by what was typed; some platforms do not tell that with Shift. Digits need
        // Shift on some, and lie on a pad of their own on others.
        String typed = event.getText();
        if (typed.length() == 1 && typed.charAt(0) >= '0' && typed.charAt(0) <= '9') {
            return typed;
        }
        if (isSign(typed)) {
            return typed.equals("/") && event.isShiftDown() ? "?" : typed;
        }
        if (code == KeyCode.SLASH) {
            return event.isShiftDown() ? "?" : "/";
        }
        boolean moves = event.isShiftDown() && !code.isDigitKey();
        return (moves ? "Shift+" : "") + code.getName();
    }

    private static boolean isSign(String typed) {
        return typed.length() == 1 && typed.charAt(0) > ' ' && typed.charAt(0) != 0x7F && !Character.isLetterOrDigit(typed.charAt(0));
    }

    /// Whether keys are letters, digits, signs or Space without Ctrl: what is typed in a text.
    public static boolean isBare(String keys) {
        return !keys.isEmpty()
                && Arrays.stream(keys.split(" ")).allMatch(stroke -> stroke.length() == 1 || stroke.equals(KeyCode.SPACE.getName()));
    }

    /// Whether a stroke counts while a text is typed: with Ctrl, or a function key.
    static boolean firesInText(String stroke) {
        return stroke.startsWith(CTRL) || stroke.matches("(Shift\\+)?F\\d+");
    }
}
