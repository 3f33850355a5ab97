package org.shoptrace.core.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.table.Table;

/// What a report says, before it is written in any format.
///
/// @param face    what the figures were made from and with, by name
/// @param methods how the figures were made, a paragraph that can be cited
/// @param origin  for those whom it is handed to
/// @param notices what a reader must know before the figures, such as that they cannot stand beside published ones
public record Report(
        String title,
        SequencedMap<String, String> face,
        List<String> notices,
        String methods,
        List<ChartSection> charts,
        List<Table> tables,
        Provenance origin) {
    public Report {
        face = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(face));
        notices = List.copyOf(notices);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }
}
