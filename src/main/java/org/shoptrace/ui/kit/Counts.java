package org.shoptrace.ui.kit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// Whole numbers for people, such as `5,454 products`; the same in every language.
public final class Counts {
    /// Of a number in powers of ten.
    private static final int MOST_ZEROS = 40;

    private Counts() {}

    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A count as a file has it, to its last digit; one that is no whole number is shown as it is written.
    public static String grouped(Json.Num count) {
        return plain(count)
                .filter(value -> value.scale() <= 0)
                .map(value -> String.format(Locale.ROOT, "%,d", value.toBigIntegerExact()))
                .orElse(count.text());
    }

    /// The exact value of a number that people read digit by digit, without zeros at its end; empty for one that only its own notation is
    /// short enough for, such as `1e300`, and for what is no number.
    static Optional<BigDecimal> plain(Json.Num number) {
        return number.exact()
                .map(BigDecimal::stripTrailingZeros)
                .filter(value -> number.isInteger()
                        || Math.abs(value.scale()) <= MOST_ZEROS && value.precision() - value.scale() <= MOST_ZEROS);
    }

    /// `1 product`, `2 products`.
    ///
    /// @param thing the singular, whose plural adds an s
    public static String of(long count, String thing) {
        return grouped(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
