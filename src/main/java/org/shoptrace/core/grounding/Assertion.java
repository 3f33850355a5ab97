package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shoptrace.model.finding.Claim;

/// Something that a sentence states, found and bound, but not judged yet.
///
/// @param text   what is stated, as it is stated
/// @param ids    of the products that it is stated of
/// @param check  whether it is so of one of them
/// @param actual what is so, in few words
/// @param denied whether the sentence says that it is not so
/// @param particular whether it can be of another product, as a price can and a bound cannot
/// @param owner      whether another product has it under that very key, for what the product itself has no key for; empty where that
///                   tells nothing
record Assertion(
        Claim.Kind kind,
        String text,
        List<String> ids,
        Check check,
        Function<Item, String> actual,
        boolean denied,
        boolean particular,
        Optional<Predicate<Item>> owner) {
    Assertion(Claim.Kind kind, String text, List<String> ids, Check check, Function<Item, String> actual, boolean denied) {
        this(kind, text, ids, check, actual, denied, true, Optional.empty());
    }

    Assertion(
            Claim.Kind kind, String text, List<String> ids, Check check, Function<Item, String> actual, boolean denied,
            boolean particular) {
        this(kind, text, ids, check, actual, denied, particular, Optional.empty());
    }

    Assertion of(Predicate<Item> other) {
        return new Assertion(kind, text, ids, check, actual, denied, particular, Optional.of(other));
    }

    /// Whether what is stated is so of a product, as far as that much of it tells.
    @FunctionalInterface
    interface Check {
        Truth of(Item item);
    }

    Assertion {
        ids = List.copyOf(ids);
    }

    Truth truth(Item item) {
        return denied ? check.of(item).negated() : check.of(item);
    }

    /// Whether search results show it; details do otherwise.
    boolean isInResults() {
        return switch (kind) {
            case PRICE, SHOP_ID, SERVICE, SOLD, TITLE -> true;
            default -> false;
        };
    }
}
