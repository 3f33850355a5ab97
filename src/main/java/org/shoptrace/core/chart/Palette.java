package org.shoptrace.core.chart;

import java.util.List;

/// The inks of charts. Fills differ in lightness and hatching as well as in colour, so that they can be told apart in greyscale.
final class Palette {
    /// How many parts of a row can be told apart.
    static final int SEGMENTS = 6;

    private static final List<Fill> FILLS = List.of(
            new Fill("#1f4e79", "#ffffff", 0),
            new Fill("#8fb8e3", "#10263b", 0),
            new Fill("#a06000", "#ffffff", 1),
            new Fill("#f2cf94", "#3d2700", -1),
            new Fill("#5b3a8c", "#ffffff", -1),
            new Fill("#d9ccec", "#2b1747", 1));

    private Palette() {}

    /// How a part of a row is filled.
    ///
    /// @param colour of the area
    /// @param ink    of text and hatching on it, with a contrast of 4.5:1 or more
    /// @param hatch  1 rising, -1 falling, 0 none
    record Fill(String colour, String ink, int hatch) {}

    static Fill fill(int segment) {
        return FILLS.get(segment % FILLS.size());
    }

    /// What stands for the colours of the reader's light or dark setting.
    enum Ink {
        /// Text and whiskers.
        INK("--ink", "#1f2328", "#e6edf3"),
        MUTED("--muted", "#59636e", "#9aa4af"),
        GRID("--line", "#d1d9e0", "#3d444d"),
        BAR("--bar", "#5b8dc9", "#4f86c6"),
        /// A line or a sign in the bars' colour, dark enough to be seen by itself.
        LINE("--stroke", "#2f6db5", "#7db0e8"),
        MARK("--mark", "#9a4f00", "#e3a35c"),
        PAPER("--paper", "#ffffff", "#0d1117");

        private final String variable;
        private final String light;
        private final String dark;

        Ink(String variable, String light, String dark) {
            this.variable = variable;
            this.light = light;
            this.dark = dark;
        }

        /// As a page's style names it.
        String variable() {
            return variable;
        }

        String light() {
            return light;
        }

        String dark() {
            return dark;
        }
    }
}
