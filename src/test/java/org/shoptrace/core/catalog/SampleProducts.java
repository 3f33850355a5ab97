package org.shoptrace.core.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// Small catalogues for tests.
public final class SampleProducts {
    private SampleProducts() {}

    /// A product with no variants, attributes or texts but its title.
    public static Product product(String id, String title, String shop, String price, List<String> services) {
        return product(id, title, shop, price, "0", services);
    }

    public static Product product(String id, String title, String shop, String price, String sold, List<String> services) {
        return new Product(
                id, shop, "", "", title, "", "", "", new Json.Num(price), new Json.Num(sold), List.of(), new LinkedHashMap<>(), services,
                "", "");
    }

    /// Three products in two shops, one of them with a variant, an attribute and text beyond ASCII.
    public static List<Document> three() {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("color_family", "blue");
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("material", List.of("café leather", "blue"));
        Product wallet = new Product(
                "30", "7", "ACME", "Bags > Wallets", "Blue wallet", "Short", "Long", "Spec", new Json.Num("1e2"), new Json.Num("4"),
                List.of(new Variant("1", options)), attributes, List.of("COD", "official"), "", "");
        return List.of(
                Document.of(wallet),
                Document.of(product("20", "Red wallet", "7", "250.5", List.of())),
                Document.of(product("100", "Red lamp", "8", "80", List.of("freeShipping"))));
    }
}
