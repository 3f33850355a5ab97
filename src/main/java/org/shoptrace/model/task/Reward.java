package org.shoptrace.model.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.catalog.Product;

/// The requirements of one target, the product that a part of a task was built from.
///
/// @param titles     titles that a recommended product's title must resemble
/// @param skuOptions `{key: value}` objects as the file lists them; a pair may stand in several and then counts as often
/// @param attributes `{key: [values]}` objects as the file lists them
/// @param services   wire names that the product must offer
/// @param record     the whole product, which is what web tasks carry as their reward
public record Reward(
        String productId,
        List<String> titles,
        List<SequencedMap<String, String>> skuOptions,
        List<SequencedMap<String, List<String>>> attributes,
        List<String> services,
        List<PriceRange> prices,
        Optional<Product> record) {

    public Reward {
        titles = List.copyOf(titles);
        skuOptions = skuOptions.stream()
                .map(options -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options)))
                .toList();
        attributes = attributes.stream()
                .map(pairs -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pairs)))
                .toList();
        services = List.copyOf(services);
        prices = List.copyOf(prices);
    }
}
