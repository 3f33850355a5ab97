package org.shoptrace.core.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text of a run, a task or a catalogue as it is drawn, in the window, on a page and in a picture alike. What is recorded may hold what
/// cannot be drawn, or is drawn wider than it is measured; here, and nowhere else, it becomes something that can:
///
/// - a tab becomes the spaces to the next of the stops, which stand every four characters;
/// - CR LF, a lone CR, a line or page feed, U+0085, U+2028 and U+2029 become one line break;
/// - half a character (one half of a surrogate pair), any other control and what is no character at all become U+FFFD;
/// - a control that turns the reading direction around, by which a title could rewrite what stands beside it, is shown as what it is, such
///   as `[U+202E]`.
///
/// Texts stay as they are everywhere else: what is searched, copied, compared and written is the recorded text. Of a text whose places are
/// known by their distance from its beginning, the two are translated into each other.
public final class DrawnText {
    private static final int TAB = 4;
    private static final char UNKNOWN = '\uFFFD';
    private static final Pattern BREAKS = Pattern.compile("\r\n|[\\t\\n\\x0B\\f\\r\\u0085\\u2028\\u2029]");

    private final String source;
    private final String text;

    /// Where each unit of the source begins in the drawn text, and its end; null where both are the same.
    private final int @Nullable [] starts;

    private DrawnText(String source, String text, int @Nullable [] starts) {
        this.source = source;
        this.text = text;
        this.starts = starts;
    }

    /// The text as it is drawn; the same again for one that is drawn already.
    public static String of(String text) {
        return isPlain(text) ? text : mapped(text).text();
    }

    /// The text as it is drawn, with where its places are by then.
    public static DrawnText mapped(String source) {
        return isPlain(source) ? new DrawnText(source, source, null) : mapped(source, false);
    }

    /// The text as it is drawn in a field of one line, where each break and each tab is one space.
    public static DrawnText line(String source) {
        return isPlain(source) && source.indexOf('\n') < 0 ? new DrawnText(source, source, null) : mapped(source, true);
    }

    /// A text that is put into a field of one line, which would leave out its breaks and tabs and glue the words together: each becomes one
    /// space.
    public static String unbroken(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }

    private static DrawnText mapped(String source, boolean oneLine) {
        int[] starts = new int[source.length() + 1];
        StringBuilder drawn = new StringBuilder(source.length() + 16);
        int column = 0;
        for (int i = 0; i < source.length();) {
            int c = source.codePointAt(i);
            int length = Character.charCount(c);
            Arrays.fill(starts, i, i + length, drawn.length());
            boolean joined = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
            if (joined) {
                // The line feed that follows is the break of both.
                column = 0;
            } else if (breaksLine(c)) {
                drawn.append(oneLine ? ' ' : '\n');
                column = 0;
            } else if (c == '\t') {
                int spaces = oneLine ? 1 : TAB - column % TAB;
                drawn.repeat(' ', spaces);
                column += spaces;
            } else {
                Optional<String> sign = sign(c);
                sign.ifPresentOrElse(drawn::append, () -> drawn.appendCodePoint(c));
                column += sign.map(String::length).orElse(1);
            }
            i += length;
        }
        starts[source.length()] = drawn.length();
        return new DrawnText(source, drawn.toString(), starts);
    }

    /// The text as it was recorded.
    public String source() {
        return source;
    }

    /// The text as it is drawn.
    public String text() {
        return text;
    }

    /// Where a place of the recorded text is in the drawn one.
    ///
    /// @param at in UTF-16 units from 0 to the length
    public int drawnAt(int at) {
        return starts == null ? at : starts[at];
    }

    /// The place of the recorded text that is drawn there: of what became several characters, its own.
    ///
    /// @param at in UTF-16 units of the drawn text, from 0 to its length
    public int sourceAt(int at) {
        if (starts == null) {
            return at;
        }
        int low = 0;
        int high = source.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// What was recorded, after what is drawn of it was edited: what the edit did not touch stays as it was recorded.
    ///
    /// @param now the drawn text after the edit
    public String edited(String now) {
        if (starts == null) {
            return now;
        }
        int most = Math.min(text.length(), now.length());
        int before = 0;
        while (before < most && text.charAt(before) == now.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < most - before && text.charAt(text.length() - 1 - after) == now.charAt(now.length() - 1 - after)) {
            after++;
        }
        int end = text.length() - after;
        int keptTo = firstAt(before);
        if (starts[keptTo] > before) {
            keptTo = sourceAt(before);
        }
        int keptFrom = firstAt(end);
        // Of what is drawn as several characters, a piece may have stayed.
        return source.substring(0, keptTo) + text.substring(starts[keptTo], before) + now.substring(before, now.length() - after)
                + text.substring(end, starts[keptFrom]) + source.substring(keptFrom);
    }

    /// The first place of the recorded text that is not drawn before that one.
    private int firstAt(int at) {
        int place = 0;
        while (starts != null && starts[place] < at) {
            place++;
        }
        return place;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n') {
                return false;
            }
            if (c >= 0x7F && needsCare(text, i, c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return true;
    }

    private static boolean needsCare(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1)) || sign(text.codePointAt(at)).isPresent();
        }
        return breaksLine(c) || sign(c).isPresent();
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /// What stands for a character that is not drawn as it is; empty for all others.
    private static Optional<String> sign(int c) {
        if (turns(c)) {
            return Optional.of(String.format(Locale.ROOT, "[U+%04X]", c));
        }
        boolean control = c < 0x20 || c >= 0x7F && c <= 0x9F;
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean none = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return control || half || none ? Optional.of(String.valueOf(UNKNOWN)) : Optional.empty();
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }
}
