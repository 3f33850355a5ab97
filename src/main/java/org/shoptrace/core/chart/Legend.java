package org.shoptrace.core.chart;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What the looks of a chart stand for.
public record Legend(List<Entry> entries) implements Chart {
    public Legend {
        entries = List.copyOf(entries);
    }

    /// A look and its meaning.
    public record Entry(String name, Look look) {}

    /// Each series with its look.
    ///
    /// @param look such as [Looks#bar]
    public static Legend of(List<String> series, IntFunction<? extends Look> look) {
        return new Legend(IntStream.range(0, series.size()).mapToObj(i -> new Entry(series.get(i), look.apply(i))).toList());
    }
}
