package org.shoptrace.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// Products for tests of screens.
public final class Products {
    private Products() {}

    public static Product product(String id, String shop, String title, double price, String... services) {
        return new Product(
                id,
                shop,
                "Brandname",
                "Home > Kitchen",
                title,
                "Short words on it",
                "Long words on it",
                "Specified in full",
                Json.Num.of(price),
                Json.Num.of(1200L),
                List.of(
                        new Variant("1", new LinkedHashMap<>(Map.of("color_family", "red"))),
                        new Variant("2", new LinkedHashMap<>(Map.of("color_family", "grey")))),
                new LinkedHashMap<>(Map.of("material", List.of("steel"))),
                List.of(services),
                "",
                "");
    }

    /// Kettles `k1`, `k2`… of the shops `s0`, `s1`, `s2` in turn; the n-th costs 10 n peso, every second one has cash on delivery.
    public static List<Product> kettles(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> n % 2 == 0
                        ? product("k" + n, "s" + n % 3, "Steel kettle " + n, 10.0 * n, "COD")
                        : product("k" + n, "s" + n % 3, "Steel kettle " + n, 10.0 * n))
                .toList();
    }
}
