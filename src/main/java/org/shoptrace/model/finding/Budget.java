package org.shoptrace.model.finding;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.score.BasketVerdict.Payment;

/// The basket of a shop or voucher task, summed up again from the catalogue. Money is Philippine peso.
///
/// @param products     the recommended products that the catalogue knows, ids compared trimmed
/// @param shops        theirs, each once
/// @param payment      with the threshold read as ≥, as the evaluator does; empty without a voucher
/// @param strict       with the threshold read as >; empty without a voucher
/// @param cap          the most that a percentage voucher takes off
/// @param voucherNeeded whether the total alone is beyond the budget; empty without a budget or with products missing
/// @param best         the cheapest basket among what was seen that meets every request, shop and budget
public record Budget(
        List<String> products,
        List<String> shops,
        double total,
        Optional<Payment> payment,
        Optional<Payment> strict,
        Optional<Double> cap,
        Optional<Boolean> voucherNeeded,
        Optional<BestBasket> best) {
    public Budget {
        products = List.copyOf(products);
        shops = List.copyOf(shops);
    }

    /// What is left of the budget; below 0 when it does not suffice. Empty without a budget.
    public Optional<Double> remaining() {
        return payment.map(p -> p.budget() - Math.min(p.total(), p.toPay())).filter(Double::isFinite);
    }

    /// A feasible basket.
    ///
    /// @param products one for each reward, in their order
    /// @param toPay    with the voucher where it may be used and helps
    public record BestBasket(List<String> products, double toPay) {
        public BestBasket {
            products = List.copyOf(products);
        }
    }
}
