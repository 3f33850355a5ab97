package org.shoptrace.core.agent.scripted;

/// How a [Shopper] goes about its work; two shoppers of equal habits do the same.
///
/// @param shortlist    how many of the products that search shows for an item it considers at all
/// @param viewsPerItem how many of these it looks at closely before it chooses one; 0: it trusts the order of the search
/// @param shopsTried   how many shops it tries at most when everything must come from one
public record ShopperHabits(int shortlist, int viewsPerItem, int shopsTried) {
    public ShopperHabits {
        if (shortlist < 1 || viewsPerItem < 0 || viewsPerItem > shortlist || shopsTried < 1) {
            throw new IllegalArgumentException(
                    "a shopper considers at least 1 product, views 0 to as many as it considers, and tries at least 1 shop");
        }
    }
}
