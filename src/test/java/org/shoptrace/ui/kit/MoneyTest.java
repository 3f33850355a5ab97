package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.PriceRange;

class MoneyTest {
    @Test
    void amountsAreWrittenAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("₱1,234.50", Money.peso(1234.5));
            assertEquals("₱1,234,567.00", Money.peso(new Json.Num("1234567")));
            assertEquals("5,454 products", Counts.of(5454, "product"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oddAmountsStayReadable() {
        assertEquals("−₱3.00", Money.peso(-3));
        assertEquals("₱NaN", Money.peso(Double.NaN));
        assertEquals("1 product", Counts.of(1, "product"));
        assertEquals("12.5", Counts.grouped(new Json.Num("12.5")));
        assertEquals("1,200", Counts.grouped(new Json.Num("1200.0")));
        assertEquals("NaN", Counts.grouped(new Json.Num("NaN")));
    }

    @Test
    void numbersOfAFileKeepAllTheirDigits() {
        assertEquals("₱107,505,301,260,286,111.00", Money.peso(new Json.Num("107505301260286111")));
        assertEquals("9,007,199,254,740,993", Counts.grouped(new Json.Num("9007199254740993")));
        assertEquals("−₱12.345", Money.peso(new Json.Num("-12.345")));
        assertEquals("₱1,000.00", Money.peso(new Json.Num("1e3")));
        assertEquals("₱1e300", Money.peso(new Json.Num("1e300")));
        assertEquals("1e-300", Counts.grouped(new Json.Num("1e-300")));
        assertEquals("₱Infinity", Money.peso(new Json.Num("Infinity")));
        assertEquals("9.55 %", VoucherWords.percent(new Json.Num("0.0955")));
        assertEquals("40 %", VoucherWords.percent(new Json.Num("0.40")));
    }

    @Test
    void rangesAreSaidInWords() {
        assertEquals("up to ₱95.00", Money.range(range(PriceRange.LESS_THAN, null, "95")));
        assertEquals("₱1.00 or more", Money.range(range(PriceRange.GREATER_THAN, "1", null)));
        assertEquals("₱75.00 to ₱95.00", Money.range(range(PriceRange.BETWEEN, "75", "95")));
        assertEquals("₱75.00 or more", Money.range(range(PriceRange.BETWEEN, "75", null)));
        assertEquals("up to ₱95.00", Money.range(range(PriceRange.BETWEEN, null, "95")));
        assertEquals("any price", Money.range(range(PriceRange.LESS_THAN, "75", null)));
        assertEquals("price “about”, which no product meets", Money.range(range("about", "75", "95")));
    }

    private static PriceRange range(String mode, @Nullable String low, @Nullable String high) {
        return new PriceRange(mode, Optional.ofNullable(low).map(Json.Num::new), Optional.ofNullable(high).map(Json.Num::new));
    }
}
