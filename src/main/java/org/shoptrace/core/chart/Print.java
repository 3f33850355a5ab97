package org.shoptrace.core.chart;

import java.util.Optional;

/// A chart at the size in which it is written to a file.
///
/// @param name   of the file without its ending; looks of an SVG are named after it, so that several can stand in one page
/// @param title  for people who do not see it
/// @param width  in pixels
/// @param height in pixels
/// @param text   the size of its text, in pixels
/// @param paper  light or dark; empty where the reader's setting decides
public record Print(String name, String title, Chart chart, double width, double height, double text, Optional<Paper> paper) {
    private static final double USUAL_TEXT = 12;
    private static final double LEAST_WIDTH = 760;
    private static final double MOST_WIDTH = 1140;

    /// As large as it would like to be, for a reader of either setting.
    public static Print of(String name, String title, Chart chart) {
        return of(name, title, chart, USUAL_TEXT);
    }

    /// As large as it would like to be with text of that size in pixels.
    public static Print of(String name, String title, Chart chart, double text) {
        ChartDrawing drawing = ChartDrawing.of(chart, new Typeface(text));
        double width = Math.clamp(drawing.width(), LEAST_WIDTH, MOST_WIDTH);
        return new Print(name, title, chart, width, Math.ceil(drawing.height(width)), text, Optional.empty());
    }

    /// In a place of that size; higher where it must be.
    public Print sized(double newWidth, double newHeight) {
        double least = ChartDrawing.of(chart, new Typeface(text)).least(newWidth);
        return new Print(name, title, chart, newWidth, Math.max(newHeight, Math.ceil(least)), text, paper);
    }

    /// On light or on dark paper, whatever the reader's setting is.
    public Print on(Paper newPaper) {
        return new Print(name, title, chart, width, height, text, Optional.of(newPaper));
    }

    void draw(Canvas canvas, Typeface typeface) {
        ChartDrawing.of(chart, typeface).draw(canvas, new Box(0, 0, width, height));
    }
}
