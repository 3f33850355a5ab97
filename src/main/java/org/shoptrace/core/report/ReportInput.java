package org.shoptrace.core.report;

import java.util.List;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Task;

/// What a report is made of.
///
/// @param series      one at least, all of the same tasks, profile and similarity model
/// @param tasks       what was asked; of two with one query the later counts
/// @param fingerprint of the catalogue that products were looked up in, 64 hexadecimal digits
/// @param command     the command line that makes the report again
public record ReportInput(List<Series> series, List<Task> tasks, Bootstrap bootstrap, String fingerprint, String command) {
    public ReportInput {
        series = List.copyOf(series);
        tasks = List.copyOf(tasks);
    }
}
