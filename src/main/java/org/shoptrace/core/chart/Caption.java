package org.shoptrace.core.chart;

/// A sentence that belongs to a chart, on as many lines as it needs.
public record Caption(String text, TextStyle style) implements Chart {}
