package org.shoptrace.core.chart;

/// A small shape that stands for a number.
///
/// @param name   of the look, such as `point1`: in files, and a style class in the window
/// @param hollow whether only its outline has the ink
public record Glyph(String name, Sign sign, Ink ink, boolean hollow) implements Look {
    /// The signs of series; each has a shape of its own. Outlines are x and y in turn, in a square from 0 to 1; a circle has none.
    public enum Sign {
        CIRCLE,
        SQUARE(0, 0, 1, 0, 1, 1, 0, 1),
        TRIANGLE(0.5, 0, 1, 1, 0, 1),
        DIAMOND(0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5),
        UPSIDE_DOWN(0, 0, 1, 0, 0.5, 1),
        PLUS(0.3, 0, 0.7, 0, 0.7, 0.3, 1, 0.3, 1, 0.7, 0.7, 0.7, 0.7, 1, 0.3, 1, 0.3, 0.7, 0, 0.7, 0, 0.3, 0.3, 0.3);

        private final double[] outline;

        Sign(double... outline) {
            this.outline = outline;
        }

        /// Where its corners lie in a box, x and y in turn; none for a circle.
        public double[] outline(Box box) {
            double[] places = new double[outline.length];
            for (int i = 0; i < places.length; i += 2) {
                places[i] = box.x() + outline[i] * box.width();
                places[i + 1] = box.y() + outline[i + 1] * box.height();
            }
            return places;
        }
    }
}
