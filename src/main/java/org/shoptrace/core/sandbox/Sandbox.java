package org.shoptrace.core.sandbox;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;

/// The catalogue and the two tools over it, with answers equal to the benchmark's own server for every request.
/// Safe for use by several threads.
public interface Sandbox extends AutoCloseable {

    CatalogFingerprint fingerprint();

    /// How many products it holds.
    int size();

    /// The tool `find_product`.
    ///
    /// @throws ShoptraceException when `q` is missing while the page is valid, when there are more different terms than the
    ///     engine's limit of 1,024, or when the index cannot be read
    FindAnswer find(FindRequest request) throws ShoptraceException;

    /// The product of that id; empty when the catalogue does not know it.
    ///
    /// @throws ShoptraceException when the index cannot be read
    Optional<Product> product(String productId) throws ShoptraceException;

    /// The products that `view_product_information` shows for `product_ids`: split at every comma, nothing trimmed, in the order asked for, a
    /// repeated id repeated, unknown ids left out.
    default List<Product> view(String productIds) throws ShoptraceException {
        List<Product> products = new java.util.ArrayList<>();
        for (String id : productIds.split(",", -1)) {
            product(id).ifPresent(products::add);
        }
        return products;
    }

    @Override
    void close();
}
