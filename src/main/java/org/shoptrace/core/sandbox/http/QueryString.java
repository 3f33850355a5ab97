package org.shoptrace.core.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a URL, read as forms are: `+` is a space, `%XX` is a byte of UTF-8, the first of repeated parameters counts,
/// `x` and `x=` are empty.
record QueryString(Map<String, String> parameters) {
    private static final int HEXADECIMAL = 16;

    /// @param raw what follows the `?`, undecoded; null when nothing does
    static QueryString parse(@Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            parameters.putIfAbsent(name, equals < 0 ? "" : decode(part.substring(equals + 1)));
        }
        return new QueryString(parameters);
    }

    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    /// A text of a path; a `+` stands for itself there.
    static String decoded(String path) {
        return decode(path.replace("+", "%2B"));
    }

    /// A `%` that starts no byte stands for itself. What is left above ASCII are bytes that a client sent bare, one character each.
    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEXADECIMAL) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), HEXADECIMAL) : -1;
            if (low >= 0) {
                bytes.write(high * HEXADECIMAL + low);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
