package org.shoptrace.core.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

/// The catalogue and the two tools over it, with answers equal to the benchmark's own server for every request.
/// Safe for use by several threads.
public interface Sandbox extends AutoCloseable {

    /// What the catalogue was built from.
    CatalogInfo info();

    default CatalogFingerprint fingerprint() {
        return info().fingerprint();
    }

    /// How many products it holds.
    default int size() {
        return info().documents();
    }

    /// The tool `find_product`.
    ///
    /// @throws ShoptraceException when `q` is missing while the page is valid, when there are more different terms than the
    ///     engine's limit of 1,024, or when the index cannot be read
    FindAnswer find(FindRequest request) throws ShoptraceException;

    /// As [#find(FindRequest)] by the rules of another server. An engine that cannot follow them answers by its own.
    default FindAnswer find(FindRequest request, SearchRules rules) throws ShoptraceException {
        return find(rules.read(request));
    }

    /// The product of that id; empty when the catalogue does not know it.
    ///
    /// @throws ShoptraceException when the index cannot be read
    Optional<Product> product(String productId) throws ShoptraceException;

    /// The place of a product among all that match `q`, counted from 1, whatever the cut-offs and without filters;
    /// empty when the product does not match or is not in the catalogue.
    ///
    /// @throws ShoptraceException when there are too many different terms, or the index cannot be read
    OptionalInt rank(String q, String productId) throws ShoptraceException;

    /// Why the product ranks where [#rank] says; empty when it is not in the catalogue, or when the engine cannot tell.
    ///
    /// @throws ShoptraceException as [#rank]
    default Optional<Explanation> explain(String q, String productId) throws ShoptraceException {
        return Optional.empty();
    }

    /// The product's record as its document has it, with fields that [Product] does not know.
    ///
    /// @throws ShoptraceException when the index cannot be read
    default Optional<Json.Obj> record(String productId) throws ShoptraceException {
        return product(productId).map(ProductCodec::encode);
    }

    /// The products that `view_product_information` shows for `product_ids`: split at every comma, nothing trimmed, in the order asked for,
    /// a repeated id repeated, unknown ids left out.
    default List<Product> view(String productIds) throws ShoptraceException {
        List<Product> products = new ArrayList<>();
        for (String id : productIds.split(",", -1)) {
            product(id).ifPresent(products::add);
        }
        return products;
    }

    @Override
    void close();
}
