package org.shoptrace.core.grounding;

import java.util.List;
import java.util.function.Function;
import org.shoptrace.model.finding.Claim;

/// Something that a sentence states, found and bound, but not judged yet.
///
/// @param text   what is stated, as it is stated
/// @param ids    of the products that it is stated of
/// @param check  whether it is so of one of them
/// @param actual what is so, in few words
/// @param denied whether the sentence says that it is not so
record Assertion(Claim.Kind kind, String text, List<String> ids, Check check, Function<Item, String> actual, boolean denied) {
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
