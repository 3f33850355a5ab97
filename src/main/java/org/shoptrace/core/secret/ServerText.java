package org.shoptrace.core.secret;

import java.util.Optional;
import java.util.regex.Pattern;

/// What another program said, made fit for a line of a message: no control characters and escape sequences, which a terminal would obey,
/// no key that was sent along, and no more than a person reads.
public final class ServerText {
    /// So many characters are told.
    public static final int LONGEST = 200;

    /// ECMA-48: a control sequence, a string such as a title's up to its end, or a single escape.
    private static final Pattern ESCAPES = Pattern.compile(
            "(?:\\x1B\\[|\\x9B)[0-?]*+[ -/]*+[@-~]?"
                    + "|(?:\\x1B[\\]PX^_]|[\\x9D\\x90\\x98\\x9E\\x9F])[^\\x07\\x1B\\x9C]*+(?:\\x07|\\x1B\\\\|\\x9C)?"
                    + "|\\x1B[ -/]*+[0-~]?");
    private static final Pattern SPACES = Pattern.compile("\\s++");

    private ServerText() {}

    /// @param said   at any length
    /// @param secret that was sent along
    public static String shown(String said, Optional<Secret> secret) {
        StringBuilder plain = new StringBuilder();
        ESCAPES.matcher(said).replaceAll("").codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                plain.appendCodePoint(c);
            }
        });
        String line = SPACES.matcher(plain).replaceAll(" ").strip();
        // Hidden before it is cut, so that no part of it is left at the end.
        String told = Addresses.masked(secret.map(key -> key.hiddenIn(line)).orElse(line));
        return told.codePointCount(0, told.length()) <= LONGEST
                ? told
                : told.substring(0, told.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
