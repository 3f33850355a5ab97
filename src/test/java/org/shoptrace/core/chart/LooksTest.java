package org.shoptrace.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooksTest {
    /// In greyscale, looks differ in lightness or in their stripes.
    @Test
    void fillsCanBeToldApartWithoutColour() {
        for (Paper paper : Paper.values()) {
            for (IntFunction<Fill> fills : List.<IntFunction<Fill>>of(Looks::bar, Looks::kind)) {
                for (int i = 0; i < Looks.COUNT; i++) {
                    for (int j = 0; j < i; j++) {
                        Fill one = fills.apply(i);
                        Fill other = fills.apply(j);
                        boolean apart = !one.pattern().equals(other.pattern())
                                || contrast(one.ink().on(paper), other.ink().on(paper)) >= 1.5;
                        assertTrue(apart, one + " and " + other + " on " + paper);
                    }
                }
            }
        }
    }

    @Test
    void textsCanBeReadAndPointsAndLinesBeSeen() {
        for (Paper paper : Paper.values()) {
            for (TextStyle style : TextStyle.values()) {
                assertTrue(contrast(style.ink().on(paper), Ink.PAPER.on(paper)) >= 4.5, style + " on " + paper);
            }
            assertTrue(contrast(Stroke.WHISKER.ink().on(paper), Ink.PAPER.on(paper)) >= 4.5, "whiskers on " + paper);
            for (Ink ink : List.of(Ink.BLUE, Ink.GREY, Ink.PURPLE, Ink.INDIGO)) {
                assertTrue(contrast(ink.on(paper), Ink.PAPER.on(paper)) >= 2.8, ink + " on " + paper);
            }
        }
    }

    @Test
    void seriesHaveShapesAndDashesOfTheirOwn() {
        assertEquals(Looks.COUNT, IntStream.range(0, Looks.COUNT).mapToObj(i -> Looks.point(i).sign()).distinct().count());
        assertEquals(Looks.COUNT, IntStream.range(0, Looks.COUNT).mapToObj(i -> Looks.line(i).dashes()).distinct().count());
        assertEquals(Looks.bar(1), Looks.bar(1 + Looks.COUNT), "after that they repeat");
    }

    /// WCAG 2: (L1 + 0.05) / (L2 + 0.05).
    private static double contrast(String a, String b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
