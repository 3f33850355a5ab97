package org.shoptrace.core.search;

import java.util.List;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.QueryCursor.Head;
import org.shoptrace.core.search.QueryCursor.Piece;
import org.shoptrace.core.search.QueryGrammar.Leaves;

/// What can be asked of a product, inside `seen:(…)` and its like.
final class ProductConditions implements Leaves<Thing> {
    private final QueryGrammar grammar;

    ProductConditions(QueryGrammar grammar) {
        this.grammar = grammar;
    }

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
        QueryGrammar.Sought sought = grammar.sought(piece);
        return new Thing.Named(sought.words(), sought.prefix(), piece.text());
    }

    @Override
    public Thing field(Head head) throws QuerySyntaxException {
        Piece value = grammar.cursor().value(head);
        return switch (head.name()) {
            case "price" -> new Thing.Costs(head.relation(), grammar.number(value));
            case "service" -> new Thing.Offers(value.text());
            case "shop" -> new Thing.OfShop(value.text());
            default -> throw grammar.unknown(head, QueryParser.PRODUCT_FIELDS.stream().map(List::getFirst).toList());
        };
    }

    @Override
    public boolean knows(String name) {
        return QueryParser.PRODUCT_FIELDS.stream().anyMatch(field -> field.getFirst().equals(name));
    }
}
