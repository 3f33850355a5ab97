package org.shoptrace.ui.kit;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers with or without decimals that people type and read.
public final class Decimals {
    private Decimals() {}

    /// A finite number without zeros that say nothing.
    public static String text(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// The number that a text is, with a point or a comma before its decimals; empty for what is none.
    public static Optional<Double> read(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip().replace(',', '.'))).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            // Not a number; whoever asks says so, or shows again what was there.
            return Optional.empty();
        }
    }
}
