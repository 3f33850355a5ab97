package org.shoptrace.core.search;

import java.util.Collections;
import java.util.List;
import org.shoptrace.core.search.Query.Thing;

/// Whether a product is of a kind, told by looking at it.
public final class ThingMatch {
    private ThingMatch() {}

    public static boolean is(MetProduct product, Thing thing) {
        return switch (thing) {
            case Thing.AllOf(List<Thing> parts) -> parts.stream().allMatch(part -> is(product, part));
            case Thing.AnyOf(List<Thing> parts) -> parts.stream().anyMatch(part -> is(product, part));
            case Thing.No(Thing part) -> !is(product, part);
            case Thing.Named named -> isNamed(product, named);
            case Thing.Costs(Relation relation, double price) ->
                product.price().isPresent() && relation.holds(product.price().getAsDouble(), price);
            case Thing.Offers(String name) -> product.services().stream().anyMatch(name::equalsIgnoreCase);
            case Thing.OfShop(String shop) -> product.shopId().equals(shop);
        };
    }

    private static boolean isNamed(MetProduct product, Thing.Named named) {
        if (product.productId().equalsIgnoreCase(named.id())) {
            return true;
        }
        List<String> title = product.title().map(Words::folded).orElse(List.of());
        return named.prefix()
                ? title.stream().anyMatch(word -> word.startsWith(named.words().getFirst()))
                : Collections.indexOfSubList(title, named.words()) >= 0;
    }
}
