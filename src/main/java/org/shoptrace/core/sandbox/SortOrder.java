package org.shoptrace.core.sandbox;

import org.jspecify.annotations.Nullable;

/// How the products that a search kept are ordered. Products with equal keys stay in rank order.
public enum SortOrder {
    RANK(""),
    PRICE_ASCENDING("priceasc"),
    PRICE_DESCENDING("pricedesc"),
    /// Most sold first.
    SOLD("order");

    private final String wireName;

    SortOrder(String wireName) {
        this.wireName = wireName;
    }

    /// The order of that wire name, compared exactly; every other text, and null, keeps the rank order.
    public static SortOrder ofWireName(@Nullable String name) {
        for (SortOrder order : values()) {
            if (order.wireName.equals(name)) {
                return order;
            }
        }
        return RANK;
    }

    public String wireName() {
        return wireName;
    }
}
