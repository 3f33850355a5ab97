package org.shoptrace.core.chart;

/// A picture of a report, before it is drawn in any format.
public sealed interface Chart permits IntervalChart, StackedChart, PointChart {
    /// The name of its files, and its anchor in the page.
    String name();

    /// Its heading.
    String title();

    /// How to read it.
    String note();
}
