package org.shoptrace.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.search.QueryCursor.Head;
import org.shoptrace.core.search.QueryCursor.Piece;
import org.shoptrace.core.search.QuerySyntaxException.Correction;

/// How the conditions of a question are put together, whatever they are about: one after the other, `OR`, `-`, brackets; and how many.
final class QueryGrammar {
    /// A value or name longer than this is told only in part, in UTF-16 units.
    private static final int LONGEST = 80;

    private final QueryCursor cursor;
    private int words;
    private int depth;

    QueryGrammar(QueryCursor cursor) {
        this.cursor = cursor;
    }

    /// What conditions are made into: questions about runs, or about products.
    interface Leaves<T> {
        T all(List<T> parts);

        T any(List<T> parts);

        T not(T part);

        T text(Piece piece) throws QuerySyntaxException;

        T field(Head head) throws QuerySyntaxException;

        boolean knows(String name);
    }

    QueryCursor cursor() {
        return cursor;
    }

    /// What several conditions with `OR` between them are.
    <T> T any(Leaves<T> leaves) throws QuerySyntaxException {
        List<T> parts = new ArrayList<>(List.of(all(leaves)));
        while (cursor.takeWord("OR")) {
            parts.add(all(leaves));
        }
        return parts.size() == 1 ? parts.getFirst() : leaves.any(parts);
    }

    private <T> T all(Leaves<T> leaves) throws QuerySyntaxException {
        List<T> parts = new ArrayList<>();
        int start = cursor.at();
        while (!cursor.atEnd() && !cursor.looksAt(')')) {
            int before = cursor.at();
            if (cursor.takeWord("OR")) {
                if (!parts.isEmpty()) {
                    // It belongs to any(), which looks for it again.
                    return withCursorBack(leaves, parts, before);
                }
                throw cursor.problem("there is nothing before OR", before, "Write it between two conditions, or put it in quotes");
            }
            if (!cursor.takeWord("AND")) {
                parts.add(one(leaves));
            }
        }
        if (parts.isEmpty()) {
            throw cursor.problem("a condition is missing", Math.max(start, cursor.at()), "Write a word or field:value");
        }
        return parts.size() == 1 ? parts.getFirst() : leaves.all(parts);
    }

    private <T> T withCursorBack(Leaves<T> leaves, List<T> parts, int position) {
        cursor.back(position);
        return parts.size() == 1 ? parts.getFirst() : leaves.all(parts);
    }

    private <T> T one(Leaves<T> leaves) throws QuerySyntaxException {
        int start = cursor.at();
        if (cursor.takeNot()) {
            if (cursor.atEnd() || cursor.looksAt(')')) {
                throw cursor.problem("a condition is missing", cursor.at(), "Write what it is not");
            }
            deeper(start);
            T not = leaves.not(one(leaves));
            depth--;
            return not;
        }
        if (cursor.looksAt('(')) {
            return bracket(leaves);
        }
        Optional<Head> head = cursor.takeHead(leaves::knows);
        count(1, start);
        return head.isPresent() ? leaves.field(head.get()) : leaves.text(cursor.piece());
    }

    private void deeper(int position) throws QuerySyntaxException {
        if (++depth > QueryParser.DEEPEST) {
            throw cursor.problem(
                    "more than " + QueryParser.DEEPEST + " brackets and negations stand within each other", position,
                    "Take away those that are not needed");
        }
    }

    private void count(int more, int position) throws QuerySyntaxException {
        words += more;
        if (words > QueryParser.MOST_WORDS) {
            throw cursor.problem("the question has more than " + QueryParser.MOST_WORDS + " words and conditions", position,
                    "Ask for fewer, say for those that only this text has");
        }
    }

    /// What stands in a bracket that begins here.
    <T> T bracket(Leaves<T> leaves) throws QuerySyntaxException {
        int opening = cursor.at();
        deeper(opening);
        cursor.take('(');
        T inner = any(leaves);
        if (!cursor.take(')')) {
            throw cursor.problem("the bracket is never closed", opening, "Close it with )");
        }
        depth--;
        return inner;
    }

    QuerySyntaxException unknown(Head head, List<String> names) {
        Optional<String> near = Spelling.near(head.name(), names);
        String written = brief(cursor.rest(head.start()).replace("\"", ""));
        return cursor.problem(
                "there is no field " + brief(head.name()) + near.map(name -> "; did you mean " + name + "?").orElse(""),
                head.start(),
                "To search for the text, put it in quotes: \"" + written + "\"",
                near.map(name -> new Correction(head.start(), head.nameEnd(), name)));
    }

    /// A part of a question as a message names it.
    static String brief(String text) {
        int end = Math.min(text.length(), LONGEST);
        end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end) + (end < text.length() ? "…" : "");
    }

    /// Folded words and whether the last may go on.
    record Sought(List<String> words, boolean prefix) {}

    Sought sought(Piece piece) throws QuerySyntaxException {
        boolean prefix = !piece.quoted() && piece.text().length() > 1 && piece.text().endsWith("*");
        List<String> words = Words.folded(prefix ? piece.text().substring(0, piece.text().length() - 1) : piece.text());
        if (words.isEmpty()) {
            throw cursor.problem("there is nothing to search for", piece.start(), "Write a word or a sign");
        }
        if (prefix && words.size() > 1) {
            throw cursor.problem("a star can end only a single word", piece.start(), "Search for the parts apart, or put all in quotes");
        }
        // One was counted with the condition.
        count(words.size() - 1, piece.start());
        return new Sought(words, prefix);
    }

    void equality(Head head) throws QuerySyntaxException {
        if (head.relation() != Relation.EQUAL) {
            throw cursor.problem(head.name() + " is no number", head.start(), "Write " + head.name() + ":…");
        }
    }

    double number(Piece value) throws QuerySyntaxException {
        try {
            return RunField.parse(value.text());
        } catch (IllegalArgumentException e) {
            throw cursor.problem("\"" + brief(value.text()) + "\" is no number", value.start(), "Write one, as in >10");
        }
    }
}
