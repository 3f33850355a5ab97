package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;

/// Cuts what a step says into sentences. Lines are sentences of their own; decimals, ids, abbreviations and the number of a list's line
/// end none. A sentence has an end: one that is longer than any that people read is cut between words, and so is one at a wide gap, so that
/// what looks back and forth in a sentence takes no longer for a text of any kind than its length asks.
final class Sentences {
    /// Of a sentence, in UTF-16 units.
    static final int LONGEST = 500;

    /// The most blanks in a sentence before it ends there; rows of a table are padded.
    private static final int GAP = 16;

    private static final int GAP_OF_A_ROW = 80;

    /// Behind which a full stop looks for its word.
    private static final int BACK = 60;

    private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");
    private static final Pattern MARKER = Pattern.compile(
            "^[\\s>*_#]*(?:(?:[-•–▪◦✔✅☑✓]|\\*(?=\\s)|(\\d{1,2})[.)])(?=\\s|\\*)|\\|)[\\s*]*");
    private static final Pattern END = Pattern.compile("[.!?;。](?=[\"')\\]*]*\\s)[\"')\\]*]*\\s+");
    /// Where a list in one line goes on: `Price: 20 - Size: double`.
    private static final Pattern NEXT_KEY = Pattern
            .compile("(?<=\\S)\\s+[-–•]\\s+(?=\\*{0,2}\\p{Lu}\\p{L}*(?:[ _]\\p{L}+){0,2}\\*{0,2}:\\s)");
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)\\.$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "approx", "no", "nos", "vs", "e.g", "i.e", "eg", "ie", "etc", "php", "pcs", "pc", "in", "qty", "max", "min", "st", "mr", "mrs",
            "dr",
            "inc", "co", "ltd", "cm", "mm", "ft", "oz", "lb", "lbs", "est", "incl", "ca", "p", "g");
    /// Of these the full stop is only theirs where no number stands before them.
    private static final Set<String> UNITS = Set.of("php", "pcs", "pc", "in", "cm", "mm", "ft", "oz", "lb", "lbs", "g", "p");
    private static final Pattern MARK_UP = Pattern.compile("</?[a-zA-Z]{1,6}>|[*`#]|^\\s*>+");
    private static final Pattern WISHED = Pattern.compile(
            "(?i)\\b(?:require\\w*|needs?|needed|wants?|wanted|criteria|criterion|constraints?|conditions?|user|query|request\\w*"
                    + "|looking for|search\\w*|must|should|plan|steps?|keywords?|filters?|task|preferences?|specifications? asked)\\b");
    private static final Pattern MET = Pattern
            .compile("(?i)\\b(?:found|match\\w*|meets?|met|fulfil\\w*|satisf\\w*|fits?|recommend\\w*|has|chosen"
                    + "|selected)\\b");

    private final List<Sentence> sentences = new ArrayList<>();

    private Sentences() {}

    /// Those of the thought, then those of the answer.
    static List<Sentence> of(Step step) {
        Sentences sentences = new Sentences();
        step.think().ifPresent(text -> sentences.add(Span.Field.THINK, text));
        step.response().ifPresent(text -> sentences.add(Span.Field.RESPONSE, text));
        return sentences.sentences;
    }

    private void add(Span.Field field, String text) {
        Matcher lines = LINE.matcher(text);
        boolean wished = false;
        int last = 0;
        List<String> header = List.of();
        while (lines.find()) {
            String line = lines.group();
            boolean gap = text.substring(last, lines.start()).chars().filter(each -> each == '\n').count() > 1;
            last = lines.end();
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = Sentence.cells(line);
            if (isRule(line)) {
                continue;
            }
            Matcher marker = MARKER.matcher(line);
            boolean item = marker.find();
            int number = item && marker.group(1) != null ? Integer.parseInt(marker.group(1)) : 0;
            if (!item) {
                header = List.of();
                wished &= !gap && isIndented(line);
            }
            if (cells.size() > 2 && header.isEmpty()) {
                header = cells;
                continue;
            }
            int from = item && cells.isEmpty() ? marker.end() : 0;
            keys(field, text, lines.start() + from, lines.end(), new Line(number, item, header, wished));
            String clean = line.strip().replaceAll("[*_`#]+", "");
            if (clean.endsWith(":")) {
                boolean met = MET.matcher(clean).find();
                wished = (WISHED.matcher(clean).find() && !met) || (wished && item && !met);
            }
        }
    }

    /// The line below the head of a table.
    private static boolean isRule(String line) {
        return line.contains("--") && line.chars().allMatch(each -> each == '-' || each == ':' || each == '|' || each <= ' ');
    }

    private static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    private record Line(int number, boolean item, List<String> header, boolean wished) {
        /// What goes on with it in the same line.
        Line asItem() {
            return new Line(0, true, header, wished);
        }
    }

    private void cut(Span.Field field, String text, int from, int to, Line line) {
        int start = from;
        Matcher end = END.matcher(text).region(from, to);
        while (end.find()) {
            if (!isAbbreviated(text.substring(Math.max(start, end.start() - BACK), end.start() + 1),
                    end.end() < to ? text.charAt(end.end()) : ' ')) {
                bounded(field, text, start, end.end(), line);
                start = end.end();
            }
        }
        bounded(field, text, start, to, line);
    }

    /// Mark-up is as good as blank.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || "*`#>".indexOf(character) >= 0;
    }

    /// As one sentence, or as several where it is too long or gapes.
    private void bounded(Span.Field field, String text, int from, int to, Line line) {
        int gap = line.header().isEmpty() ? GAP : GAP_OF_A_ROW;
        int start = from;
        int word = from;
        int blanks = 0;
        for (int at = from; at < to; at++) {
            blanks = isBlank(text.charAt(at)) ? blanks + 1 : 0;
            if (blanks > gap) {
                add(field, text, start, at, line);
                start = at;
                word = at;
            } else if (at - start >= LONGEST) {
                int end = word > start ? word : Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
                add(field, text, start, end, line);
                start = end;
                word = end;
            }
            if (blanks > 0) {
                word = at;
            }
        }
        add(field, text, start, to, line);
    }

    /// The same, each `key: value` of a line that has several as a line of its own.
    private void keys(Span.Field field, String text, int from, int to, Line line) {
        int start = from;
        Matcher next = NEXT_KEY.matcher(text).region(from, to);
        while (line.header().isEmpty() && next.find()) {
            Line own = start == from ? line : line.asItem();
            cut(field, text, start, next.start(), own);
            start = next.end();
        }
        cut(field, text, start, to, start == from ? line : line.asItem());
    }

    /// Whether a full stop belongs to the word before it: an abbreviation behind which the sentence goes on with a number or in lower case.
    private static boolean isAbbreviated(String upTo, char next) {
        Matcher word = LAST_WORD.matcher(upTo);
        return (Character.isDigit(next) || Character.isLowerCase(next)) && word.find()
                && ABBREVIATIONS.contains(word.group(1).toLowerCase(Locale.ROOT))
                && (Character.isLowerCase(next) || !UNITS.contains(word.group(1).toLowerCase(Locale.ROOT))
                        || !upTo.matches("(?s).*\\d\\s*\\p{L}+\\.$"));
    }

    private void add(Span.Field field, String text, int from, int to, Line line) {
        int start = from;
        int end = to;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == end) {
            return;
        }
        String quote = text.substring(start, end);
        String clean = MARK_UP.matcher(quote).replaceAll(match -> " ".repeat(match.group().length()));
        sentences.add(new Sentence(
                new Span(field, start, end, quote), text.codePointCount(0, start), clean, WordForms.of(clean), line.number(), line.item(),
                line.header(), line.wished()));
    }
}
