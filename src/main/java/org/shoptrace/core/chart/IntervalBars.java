package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares (0..1) as grouped upright bars with intervals: a group for each level, a bar for each series, whiskers and the value above it.
/// Series differ by hatching as well as by colour, so that it reads in greyscale.
///
/// @param series the bars of each series, such as a model
/// @param others figures that stand beside the bars, of levels that have bars
/// @param top    the end of the scale, above 0 and at most 1; charts to be compared are given the same
public record IntervalBars(List<List<Bar>> series, List<Dot> others, double top) implements Chart {
    public IntervalBars {
        series = series.stream().map(List::copyOf).toList();
        others = List.copyOf(others);
    }

    /// One bar.
    ///
    /// @param level    the group that it stands in, as its label on the axis; groups stand in the order of their first bar
    /// @param value    its height, 0..1
    /// @param interval the whiskers; empty when there is none
    /// @param label    above the bar
    public record Bar(String level, double value, Optional<ConfidenceInterval> interval, String label, Datum datum) {}

    /// Somebody else's figure, as a small ring to the right of a level's bars.
    ///
    /// @param value 0..1
    public record Dot(String level, double value, Datum datum) {}
}
