package org.shoptrace.ui.kit;

import java.util.Locale;
import org.shoptrace.model.json.Json;

/// Whole numbers for people, such as `5,454 products`; the same in every language.
public final class Counts {
    private Counts() {}

    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A count as a file has it; one that is no whole number is shown as it is written.
    public static String grouped(Json.Num count) {
        double value = count.asDouble();
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE ? grouped((long) value) : count.text();
    }

    /// `1 product`, `2 products`.
    ///
    /// @param thing the singular, whose plural adds an s
    public static String of(long count, String thing) {
        return grouped(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
