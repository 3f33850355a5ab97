package org.shoptrace.core.sandbox;

import java.util.List;
import org.shoptrace.model.catalog.Product;

/// An answer of `find_product`.
///
/// @param products the page asked for, in order, at most ten; whole products, of which an agent is shown
///                 product_id, shop_id, title, price, service and sold_count only
/// @param kept     how many products the request keeps over all its pages, at most 50
public record FindAnswer(List<Product> products, int kept) {
    public static final FindAnswer NOTHING = new FindAnswer(List.of(), 0);

    public FindAnswer {
        products = List.copyOf(products);
    }
}
