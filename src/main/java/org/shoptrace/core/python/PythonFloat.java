package org.shoptrace.core.python;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Numbers in texts as Python's `float()` and `str.isdecimal()` read them: digits of any script count.
/// Source: CPython, `float_from_string` and `_PyUnicode_TransformDecimalAndSpaceToASCII`.
public final class PythonFloat {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern INFINITY = Pattern.compile("[+-]?inf(?:inity)?");
    private static final Pattern NAN = Pattern.compile("[+-]?nan");

    private PythonFloat() {}

    /// The number that `float(text)` gives: white space around it, a sign, an exponent, `1.`, `.5`, `_` between digits, `inf`, `infinity`
    /// and `nan` in any case. Empty where Python raises `ValueError`. Too large a number is an infinity.
    public static OptionalDouble parse(String text) {
        String ascii = strip(toAscii(text));
        String lower = ascii.toLowerCase(Locale.ROOT);
        if (INFINITY.matcher(lower).matches()) {
            return OptionalDouble.of(lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (NAN.matcher(lower).matches()) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!underscoresStandBetweenDigits(ascii)) {
            return OptionalDouble.empty();
        }
        String digits = ascii.replace("_", "");
        return NUMBER.matcher(digits).matches()
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }

    /// The value of a text of decimal digits alone, of any script and with leading zeros; empty for every other text, for the empty
    /// one and for values above `Integer.MAX_VALUE`.
    public static OptionalInt parseDigits(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int digit = digit(text.codePointAt(i));
            value = value * 10 + digit;
            if (digit < 0 || value > Integer.MAX_VALUE) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) value);
    }

    /// The text with every digit beyond ASCII as `0`..`9`, every white space beyond ASCII as a space and the rest beyond it as `?`.
    private static String toAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = digit(c);
            if (c < 128) {
                ascii.append((char) c);
            } else if (digit >= 0) {
                ascii.append((char) ('0' + digit));
            } else {
                ascii.append(isSpaceBeyondAscii(c) ? ' ' : '?');
            }
        });
        return ascii.toString();
    }

    private static int digit(int codePoint) {
        return Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(codePoint, 10) : -1;
    }

    private static boolean isSpaceBeyondAscii(int codePoint) {
        // Python counts NEL as white space; Java's space characters leave it out.
        return codePoint == 0x85 || Character.isSpaceChar(codePoint);
    }

    private static String strip(String ascii) {
        int start = 0;
        int end = ascii.length();
        while (start < end && isAsciiSpace(ascii.charAt(start))) {
            start++;
        }
        while (start < end && isAsciiSpace(ascii.charAt(end - 1))) {
            end--;
        }
        return ascii.substring(start, end);
    }

    private static boolean isAsciiSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean underscoresStandBetweenDigits(String ascii) {
        for (int i = ascii.indexOf('_'); i >= 0; i = ascii.indexOf('_', i + 1)) {
            if (!isAsciiDigit(ascii, i - 1) || !isAsciiDigit(ascii, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiDigit(String ascii, int at) {
        return at >= 0 && at < ascii.length() && ascii.charAt(at) >= '0' && ascii.charAt(at) <= '9';
    }
}
