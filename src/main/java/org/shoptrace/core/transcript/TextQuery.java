package org.shoptrace.core.transcript;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words to look for in texts, as they stand: a phrase is found as a phrase.
///
/// Without `exact`, case and diacritics do not count (`CAFE` finds `café`), nor which kind or how many white spaces separate the words,
/// since a reader sees wrapped lines. Letters are compared after Unicode's canonical decomposition.
public final class TextQuery {
    private final String words;
    private final boolean exact;
    private final String wanted;

    private TextQuery(String words, boolean exact) {
        this.words = words;
        this.exact = exact;
        wanted = exact ? words : Folded.of(words).text();
    }

    public static TextQuery of(String words, boolean exact) {
        return new TextQuery(words, exact);
    }

    /// As they were typed.
    public String words() {
        return words;
    }

    /// Whether there is nothing to look for.
    public boolean isEmpty() {
        return wanted.isBlank();
    }

    /// A stretch of a text.
    ///
    /// @param start in UTF-16 units from 0
    /// @param end   behind its last unit
    public record Range(int start, int end) {}

    /// Where the words occur, in order, none overlapping the one before; nowhere when there is nothing to look for.
    public List<Range> in(String text) {
        List<Range> ranges = new ArrayList<>();
        if (isEmpty()) {
            return ranges;
        }
        Folded folded = exact ? Folded.unchanged(text) : Folded.of(text);
        for (int at = folded.text().indexOf(wanted); at >= 0; at = folded.text().indexOf(wanted, at + wanted.length())) {
            ranges.add(new Range(folded.source(at), folded.sourceEnd(at + wanted.length() - 1)));
        }
        return ranges;
    }

    /// A text made comparable, and where each of its units came from.
    ///
    /// @param starts where unit i came from; empty when every unit stands where it stood
    /// @param ends   behind what unit i came from
    private record Folded(String text, int[] starts, int[] ends) {
        private static final int[] SAME = {};

        static Folded unchanged(String text) {
            return new Folded(text, SAME, SAME);
        }

        static Folded of(String text) {
            return isPlain(text) ? unchanged(text.toLowerCase(Locale.ROOT)) : mapped(text);
        }

        int source(int unit) {
            return starts == SAME ? unit : starts[unit];
        }

        int sourceEnd(int unit) {
            return starts == SAME ? unit + 1 : ends[unit];
        }

        /// ASCII with single blanks only: the most, and a megabyte of it costs next to nothing.
        private static boolean isPlain(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0x80 || c < ' ' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                    return false;
                }
            }
            return true;
        }

        private static Folded mapped(String text) {
            StringBuilder folded = new StringBuilder(text.length());
            int[] starts = new int[text.length() + 16];
            int[] ends = new int[text.length() + 16];
            for (int at = 0; at < text.length();) {
                int point = text.codePointAt(at);
                int next = at + Character.charCount(point);
                String plain = fold(point, folded);
                if (plain.isEmpty() && !folded.isEmpty()) {
                    // A mark or a repeated space belongs to what stands before it, so that it is marked with it.
                    ends[folded.length() - 1] = next;
                }
                for (int i = 0; i < plain.length(); i++) {
                    if (folded.length() == starts.length) {
                        starts = Arrays.copyOf(starts, starts.length * 2);
                        ends = Arrays.copyOf(ends, ends.length * 2);
                    }
                    starts[folded.length()] = at;
                    ends[folded.length()] = next;
                    folded.append(plain.charAt(i));
                }
                at = next;
            }
            return new Folded(folded.toString(), starts, ends);
        }

        private static String fold(int point, CharSequence before) {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                return before.length() > 0 && before.charAt(before.length() - 1) == ' ' ? "" : " ";
            }
            if (point < 0x80) {
                return String.valueOf((char) Character.toLowerCase(point));
            }
            String letter = Character.toString(point);
            String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
            StringBuilder plain = new StringBuilder();
            decomposed.codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .forEach(plain::appendCodePoint);
            return plain.toString().toLowerCase(Locale.ROOT);
        }
    }
}
