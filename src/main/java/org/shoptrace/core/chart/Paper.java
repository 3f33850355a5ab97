package org.shoptrace.core.chart;

/// What a chart is drawn on.
public enum Paper {
    LIGHT,
    DARK
}
