package org.shoptrace.model.score;

import java.util.List;
import java.util.Optional;

/// The products of a shop or voucher task taken together.
///
/// @param checks  in the order that the evaluator makes them
/// @param payment voucher tasks whose requests are all answered
public record BasketVerdict(List<Check> checks, Optional<Payment> payment) {
    public BasketVerdict {
        checks = List.copyOf(checks);
    }

    /// Whether a check of that kind was made and is satisfied.
    public boolean satisfied(Kind kind) {
        return checks.stream().anyMatch(check -> check.kind() == kind && check.satisfied());
    }

    /// What is checked of a basket.
    public enum Kind {
        ALL_ANSWERED("Every request answered"),
        ONE_SHOP("All from one shop"),
        WITHIN_BUDGET("Within the budget");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    /// One check.
    ///
    /// @param expected what the task asks for, as people write it
    /// @param actual   what the basket has
    /// @param reason   why it is satisfied or not, a short sentence without a full stop
    public record Check(Kind kind, String expected, String actual, boolean satisfied, String reason) {}

    /// The sum at the till, in Philippine peso.
    ///
    /// @param total         the prices added in the order of the rewards
    /// @param voucherUsable whether type and threshold allow the voucher
    /// @param discount      what the voucher takes off; 0 when it may not be used
    /// @param toPay         the discounted total, or the total when the voucher may not be used
    /// @param budget        what the user can pay; `NaN` when the task does not say
    public record Payment(double total, boolean voucherUsable, double discount, double toPay, double budget) {
        /// Whether the user can pay, with the voucher or without it.
        public boolean affordable() {
            return total <= budget || toPay <= budget;
        }
    }
}
