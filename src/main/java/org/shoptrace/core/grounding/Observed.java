package org.shoptrace.core.grounding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;

/// What an agent has been shown so far, product by product, as it was recorded.
final class Observed {
    private final Map<String, Shown> products = new HashMap<>();

    /// What was shown of one product.
    ///
    /// @param prices     as recorded
    /// @param attributes variants' options and attributes, as `key: value` with [#key] applied
    record Shown(Set<Double> prices, Set<String> shops, Set<String> attributes) {
        Shown() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    Map<String, Shown> products() {
        return products;
    }

    void add(Step step) {
        step.calls().forEach(call -> add(call.observation().orElseGet(Observation.Failed::new)));
    }

    private void add(Observation observation) {
        switch (observation) {
            case Observation.Found found -> found.hits().forEach(hit -> {
                Shown shown = of(hit.productId());
                hit.price().ifPresent(price -> shown.prices().add(price.asDouble()));
                shown.shops().add(hit.shopId());
            });
            case Observation.Viewed viewed -> viewed.details()
                    .forEach(detail -> of(detail.productId()).attributes().addAll(pairs(detail.variants(), detail.attributes())));
            default -> {}
        }
    }

    /// Every option and attribute as `key: value`.
    static Set<String> pairs(List<Variant> variants, SequencedMap<String, List<String>> attributes) {
        Set<String> pairs = new HashSet<>();
        variants.forEach(variant -> variant.options().forEach((key, value) -> pairs.add(pair(key, value))));
        attributes.forEach((key, values) -> values.forEach(value -> pairs.add(pair(key, value))));
        return pairs;
    }

    static String pair(String key, String value) {
        return key(key) + ": " + value.strip().toLowerCase(Locale.ROOT);
    }

    /// A key as people and files write it alike: `Color family` is `color_family`.
    static String key(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private Shown of(String productId) {
        return products.computeIfAbsent(productId, _ -> new Shown());
    }
}
