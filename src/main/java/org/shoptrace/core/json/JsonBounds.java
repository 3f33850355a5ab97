package org.shoptrace.core.json;

import tools.jackson.core.StreamReadConstraints;

/// How much of a JSON value is held. Nesting and numbers have the bounds of Python's `json`, or wider ones; memory is counted while a value
/// is read, so that a dense line costs itself and a sentence rather than the program.
///
/// Counted is what the parts of a value take beside the characters of their texts, whose number the length of the line bounds.
public final class JsonBounds {
    /// How deep values may be nested. Python's `json` reads about a thousand.
    public static final int DEPTH = 2000;

    /// How deep ujson reads.
    static final int UJSON_DEPTH = 1024;

    /// How many characters a number may have; Python makes no integer of more digits.
    static final int DIGITS = 4300;

    /// More keys than any format has; the first of them tell what an object is.
    static final int KEYS = 10_000;

    /// What a text or a number takes without its characters, and its place in an array.
    static final int SCALAR = 64;

    static final int ARRAY = 72;
    static final int OBJECT = 200;
    static final int FIELD = 48;

    /// Where a value, or one of its items, lies in a file.
    static final int SPAN = 48;

    private static final long LEAST = 16L << 20;

    private final long most;
    private long counted;

    private JsonBounds(long most) {
        this.most = most;
    }

    /// Of one line, one run, one document: an eighth of the memory that the program may use, since several are read at once and each is
    /// made into something else.
    static JsonBounds ofLine() {
        return new JsonBounds(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 8));
    }

    /// Of a file that is one value, such as a kept evaluation, and is read alone: a third.
    static JsonBounds ofFile() {
        return new JsonBounds(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 3));
    }

    /// The longest line that is held beside what is made of it, in bytes.
    ///
    /// @param usual for a program with memory enough
    public static int longestLine(int usual) {
        return (int) Math.min(usual, Math.max(LEAST, Runtime.getRuntime().maxMemory() / 8));
    }

    /// What a line is that is longer than that.
    public static String tooLong(int longest) {
        return "the line is longer than " + (longest >> 20) + " MB, too large to be held";
    }

    void count(int bytes) throws JsonSyntaxException {
        if (!fits(bytes)) {
            throw tooLarge();
        }
    }

    /// Whether so much more fits; it counts then.
    boolean fits(int bytes) {
        counted += bytes;
        return counted <= most;
    }

    static JsonSyntaxException tooLarge() {
        return new JsonSyntaxException("the value has too many parts, it is too large to be held in memory", 0);
    }

    /// The library's own limits are off where a line bounds them, and are ours where not.
    static StreamReadConstraints constraints(int depth) {
        return StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNestingDepth(depth)
                .build();
    }
}
