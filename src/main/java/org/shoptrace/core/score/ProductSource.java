package org.shoptrace.core.score;

import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;

/// Where the scorer looks products up: `sandbox::product`, or a map in a test.
@FunctionalInterface
public interface ProductSource {
    Optional<Product> product(String productId) throws ShoptraceException;
}
