package org.shoptrace.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// A file that was changed.
///
/// @param line the only line that was, counted from 0; empty when it may be any
/// @param what was done
public record Mutation(byte[] content, OptionalInt line, String what) {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final Pattern TOKEN = Pattern
            .compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*+|true|false|null", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"([a-z_A-Z]+)\"\\s*:");
    private static final String HALF_AS_BYTES = "\u00ed\u00a0\u00bd";

    /// What stands in place of a value. Some are no JSON, some more than Python reads.
    private static final List<String> VALUES = List.of(
            "null", "true", "0", "-1", "1e999", "1e-999999999", "1E400000000", "9".repeat(400), "9".repeat(5000), "-0.0", "NaN", "Infinity",
            "-INF", "+1", "01", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ude00x\"", "\"" + HALF_AS_BYTES + "\"",
            "\"\\u2028\\t\\r\"",
            "[]", "{}", "[[]]", "{\"\":{}}", "[null]", "[1,2,3]", "{\"a\":1,\"a\":2}", "\"[1,2\"", "\"{\\\"a\\\": [}\"", "\"<tool_call>\"",
            deep(40, ""), deep(900, ""), deep(1900, ""), deep(3000, ""), deep(60_000, "").substring(0, 50_000),
            "\"" + "x".repeat(40_000) + "\"",
            "\"" + "[".repeat(5000) + "\"", "'a'", "nul", "//", "\"../../../outside\"", "\"/tmp/outside\"", "\"file:///etc/passwd\"",
            "\"%s %n {0} ${x}\"", "\"<script>alert(1)</script>\"", "1.7976931348623157E308", "9223372036854775808", "2147483648");

    private static final List<String> LINES = List.of(
            "null", "[]", "{}", "\"\"", "7", "[garbage", "INFO 12:00 started", "[2026-01-01] a line of a log", deep(3000, ""),
            "[" + "1,".repeat(2000)
                    + "1]",
            "{\"a\":", "\0\0\0", "", "   ", "[[],[]]", "[{}]", "{\"role\":\"user\",\"content\":null}");

    private static String deep(int levels, String inside) {
        return "[".repeat(levels) + inside + "]".repeat(levels);
    }

    /// One to three changes of a file.
    public static Mutation of(byte[] seed, Random random) {
        if (random.nextInt(3) == 0) {
            return ofOneLine(seed, random);
        }
        byte[] content = seed;
        StringBuilder what = new StringBuilder();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            content = change(content, random, what);
        }
        return new Mutation(content, OptionalInt.empty(), what.toString());
    }

    /// A change that keeps to a line, so that the others have to be read as they were.
    private static Mutation ofOneLine(byte[] seed, Random random) {
        List<String> lines = lines(seed);
        int line = random.nextInt(lines.size());
        StringBuilder what = new StringBuilder("line " + (line + 1) + ": ");
        String before = lines.get(line);
        String after = switch (random.nextInt(7)) {
            case 0 -> flipped(before, random, what);
            case 1 -> token(before, random, what);
            case 2 -> key(before, random, what);
            case 3 -> cut(before, random, what);
            case 4 -> {
                what.append("another line");
                yield LINES.get(random.nextInt(LINES.size()));
            }
            case 5 -> put(before, HALF_AS_BYTES, random, what);
            default -> put(before, "\0", random, what);
        };
        lines.set(line, after.replace('\n', ' ').replace('\r', ' '));
        return new Mutation(joined(lines), OptionalInt.of(line), what.toString());
    }

    private static byte[] change(byte[] content, Random random, StringBuilder what) {
        String text = new String(content, BYTES);
        String changed = switch (random.nextInt(17)) {
            case 0, 1 -> flipped(text, random, what);
            case 2, 3, 4, 5 -> token(text, random, what);
            case 6 -> key(text, random, what);
            case 7 -> cut(text, random, what);
            case 8 -> lines(text, random, what);
            case 9 -> put(text, HALF_AS_BYTES, random, what);
            case 10 -> put(text, "\0", random, what);
            case 11 -> {
                what.append("a mark before it; ");
                yield "\u00ef\u00bb\u00bf" + text;
            }
            case 12 -> coded(text, random, what);
            case 13 -> {
                what.append("CRLF; ");
                yield text.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
            }
            case 14 -> {
                String line = LINES.get(random.nextInt(LINES.size()));
                what.append("another first line; ");
                yield line + "\n" + text;
            }
            case 15 -> packed(text, random, what);
            default -> removed(text, random, what);
        };
        return changed.getBytes(BYTES);
    }

    private static String flipped(String text, Random random, StringBuilder what) {
        StringBuilder flipped = new StringBuilder(text);
        for (int count = 1 + random.nextInt(8); count > 0 && !text.isEmpty(); count--) {
            int at = random.nextInt(text.length());
            flipped.setCharAt(at, (char) (random.nextBoolean() ? flipped.charAt(at) ^ 1 << random.nextInt(8) : random.nextInt(256)));
        }
        what.append("bytes flipped; ");
        return flipped.toString();
    }

    private static String token(String text, Random random, StringBuilder what) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return text;
        }
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String value = random.nextInt(5) == 0
                ? tokens.get(random.nextInt(tokens.size())).group()
                : VALUES.get(random.nextInt(VALUES.size()));
        what.append(brief(token.group())).append(" is now ").append(brief(value)).append("; ");
        return text.substring(0, token.start()) + value + text.substring(token.end());
    }

    private static String key(String text, Random random, StringBuilder what) {
        List<MatchResult> keys = KEY.matcher(text).results().toList();
        if (keys.isEmpty()) {
            return text;
        }
        MatchResult key = keys.get(random.nextInt(keys.size()));
        String other = random.nextBoolean() ? keys.get(random.nextInt(keys.size())).group(1) : key.group(1) + "x";
        what.append("key ").append(key.group(1)).append(" is now ").append(other).append("; ");
        return text.substring(0, key.start(1)) + other + text.substring(key.end(1));
    }

    private static String cut(String text, Random random, StringBuilder what) {
        int at = random.nextInt(text.length() + 1);
        what.append("cut at ").append(at).append("; ");
        return text.substring(0, at);
    }

    private static String removed(String text, Random random, StringBuilder what) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(200));
        what.append("removed ").append(from).append(" to ").append(to).append("; ");
        return text.substring(0, from) + text.substring(to);
    }

    private static String put(String text, String piece, Random random, StringBuilder what) {
        int at = random.nextInt(text.length() + 1);
        what.append(brief(piece)).append(" put at ").append(at).append("; ");
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static String lines(String text, Random random, StringBuilder what) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.add(random.nextInt(lines.size() + 1), lines.get(line));
            case 1 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            default -> lines.set(line, lines.get(line) + (line + 1 < lines.size() ? lines.remove(line + 1) : ""));
        }
        what.append("lines doubled, moved or joined; ");
        return String.join("\n", lines);
    }

    private static String coded(String text, Random random, StringBuilder what) {
        Charset charset = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_32)
                .get(random.nextInt(4));
        String mark = charset.equals(StandardCharsets.UTF_16LE) && random.nextBoolean() ? "\uFEFF" : "";
        what.append(charset).append("; ");
        return new String((mark + new String(text.getBytes(BYTES), StandardCharsets.UTF_8)).getBytes(charset), BYTES);
    }

    private static String packed(String text, Random random, StringBuilder what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String packed = bytes.toString(BYTES);
        what.append("packed");
        return random.nextBoolean() ? packed : cut(packed, random, what.append(" and "));
    }

    static List<String> lines(byte[] content) {
        return new ArrayList<>(Arrays.asList(new String(content, BYTES).split("\n")));
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(BYTES);
    }

    private static String brief(String text) {
        String shown = text.replaceAll("[^ -~]", "?");
        return shown.length() > 30 ? shown.substring(0, 30) + "… (" + text.length() + ")" : shown;
    }
}
