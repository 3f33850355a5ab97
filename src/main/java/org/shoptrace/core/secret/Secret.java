package org.shoptrace.core.secret;

import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// A key that is sent to a server and told to nobody else: neither `toString` nor a message has it.
public final class Secret {
    /// The variable of the environment that holds the key of the embeddings endpoint.
    public static final String API_KEY = "SHOPTRACE_API_KEY";

    private static final String HIDDEN = "…";
    private static final char FIRST_PRINTED = '!';
    private static final char LAST_PRINTED = '~';

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// The secret that a variable holds; empty where it is not set, or holds white space only. White space around it does not count: files
    /// and shells leave line breaks there.
    ///
    /// @throws ShoptraceException when it holds what no header can carry; says so without telling it
    public static Optional<Secret> of(Map<String, String> environment, String variable) throws ShoptraceException {
        String value = trimmed(environment.getOrDefault(variable, ""));
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (c < FIRST_PRINTED || c > LAST_PRINTED) {
                throw new ShoptraceException(
                        "the key holds " + kind(c) + ", which cannot be sent", variable,
                        "Set it again to the key alone, in letters, digits and signs of ASCII");
            }
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(new Secret(value));
    }

    private static String kind(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r') {
            return "a line break";
        }
        if (isSpace(codePoint)) {
            return "a space";
        }
        return codePoint < FIRST_PRINTED ? "a control character" : "a character that is not of ASCII";
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// Those of Unicode, and a byte order mark.
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /// What it is, for the one that it is sent to.
    public String reveal() {
        return value;
    }

    /// A text without it, wherever it stands there.
    public String hiddenIn(String text) {
        return text.replace(value, HIDDEN);
    }

    /// A text without the key that a variable holds, as it is set and as it would be sent.
    public static String hiddenIn(String text, Map<String, String> environment) {
        String whole = environment.getOrDefault(API_KEY, "");
        String hidden = text;
        for (String form : new String[] {whole, trimmed(whole)}) {
            hidden = form.isBlank() ? hidden : hidden.replace(form, HIDDEN);
        }
        return hidden;
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
