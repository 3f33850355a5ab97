package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;

/// What a chart is drawn on, in pixels from the upper left corner: a file, a picture, a part of the window. Things are drawn in the order
/// of the calls, each over the ones before it.
public interface Canvas {
    /// Which part of a text stands at its x.
    enum Align {
        START,
        MIDDLE,
        END
    }

    /// A line through several places.
    ///
    /// @param places x and y in turn, of two places or more
    void line(Stroke stroke, double... places);

    /// A filled area.
    ///
    /// @param faint whether it is drawn pale
    void area(Fill fill, boolean faint, Box box);

    /// A shape that nothing stands behind.
    void glyph(Glyph glyph, Box box);

    /// Lines of text, one below the other.
    ///
    /// @param x   of the start, the middle or the end of each line
    /// @param top of the first line
    void text(TextStyle style, Align align, double x, double top, List<String> lines);

    /// A line of text that is read upwards, about its middle.
    void upright(TextStyle style, double x, double y, String text);

    /// What a person can point at and open.
    ///
    /// @param glyph how it looks; empty where it lies over what is drawn already
    void mark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box);
}
