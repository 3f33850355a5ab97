package org.shoptrace.core.json;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;

/// Writes JSON text in the two forms that the benchmark's Python code writes and that stand inside its prompts, where
/// every character counts. Both escape everything beyond ASCII; numbers are written as they stand.
public final class PythonJsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final String itemSeparator;
    private final String keySeparator;
    private final boolean escapesSlash;
    private final StringBuilder out = new StringBuilder();

    private PythonJsonWriter(String itemSeparator, String keySeparator, boolean escapesSlash) {
        this.itemSeparator = itemSeparator;
        this.keySeparator = keySeparator;
        this.escapesSlash = escapesSlash;
    }

    /// `json.dumps(value)`: `{"q": "a/b", "page": 1}`.
    public static String json(Json value) {
        return new PythonJsonWriter(", ", ": ", false).write(value);
    }

    /// `ujson.dumps(value)`: `{"q":"a\/b","page":1}`.
    public static String ujson(Json value) {
        return new PythonJsonWriter(",", ":", true).write(value);
    }

    private String write(Json value) {
        append(value);
        return out.toString();
    }

    private void append(Json value) {
        switch (value) {
            case Json.Obj(SequencedMap<String, Json> fields) -> {
                out.append('{');
                String separator = "";
                for (Map.Entry<String, Json> field : fields.entrySet()) {
                    out.append(separator);
                    append(field.getKey());
                    out.append(keySeparator);
                    append(field.getValue());
                    separator = itemSeparator;
                }
                out.append('}');
            }
            case Json.Arr(List<Json> items) -> {
                out.append('[');
                String separator = "";
                for (Json item : items) {
                    out.append(separator);
                    append(item);
                    separator = itemSeparator;
                }
                out.append(']');
            }
            case Json.Str(String text) -> append(text);
            case Json.Num(String text) -> out.append(text);
            case Json.Bool(boolean truth) -> out.append(truth);
            case Json.Null _ -> out.append("null");
        }
    }

    private void append(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        out.append('"');
    }

    private void append(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '/' -> out.append(escapesSlash ? "\\/" : "/");
            // ujson leaves DEL as it is, json escapes it.
            case 0x7f -> out.append(escapesSlash ? "\u007f" : "\\u007f");
            default -> {
                if (c >= ' ' && c < 0x7f) {
                    out.append(c);
                } else {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(HEX.charAt(c >> shift & 0xf));
                    }
                }
            }
        }
    }
}
