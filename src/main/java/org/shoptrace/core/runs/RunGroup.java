package org.shoptrace.core.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The runs of one query side by side, by model; runs of one model stay in their order.
public record RunGroup(String query, List<RunRow> rows) {
    public RunGroup {
        rows = List.copyOf(rows);
    }

    /// The groups in the order of the first row of each. Runs without a query stand alone.
    public static List<RunGroup> of(List<RunRow> rows) {
        SequencedMap<String, List<RunRow>> byQuery = new LinkedHashMap<>();
        for (RunRow row : rows) {
            String key = row.summary().query().orElseGet(() -> row.summary().id().sha256());
            byQuery.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return byQuery.values().stream()
                .map(group -> new RunGroup(
                        group.getFirst().query(),
                        group.stream().sorted(Comparator.comparing(row -> row.summary().model())).toList()))
                .toList();
    }

    /// How many of the runs succeeded.
    public long succeeded() {
        return rows.stream().filter(row -> row.kind() == OutcomeKind.SUCCEEDED).count();
    }
}
