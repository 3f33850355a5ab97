package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Shares with intervals as horizontal bars, a panel for each intent or group: small multiples, however many models there are.
public record IntervalChart(String name, String title, String note, List<Panel> panels) implements Chart {
    public IntervalChart {
        panels = List.copyOf(panels);
    }

    /// The bars of one intent or group.
    ///
    /// @param published the paper's figures, drawn as marks below the bars
    public record Panel(String title, List<Bar> bars, List<Mark> published) {
        public Panel {
            bars = List.copyOf(bars);
            published = List.copyOf(published);
        }
    }

    /// A model's share.
    ///
    /// @param value 0..1; empty without a scored run
    /// @param of    what the value is a share of, such as `149 of 250`
    public record Bar(String label, Optional<Double> value, Optional<ConfidenceInterval> interval, String of) {}

    /// A published model's share.
    ///
    /// @param value 0..1
    public record Mark(String label, double value) {}
}
