package org.shoptrace.core.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.shoptrace.model.json.Json;

/// Writes JSON values as Python's `str()` and `repr()` write what `json.loads` made of them. Call ids are hashes of such
/// text, and the benchmark's tools send it over the wire.
public final class PythonText {

    private PythonText() {}

    /// `str(value)`: a string as it is, every other value as [#repr] has it.
    public static String str(Json value) {
        return value instanceof Json.Str(String text) ? text : repr(value);
    }

    /// `repr(value)`: `{'q': "men's", 'page': 1, 'x': None}`.
    public static String repr(Json value) {
        return switch (value) {
            case Json.Obj(SequencedMap<String, Json> fields) ->
                fields.entrySet().stream()
                        .map(field -> quoted(field.getKey()) + ": " + repr(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Json.Arr(List<Json> items) ->
                items.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
            case Json.Str(String text) -> quoted(text);
            case Json.Num number -> number(number);
            case Json.Bool(boolean truth) -> truth ? "True" : "False";
            case Json.Null _ -> "None";
        };
    }

    /// `text.strip()`: without Python's white space at both ends, which unlike Java's holds the no-break spaces.
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// `c.isspace()`; all of Python's white space lies in the basic plane.
    public static boolean isWhiteSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= 0x1f)
                || c == 0x85
                || Character.isSpaceChar(c);
    }

    /// An integer keeps its size and loses nothing but the sign of `-0`; everything else is a float.
    private static String number(Json.Num number) {
        return number.isInteger() ? new BigInteger(number.text()).toString() : PythonNumber.repr(number.asDouble());
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> appendCharacter(out, c, quote));
        return out.append(quote).toString();
    }

    private static void appendCharacter(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    String form = c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x";
                    out.append(String.format(Locale.ROOT, form, c));
                }
            }
        }
    }

    /// `str.isprintable` for one character: no control, format, surrogate, private or unassigned one, no separator but the space.
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
