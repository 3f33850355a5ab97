package org.shoptrace.ui.sandbox;

import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.ui.kit.Counts;

/// Where a product stands for some words, and why.
///
/// @param sentence  empty while there is nothing to say
/// @param why       which words put it there; empty where the engine does not tell
/// @param catalogue how many products there are, which rarity is reckoned by
record ProductPlace(String sentence, Optional<Explanation> why, int catalogue) {
    static final ProductPlace NOTHING = new ProductPlace("", Optional.empty(), 0);

    /// @throws ShoptraceException as [Sandbox#rank]
    static ProductPlace of(Sandbox sandbox, String words, String productId) throws ShoptraceException {
        OptionalInt rank = sandbox.rank(words, productId);
        String sentence = rank.isPresent()
                ? "Place " + Counts.grouped(rank.getAsInt()) + " for “" + words + "”, before any filter"
                : "Does not match “" + words + "”";
        return new ProductPlace(sentence, sandbox.explain(words, productId), sandbox.size());
    }

    static ProductPlace failed(String message) {
        return new ProductPlace(message, Optional.empty(), 0);
    }
}
