package org.shoptrace.model.score;

import java.util.List;
import java.util.Optional;

/// Everything that a profile says about one run of one task; the figures of [#score()] are made from the verdicts beside it.
///
/// @param recommendation the `product_ids` that counted, as recorded; empty text when there are none
/// @param products       one for each reward, in the order of the rewards
/// @param basket         shop and voucher tasks
public record Assessment(
        TaskScore score, String recommendation, List<ProductScore> products, Optional<BasketVerdict> basket) {
    public Assessment {
        products = List.copyOf(products);
    }
}
