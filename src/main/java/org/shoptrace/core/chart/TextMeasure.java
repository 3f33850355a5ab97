package org.shoptrace.core.chart;

/// How much room a text takes, in pixels. Layouts ask it, so that lengths follow the size of the text.
public interface TextMeasure {
    /// The width of one line.
    double width(String line, TextStyle style);

    /// The height of one line, from the bottom of the one before it.
    double height(TextStyle style);
}
