package org.shoptrace.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.QueryCursor.Head;
import org.shoptrace.core.search.QueryCursor.Piece;
import org.shoptrace.core.search.QuerySyntaxException.Correction;

/// Reads a question. The language, in short: words that a step must have, all of them; `"a phrase"`, word for word and sign for sign;
/// `begin*`; `-not this`; `this OR that`; brackets; `field:value` and `field>3` (see [RunFields], [#STEP_FIELDS]); products by
/// `seen:"garden hose"` or `viewed:(hose price>500 -service:COD)`.
public final class QueryParser {
    private static final String ROLE = "role";
    private static final String TOOL = "tool";
    private static final String STEP = "step";
    private static final int MOST_STEPS = 1_000_000_000;
    /// A value or name longer than this is told only in part, in UTF-16 units.
    private static final int LONGEST = 80;
    /// A long paragraph; beyond it a question says nothing that a text editor's search would not say better.
    static final int MOST_WORDS = 1_000;
    /// Brackets and negations within each other.
    static final int DEEPEST = 100;

    /// What can be asked of a step besides its words: name, meaning, example.
    public static final List<List<String>> STEP_FIELDS = stepFields();

    /// What can be asked of a product, inside `seen:(…)` and its like: name, meaning, example.
    public static final List<List<String>> PRODUCT_FIELDS = List.of(
            List.of("price", "its price, as the answer shows it", "seen:(hose price<500)"),
            List.of("service", "a service that it offers", "seen:(hose service:COD)"),
            List.of("shop", "its shop's id", "recommended:(shop:1234)"));

    private final QueryCursor cursor;
    private int words;
    private int depth;

    private QueryParser(String query) {
        this.cursor = new QueryCursor(query);
    }

    /// @throws QuerySyntaxException when it cannot be read; with nothing in it, with more than [#MOST_WORDS] words and conditions, or
    /// with more than [#DEEPEST] brackets and negations within each other, too
    public static Query parse(String query) throws QuerySyntaxException {
        QueryParser parser = new QueryParser(query);
        if (parser.cursor.atEnd()) {
            throw parser.cursor.problem("there is nothing to search for", 0, "Write a word, or choose a question");
        }
        Query read = parser.any(parser.new OfRuns());
        if (!parser.cursor.atEnd()) {
            throw parser.cursor.problem("this bracket closes nothing", parser.cursor.at(), "Take it away, or put it in quotes");
        }
        return read;
    }

    private static List<List<String>> stepFields() {
        List<List<String>> fields = new ArrayList<>();
        for (Role role : Role.values()) {
            fields.add(List.of(role.wireName(), "words in " + role.label(), role.wireName() + ":hose"));
        }
        fields.add(List.of(ROLE, "whose words the others beside it are", "role:thought voucher"));
        fields.add(List.of(TOOL, "the step calls the tool", "tool:web_search"));
        fields.add(List.of(STEP, "the step's number", "step<=3"));
        for (Way way : Way.values()) {
            fields.add(List.of(way.wireName(), "a product that the run has " + (way == Way.SEEN ? "seen in any way" : way.wireName())
                    + ": its id, words of its title, or brackets", way.wireName() + ":\"garden hose\""));
        }
        return List.copyOf(fields);
    }

    /// What conditions are made into: questions about runs, or about products.
    private interface Leaves<T> {
        T all(List<T> parts);

        T any(List<T> parts);

        T not(T part);

        T text(Piece piece) throws QuerySyntaxException;

        T field(Head head) throws QuerySyntaxException;

        boolean knows(String name);
    }

    private <T> T any(Leaves<T> leaves) throws QuerySyntaxException {
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
        if (++depth > DEEPEST) {
            throw cursor.problem(
                    "more than " + DEEPEST + " brackets and negations stand within each other", position,
                    "Take away those that are not needed");
        }
    }

    private void count(int more, int position) throws QuerySyntaxException {
        words += more;
        if (words > MOST_WORDS) {
            throw cursor.problem("the question has more than " + MOST_WORDS + " words and conditions", position,
                    "Ask for fewer, say for those that only this text has");
        }
    }

    private <T> T bracket(Leaves<T> leaves) throws QuerySyntaxException {
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

    private QuerySyntaxException unknown(Head head, List<String> names) {
        Optional<String> near = Spelling.near(head.name(), names);
        String written = brief(cursor.rest(head.start()).replace("\"", ""));
        return cursor.problem(
                "there is no field " + brief(head.name()) + near.map(name -> "; did you mean " + name + "?").orElse(""),
                head.start(),
                "To search for the text, put it in quotes: \"" + written + "\"",
                near.map(name -> new Correction(head.start(), head.nameEnd(), name)));
    }

    /// A part of a question as a message names it.
    private static String brief(String text) {
        int end = Math.min(text.length(), LONGEST);
        end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end) + (end < text.length() ? "…" : "");
    }

    /// Folded words and whether the last may go on.
    private record Sought(List<String> words, boolean prefix) {}

    private Sought sought(Piece piece) throws QuerySyntaxException {
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

    private final class OfRuns implements Leaves<Query> {
        @Override
        public Query all(List<Query> parts) {
            List<Role> roles = parts.stream().flatMap(OfRuns::scope).toList();
            List<Query> rest = parts.stream().filter(part -> scope(part).findAny().isEmpty()).toList();
            if (roles.size() != 1 || rest.stream().noneMatch(OfRuns::isOpen)) {
                return new Query.All(parts);
            }
            List<Query> scoped = rest.stream().map(part -> scoped(part, roles.getFirst())).toList();
            return scoped.size() == 1 ? scoped.getFirst() : new Query.All(scoped);
        }

        /// `role:X` beside words says whose they are; alone, that there are any.
        private static Stream<Role> scope(Query part) {
            return part instanceof Said said && said.words().isEmpty() ? said.role().stream() : Stream.empty();
        }

        private static boolean isOpen(Query query) {
            return switch (query) {
                case Said said -> said.role().isEmpty();
                case Query.All(List<Query> parts) -> parts.stream().anyMatch(OfRuns::isOpen);
                case Query.Any(List<Query> parts) -> parts.stream().anyMatch(OfRuns::isOpen);
                case Query.Not(Query part) -> isOpen(part);
                default -> false;
            };
        }

        private static Query scoped(Query query, Role role) {
            return switch (query) {
                case Said said when said.role().isEmpty() -> new Said(Optional.of(role), said.words(), said.prefix());
                case Query.All(List<Query> parts) -> new Query.All(parts.stream().map(part -> scoped(part, role)).toList());
                case Query.Any(List<Query> parts) -> new Query.Any(parts.stream().map(part -> scoped(part, role)).toList());
                case Query.Not(Query part) -> new Query.Not(scoped(part, role));
                default -> query;
            };
        }

        @Override
        public Query any(List<Query> parts) {
            return new Query.Any(parts);
        }

        @Override
        public Query not(Query part) {
            return new Query.Not(part);
        }

        @Override
        public Query text(Piece piece) throws QuerySyntaxException {
            if (!piece.quoted() && piece.text().toLowerCase(Locale.ROOT).equals(RunFields.PAGED)) {
                return test(RunFields.PAGED, Relation.EQUAL, new Piece("yes", false, piece.start()));
            }
            Sought sought = sought(piece);
            return new Said(Optional.empty(), sought.words(), sought.prefix());
        }

        @Override
        public Query field(Head head) throws QuerySyntaxException {
            Optional<Role> role = Role.ofWireName(head.name());
            if (role.isPresent()) {
                equality(head);
                return cursor.looksAt('(') ? scoped(bracket(this), role.get()) : said(role.get(), cursor.value(head));
            }
            Optional<Way> way = Stream.of(Way.values()).filter(w -> w.wireName().equals(head.name())).findFirst();
            if (way.isPresent()) {
                equality(head);
                OfProducts products = new OfProducts();
                return new Query.Met(way.get(), cursor.looksAt('(') ? bracket(products) : products.text(cursor.value(head)));
            }
            Piece value = cursor.value(head);
            return switch (head.name()) {
                case ROLE -> {
                    equality(head);
                    yield new Said(Optional.of(role(value)), List.of(), false);
                }
                case TOOL -> {
                    equality(head);
                    yield new Query.Called(value.text().toLowerCase(Locale.ROOT));
                }
                case STEP -> new Query.AtStep(head.relation(), whole(value));
                default -> {
                    if (!knows(head.name())) {
                        throw unknown(head, names());
                    }
                    yield test(head.name(), head.relation(), value);
                }
            };
        }

        private Query said(Role role, Piece value) throws QuerySyntaxException {
            Sought sought = sought(value);
            return new Said(Optional.of(role), sought.words(), sought.prefix());
        }

        private Role role(Piece value) throws QuerySyntaxException {
            return Role.ofWireName(value.text()).orElseThrow(() -> cursor.problem(
                    "there is no role " + brief(value.text()), value.start(),
                    "It is one of " + String.join(", ", Stream.of(Role.values()).map(Role::wireName).toList())));
        }

        private Query test(String name, Relation relation, Piece value) throws QuerySyntaxException {
            RunField field = RunFields.ALL.stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> RunFields.ALL.stream().filter(f -> goesOn(f, name)).findFirst().orElseThrow());
            String rest = field.name().endsWith(".") ? name.substring(field.name().length()) : "";
            try {
                Function<RunRecord, Optional<Boolean>> test = field.reading().test(rest, relation, value.text());
                return new Query.Test(name + relation.sign() + value.text(), test);
            } catch (IllegalArgumentException e) {
                throw cursor.problem("\"" + brief(value.text()) + "\" is no value of " + brief(name) + "; " + e.getMessage(), value.start(),
                        "For example "
                                + field.example());
            }
        }

        private static boolean goesOn(RunField field, String name) {
            return field.name().endsWith(".") && name.startsWith(field.name()) && name.length() > field.name().length();
        }

        @Override
        public boolean knows(String name) {
            return names().contains(name) || RunFields.ALL.stream().anyMatch(field -> goesOn(field, name));
        }

        private static List<String> names() {
            return Stream.concat(STEP_FIELDS.stream().map(List::getFirst), RunFields.ALL.stream().map(RunField::name))
                    .sorted(Comparator.comparingInt(String::length))
                    .toList();
        }
    }

    private final class OfProducts implements Leaves<Thing> {
        @Override
        public Thing all(List<Thing> parts) {
            return new Thing.AllOf(parts);
        }

        @Override
        public Thing any(List<Thing> parts) {
            return new Thing.AnyOf(parts);
        }

        @Override
        public Thing not(Thing part) {
            return new Thing.No(part);
        }

        @Override
        public Thing text(Piece piece) throws QuerySyntaxException {
            Sought sought = sought(piece);
            return new Thing.Named(sought.words(), sought.prefix(), piece.text());
        }

        @Override
        public Thing field(Head head) throws QuerySyntaxException {
            Piece value = cursor.value(head);
            return switch (head.name()) {
                case "price" -> new Thing.Costs(head.relation(), number(value));
                case "service" -> new Thing.Offers(value.text());
                case "shop" -> new Thing.OfShop(value.text());
                default -> throw unknown(head, PRODUCT_FIELDS.stream().map(List::getFirst).toList());
            };
        }

        @Override
        public boolean knows(String name) {
            return PRODUCT_FIELDS.stream().anyMatch(field -> field.getFirst().equals(name));
        }
    }

    private void equality(Head head) throws QuerySyntaxException {
        if (head.relation() != Relation.EQUAL) {
            throw cursor.problem(head.name() + " is no number", head.start(), "Write " + head.name() + ":…");
        }
    }

    private int whole(Piece value) throws QuerySyntaxException {
        double number = number(value);
        if (number != Math.rint(number) || Math.abs(number) > MOST_STEPS) {
            throw cursor.problem("\"" + brief(value.text()) + "\" is no number of a step", value.start(),
                    "Write a whole number, as in step<=3");
        }
        return (int) number;
    }

    private double number(Piece value) throws QuerySyntaxException {
        try {
            return RunField.parse(value.text());
        } catch (IllegalArgumentException e) {
            throw cursor.problem("\"" + brief(value.text()) + "\" is no number", value.start(), "Write one, as in >10");
        }
    }
}
