package org.shoptrace.core.search;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.search.QuerySyntaxException.Correction;

/// A place in the text of a question, and the pieces that can begin there.
final class QueryCursor {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)(:>=|:<=|:>|:<|>=|<=|:|=|>|<)");
    private static final String ENDS = "()\"";

    private final String query;
    private int at;

    QueryCursor(String query) {
        this.query = query;
    }

    /// The name of a field and how it is compared.
    record Head(String name, int start, int nameEnd, Relation relation) {}

    /// A piece of text.
    ///
    /// @param quoted whether it stood in quotes
    record Piece(String text, boolean quoted, int start) {}

    int at() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean atEnd() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        return at >= query.length();
    }

    boolean looksAt(char c) {
        return !atEnd() && query.charAt(at) == c;
    }

    boolean take(char c) {
        boolean there = looksAt(c);
        at += there ? 1 : 0;
        return there;
    }

    /// A minus that belongs to what follows, or the word NOT.
    boolean takeNot() {
        boolean minus = looksAt('-') && at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1));
        at += minus ? 1 : 0;
        return minus || takeWord("NOT");
    }

    /// A word of the language, which is written in capitals.
    boolean takeWord(String word) {
        boolean there = !atEnd() && query.startsWith(word, at) && ends(at + word.length());
        at += there ? word.length() : 0;
        return there;
    }

    private boolean ends(int position) {
        return position >= query.length() || Character.isWhitespace(query.charAt(position)) || ENDS.indexOf(query.charAt(position)) >= 0;
    }

    /// A field's name and relation, when one is here.
    Optional<Head> takeHead(Predicate<String> known) {
        Matcher matcher = FIELD.matcher(query).region(at, query.length());
        if (!matcher.lookingAt() || (matcher.group(2).length() == 1 && matcher.group(2).equals("=") && !known.test(name(matcher)))) {
            return Optional.empty();
        }
        Head head = new Head(name(matcher), at, matcher.end(1), relation(matcher.group(2)));
        at = matcher.end();
        return Optional.of(head);
    }

    private static String name(Matcher matcher) {
        return matcher.group(1).toLowerCase(Locale.ROOT);
    }

    private static Relation relation(String sign) {
        return switch (sign.startsWith(":") && sign.length() > 1 ? sign.substring(1) : sign) {
            case "<" -> Relation.LESS;
            case "<=" -> Relation.AT_MOST;
            case ">" -> Relation.MORE;
            case ">=" -> Relation.AT_LEAST;
            default -> Relation.EQUAL;
        };
    }

    /// The value of a field, which begins here, without a space before it.
    Piece value(Head head) throws QuerySyntaxException {
        if (at >= query.length() || Character.isWhitespace(query.charAt(at)) || query.charAt(at) == ')') {
            throw problem("a value is due after " + head.name() + head.relation().sign(), at, "Write it without a space before it");
        }
        return piece();
    }

    /// A phrase in quotes, or what goes on to the next space, bracket or quote.
    Piece piece() throws QuerySyntaxException {
        int start = at;
        if (query.charAt(at) == '"') {
            int end = query.indexOf('"', at + 1);
            if (end < 0) {
                throw problem("the quote is never closed", at, "Close it with another \"");
            }
            at = end + 1;
            return new Piece(query.substring(start + 1, end), true, start);
        }
        while (!ends(at)) {
            at++;
        }
        return new Piece(query.substring(start, at), false, start);
    }

    QuerySyntaxException problem(String what, int position, String remedy) {
        return new QuerySyntaxException(what, query, position, remedy, Optional.empty());
    }

    QuerySyntaxException problem(String what, int position, String remedy, Optional<Correction> correction) {
        return new QuerySyntaxException(what, query, position, remedy, correction);
    }

    String rest(int from) {
        int end = from;
        while (!ends(end)) {
            end++;
        }
        return query.substring(from, end);
    }
}
