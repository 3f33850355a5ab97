package org.shoptrace.core.chart;

/// What a mark of a chart stands for.
///
/// @param key  of what it opens; unique in a chart, and the id of its node in the window
/// @param says what it is, with its numbers: for a tooltip, and for people who do not see the mark
public record Datum(String key, String says) {}
