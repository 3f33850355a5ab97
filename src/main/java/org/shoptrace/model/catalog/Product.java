package org.shoptrace.model.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;

/// A product of the catalogue, whole: what is true, not only what an agent is shown.
///
/// @param price     Philippine peso; as written, since answers repeat the number's form (`100` or `100.0`)
/// @param soldCount pieces sold; as written, for the same reason
/// @param category  levels joined by ` > `
/// @param services  wire names, see [Service]; an unknown name is kept
/// @param variants  at most nine in published catalogues, in file order
/// @param attributes key → values, lower case in published catalogues
public record Product(
        String productId,
        String shopId,
        String brand,
        String category,
        String title,
        String shortDescription,
        String description,
        String specification,
        Json.Num price,
        Json.Num soldCount,
        List<Variant> variants,
        SequencedMap<String, List<String>> attributes,
        List<String> services,
        String mainImageUrl,
        String productUrl) {

    public Product {
        variants = List.copyOf(variants);
        services = List.copyOf(services);
        SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
        attributes.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        attributes = Collections.unmodifiableSequencedMap(copy);
    }

    /// The price as the double that filters and scores compare.
    public double priceValue() {
        return price.asDouble();
    }
}
