package org.shoptrace.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.catalog.Product;

/// A search with all filters set: three words, one shop, a price range, one service.
record FilteredSearch(String q, String shopId, double low, double high, String service) {

    /// A search that a product of the catalogue answers: words of its title, its shop, a price range around its middle half.
    static FilteredSearch draw(BenchCatalog catalog, SplittableRandom random) {
        while (true) {
            Product product = catalog.product(random.nextInt(catalog.size()));
            if (!product.services().isEmpty()) {
                List<String> words = Arrays.asList(product.title().split(" "));
                String q = String.join(" ", draw(words, random), draw(words, random), draw(words, random));
                double low = 50 + random.nextInt(50);
                return new FilteredSearch(q, product.shopId(), low, low * (6 + random.nextInt(3)), draw(product.services(), random));
            }
        }
    }

    private static String draw(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    boolean accepts(Product product) {
        return product.shopId().equals(shopId)
                && product.priceValue() >= low
                && product.priceValue() <= high
                && product.services().contains(service);
    }

    FindRequest request(int page) {
        return new FindRequest(q, Integer.toString(page), shopId, low + "-" + high, null, service);
    }
}
