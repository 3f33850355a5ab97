package org.shoptrace.ui.sandbox;

import org.shoptrace.model.catalog.Product;

/// What the product's side of the screen shows.
public sealed interface ProductPage {

    /// No product has been opened.
    record Nothing() implements ProductPage {}

    /// The product is being read, or waits for the catalogue.
    record Opening(String productId) implements ProductPage {}

    record Shown(Product product) implements ProductPage {}

    /// The catalogue has no product of that id.
    record Unknown(String productId) implements ProductPage {}

    /// The index cannot be read.
    record Failed(String productId, String message) implements ProductPage {}

    /// The id of the product that is open or opening; empty text when there is none.
    default String id() {
        return switch (this) {
            case Nothing _ -> "";
            case Opening(String id) -> id;
            case Shown(Product product) -> product.productId();
            case Unknown(String id) -> id;
            case Failed(String id, String _) -> id;
        };
    }
}
