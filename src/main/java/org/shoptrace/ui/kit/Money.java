package org.shoptrace.ui.kit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.PriceRange;

/// Amounts of Philippine peso for people, such as `₱1,234.50`; the same in every language.
public final class Money {
    private Money() {}

    public static String peso(double amount) {
        return Double.isFinite(amount)
                ? String.format(Locale.ROOT, amount < 0 ? "−₱%,.2f" : "₱%,.2f", Math.abs(amount))
                : "₱" + amount;
    }

    /// An amount as a file has it: all its decimals, and two at least.
    public static String peso(Json.Num amount) {
        return Counts.plain(amount).map(Money::peso).orElse("₱" + amount.text());
    }

    private static String peso(BigDecimal amount) {
        String form = "₱%,." + Math.max(2, amount.scale()) + "f";
        return String.format(Locale.ROOT, amount.signum() < 0 ? "−" + form : form, amount.abs());
    }

    /// A price constraint in words: `up to ₱95.00`, `₱1.00 or more`, `₱75.00 to ₱95.00`. Bounds are inclusive, so "less than" is not said.
    public static String range(PriceRange range) {
        return switch (range.mode()) {
            case PriceRange.LESS_THAN -> range.high().map(high -> "up to " + peso(high)).orElse("any price");
            case PriceRange.GREATER_THAN -> range.low().map(low -> peso(low) + " or more").orElse("any price");
            case PriceRange.BETWEEN -> between(range.low(), range.high());
            default -> "price “" + range.mode() + "”, which no product meets";
        };
    }

    private static String between(Optional<Json.Num> low, Optional<Json.Num> high) {
        if (low.isPresent() && high.isPresent()) {
            return peso(low.get()) + " to " + peso(high.get());
        }
        return low.map(bound -> peso(bound) + " or more")
                .orElseGet(() -> high.map(bound -> "up to " + peso(bound)).orElse("any price"));
    }
}
