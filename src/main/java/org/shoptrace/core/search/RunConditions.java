package org.shoptrace.core.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.QueryCursor.Head;
import org.shoptrace.core.search.QueryCursor.Piece;
import org.shoptrace.core.search.QueryGrammar.Leaves;

/// What can be asked of runs and their steps.
final class RunConditions implements Leaves<Query> {
    static final String ROLE = "role";
    static final String TOOL = "tool";
    static final String STEP = "step";
    private static final int MOST_STEPS = 1_000_000_000;

    private final QueryGrammar grammar;

    RunConditions(QueryGrammar grammar) {
        this.grammar = grammar;
    }

    Query read() throws QuerySyntaxException {
        return grammar.any(this);
    }

    @Override
    public Query all(List<Query> parts) {
        List<Role> roles = parts.stream().flatMap(RunConditions::scope).toList();
        List<Query> rest = parts.stream().filter(part -> scope(part).findAny().isEmpty()).toList();
        if (roles.size() != 1 || rest.stream().noneMatch(RunConditions::isOpen)) {
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
            case Query.All(List<Query> parts) -> parts.stream().anyMatch(RunConditions::isOpen);
            case Query.Any(List<Query> parts) -> parts.stream().anyMatch(RunConditions::isOpen);
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
        QueryGrammar.Sought sought = grammar.sought(piece);
        return new Said(Optional.empty(), sought.words(), sought.prefix());
    }

    @Override
    public Query field(Head head) throws QuerySyntaxException {
        Optional<Role> role = Role.ofWireName(head.name());
        if (role.isPresent()) {
            grammar.equality(head);
            return grammar.cursor().looksAt('(')
                    ? scoped(grammar.bracket(this), role.get())
                    : said(role.get(), grammar.cursor().value(head));
        }
        Optional<Way> way = Stream.of(Way.values()).filter(w -> w.wireName().equals(head.name())).findFirst();
        if (way.isPresent()) {
            grammar.equality(head);
            ProductConditions products = new ProductConditions(grammar);
            return new Query.Met(way.get(),
                    grammar.cursor().looksAt('(') ? grammar.bracket(products) : products.text(grammar.cursor().value(head)));
        }
        Piece value = grammar.cursor().value(head);
        return switch (head.name()) {
            case ROLE -> {
                grammar.equality(head);
                yield new Said(Optional.of(role(value)), List.of(), false);
            }
            case TOOL -> {
                grammar.equality(head);
                yield new Query.Called(value.text().toLowerCase(Locale.ROOT));
            }
            case STEP -> new Query.AtStep(head.relation(), whole(value));
            default -> {
                if (!knows(head.name())) {
                    throw grammar.unknown(head, names());
                }
                yield test(head.name(), head.relation(), value);
            }
        };
    }

    private Query said(Role role, Piece value) throws QuerySyntaxException {
        QueryGrammar.Sought sought = grammar.sought(value);
        return new Said(Optional.of(role), sought.words(), sought.prefix());
    }

    private Role role(Piece value) throws QuerySyntaxException {
        return Role.ofWireName(value.text()).orElseThrow(() -> grammar.cursor().problem(
                "there is no role " + QueryGrammar.brief(value.text()), value.start(),
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
            throw grammar.cursor().problem(
                    "\"" + QueryGrammar.brief(value.text()) + "\" is no value of " + QueryGrammar.brief(name) + "; " + e.getMessage(),
                    value.start(),
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
        return Stream.concat(QueryParser.STEP_FIELDS.stream().map(List::getFirst), RunFields.ALL.stream().map(RunField::name))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    private int whole(Piece value) throws QuerySyntaxException {
        double number = grammar.number(value);
        if (number != Math.rint(number) || Math.abs(number) > MOST_STEPS) {
            throw grammar.cursor().problem("\"" + QueryGrammar.brief(value.text()) + "\" is no number of a step", value.start(),
                    "Write a whole number, as in step<=3");
        }
        return (int) number;
    }
}
