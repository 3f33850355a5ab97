package org.shoptrace.core.chart;

import java.util.Optional;

/// How an area is filled.
///
/// @param name   of the look, such as `look1`: in files, and a style class in the window
/// @param framed whether it has a thin border
public record Fill(String name, Ink ink, Optional<Pattern> pattern, boolean framed) implements Look {
    /// Stripes: along the line from one place to the other the first part has the area's ink, the rest the second one, over and over.
    ///
    /// @param share of the area's own ink, 0..1
    public record Pattern(Ink second, double share, double x1, double y1, double x2, double y2) {}

    static Fill plain(String name, Ink ink) {
        return new Fill(name, ink, Optional.empty(), true);
    }

    static Fill striped(String name, Ink ink, Pattern pattern) {
        return new Fill(name, ink, Optional.of(pattern), true);
    }
}
