package org.shoptrace.core.chart;

/// How a thing looks that a legend can explain.
public sealed interface Look permits Fill, Glyph {}
