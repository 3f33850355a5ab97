package org.shoptrace.core.chart;

import org.shoptrace.core.chart.Palette.Ink;

/// What a chart is drawn on, in pixels from the upper left corner. One drawing serves the page, the SVG file and the picture.
interface Canvas {
    /// Where a text has its x.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// The signs of series; each has a shape of its own.
    enum Sign {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS,
        PLUS;

        static Sign of(int series) {
            return values()[series % values().length];
        }
    }

    /// What follows, up to [#close], is one thing that the text describes.
    void open(String description);

    void close();

    void line(Ink ink, double width, double x1, double y1, double x2, double y2);

    void rectangle(Ink ink, double x, double y, double width, double height);

    /// A filled and hatched area with an outline.
    void rectangle(Palette.Fill fill, double x, double y, double width, double height);

    /// A sign about a place.
    ///
    /// @param filled whether its inside has the ink too; crosses have none
    /// @param size   from the middle to the edge
    void sign(Sign sign, Ink ink, boolean filled, double x, double y, double size);

    void text(Ink ink, boolean bold, Anchor anchor, double x, double y, String text);

    /// A text in a colour of its own, in the middle.
    void text(String colour, double x, double y, String text);
}
