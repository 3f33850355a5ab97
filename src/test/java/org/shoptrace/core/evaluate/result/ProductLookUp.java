package org.shoptrace.core.evaluate.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.model.catalog.Product;

/// An open catalogue that is not searched.
public record ProductLookUp(ProductSource products, CatalogInfo info) implements Sandbox {
    public static Sandbox empty() {
        return of(_ -> Optional.empty());
    }

    public static Sandbox of(ProductSource products) {
        return new ProductLookUp(products,
                new CatalogInfo(21, 0, new CatalogFingerprint("ab12cd34ef" + "0".repeat(54)), Instant.EPOCH, List.of()));
    }

    @Override
    public FindAnswer find(FindRequest request) {
        throw new AssertionError("not searched");
    }

    @Override
    public Optional<Product> product(String productId) throws ShoptraceException {
        return products.product(productId);
    }

    @Override
    public OptionalInt rank(String q, String productId) {
        return OptionalInt.empty();
    }

    @Override
    public void close() {}
}
