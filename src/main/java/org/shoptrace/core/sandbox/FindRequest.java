package org.shoptrace.core.sandbox;

import org.jspecify.annotations.Nullable;

/// A request of `find_product` as it stands on the wire: every parameter is a text, null when it is missing.
/// Nothing is trimmed or corrected here; what odd values mean is the sandbox's business.
///
/// @param q       the words to search for; missing is a bad request unless the page already makes the answer empty
/// @param page    decimal digits, 1..5; anything else answers nothing
/// @param shopId  a shop's id, compared as text; null or empty: any shop
/// @param price   `low-high` in Philippine peso, inclusive
/// @param sort    `priceasc`, `pricedesc` or `order`; anything else keeps the rank order
/// @param service wire names joined by commas
public record FindRequest(
        @Nullable String q,
        @Nullable String page,
        @Nullable String shopId,
        @Nullable String price,
        @Nullable String sort,
        @Nullable String service) {

    /// A search for `q`, first page, nothing filtered.
    public static FindRequest of(String q) {
        return new FindRequest(q, "1", null, null, null, null);
    }

    public FindRequest withPage(String page) {
        return new FindRequest(q, page, shopId, price, sort, service);
    }
}
