package org.shoptrace.ui.kit;

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

    public static String peso(Json.Num amount) {
        return peso(amount.asDouble());
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
