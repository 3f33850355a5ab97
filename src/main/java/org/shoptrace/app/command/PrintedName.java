package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file's name on a line of a list: a name may hold breaks and tabs, which would begin a line or a column of their own.
final class PrintedName {
    private static final Pattern BREAKS = Pattern.compile("[\\n\\u000B\\f\\r\\t\\u0085\\u2028\\u2029]");

    private PrintedName() {}

    static String of(Path file) {
        return of(file.toString());
    }

    static String of(String file) {
        return BREAKS.matcher(file).replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
