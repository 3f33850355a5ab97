package org.shoptrace.core.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.table.Table;

/// What a report says, before it is written in any format.
///
/// @param face    what the figures were made from and with, by name
/// @param notices what a reader must know before the figures, such as that they cannot stand beside published ones
public record Report(
        String title, SequencedMap<String, String> face, List<String> notices, List<ChartSection> charts, List<Table> tables) {
    public Report {
        face = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(face));
        notices = List.copyOf(notices);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }
}
