package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;

/// A product that search showed for a wish, and how much of the wish the shopper has found on it.
///
/// @param found how many of the wish's words stand in what it has seen of the product, spelled alike
record Candidate(String productId, String shopId, double price, String text, int found) {

    static Candidate of(Observation.Hit hit, Wish wish) {
        double price = hit.price().map(Json.Num::asDouble).orElse(0.0);
        return new Candidate(hit.productId(), hit.shopId(), price, hit.title(), count(hit.title(), wish));
    }

    /// This candidate after a look at its page. Variants are read as one heap of words: that no single one has all of them goes unnoticed.
    Candidate viewed(Observation.Detail detail, Wish wish) {
        List<String> words = new ArrayList<>();
        words.add(text);
        detail.variants().forEach(variant -> words.addAll(variant.options().values()));
        detail.attributes().values().forEach(words::addAll);
        String page = String.join(" ", words);
        return new Candidate(productId, shopId, price, page, count(page, wish));
    }

    private static int count(String text, Wish wish) {
        Set<String> words = Set.copyOf(QueryReader.words(text));
        return (int) wish.words().stream().filter(words::contains).count();
    }
}
