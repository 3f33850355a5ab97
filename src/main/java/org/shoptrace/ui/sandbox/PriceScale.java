package org.shoptrace.ui.sandbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/// Where prices lie on a slider: equal ratios are equal distances, since most things cost little and a few cost much. Both ends of the
/// slider stand for no limit at all.
final class PriceScale {
    /// In pesos.
    private static final double LEAST = 1;
    private static final double MOST = 100_000;

    /// What a slider can say of a price: hands set no third digit.
    private static final MathContext DIGITS = new MathContext(2);

    private PriceScale() {}

    /// The place of the lower side, 0 to 1.
    static double low(OptionalDouble price) {
        return price.isPresent() ? place(price.getAsDouble()) : 0;
    }

    /// The place of the upper side, 0 to 1.
    static double high(OptionalDouble price) {
        return price.isPresent() ? place(price.getAsDouble()) : 1;
    }

    private static double place(double price) {
        return Math.clamp(Math.log(Math.max(price, LEAST) / LEAST) / Math.log(MOST / LEAST), 0, 1);
    }

    /// The price at a place, such as `250`; empty text at either end.
    static String at(double place) {
        if (place <= 0 || place >= 1) {
            return "";
        }
        return BigDecimal.valueOf(LEAST * Math.pow(MOST / LEAST, place)).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
