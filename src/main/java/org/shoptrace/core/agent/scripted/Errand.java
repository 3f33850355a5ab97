package org.shoptrace.core.agent.scripted;

import java.util.List;
import java.util.Optional;

/// What the shopper makes of a user's query.
///
/// @param question something to find out first, with its question mark
/// @param wishes   the items, in the order of the query
/// @param oneShop  whether everything should come from one shop
/// @param purse    the budget and the voucher, when the user names them
record Errand(Optional<String> question, List<Wish> wishes, boolean oneShop, Optional<Purse> purse) {
    Errand {
        wishes = List.copyOf(wishes);
    }

    /// What the user can pay.
    ///
    /// @param threshold the total above which the voucher may be used
    /// @param off       what the voucher takes off at most
    /// @param share     the share of the total that it takes off, 0..1; 1 for a fixed voucher, which always takes off the most
    record Purse(double budget, double threshold, double off, double share) {
        /// What a basket costs with the voucher, where it may be used.
        double pays(double total) {
            return total > threshold ? total - Math.min(off, total * share) : total;
        }

        boolean suffices(double total) {
            return pays(total) <= budget;
        }
    }
}
