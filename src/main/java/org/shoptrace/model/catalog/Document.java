package org.shoptrace.model.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One line of a catalogue: a product and the text that searches see of it.
///
/// @param id       equals the product's id
/// @param contents the text that is indexed; descriptions, brand, category and specification are not in it
public record Document(String id, String contents, Product product) {

    /// The document of a product as the benchmark makes it: title, line break, the distinct SKU values joined by spaces, line break,
    /// the distinct attribute values joined by spaces.
    public static Document of(Product product) {
        Set<String> skuValues = new LinkedHashSet<>();
        product.variants().forEach(variant -> skuValues.addAll(variant.options().values()));
        Set<String> attributeValues = new LinkedHashSet<>();
        product.attributes().values().forEach(attributeValues::addAll);
        String contents = String.join(
                "\n", List.of(product.title(), String.join(" ", skuValues), String.join(" ", attributeValues)));
        return new Document(product.productId(), contents, product);
    }
}
