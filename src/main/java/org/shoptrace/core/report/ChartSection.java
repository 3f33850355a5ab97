package org.shoptrace.core.report;

import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.Print;

/// A picture of a report.
///
/// @param name  of its files, and its anchor in the page
/// @param title its heading
/// @param note  how to read it
public record ChartSection(String name, String title, String note, Chart chart) {
    /// As it is written.
    Print print() {
        return Print.of(name, title, chart);
    }
}
