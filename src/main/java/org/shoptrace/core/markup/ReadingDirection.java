package org.shoptrace.core.markup;

import java.util.Locale;

/// Controls that turn the reading direction around: they would let a title rewrite what stands beside it.
public final class ReadingDirection {
    private ReadingDirection() {}

    /// The text with each such control shown as what it is, such as `[U+202E]`.
    public static String visible(String text) {
        if (text.chars().noneMatch(ReadingDirection::turns)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (turns(c)) {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    }
}
