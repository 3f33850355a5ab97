package org.shoptrace.core.chart;

import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// What is charted, before anybody knows how large it is drawn and on what.
public sealed interface Chart
        permits IntervalBars, IntervalGrid, BarTable, StackedRows, PointPlot, CurvePlot, DifferenceRows, Legend, Caption, Listing,
        ChartSheet {
    /// The higher end of an interval, or the value where there is none.
    static double high(Optional<ConfidenceInterval> interval, double value) {
        return interval.map(ConfidenceInterval::high).orElse(value);
    }
}
