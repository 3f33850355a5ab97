package org.shoptrace.core.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// The runs of one task side by side, by model; runs of one model stay in their order.
public record RunGroup(String query, List<RunRow> rows) {
    public RunGroup {
        rows = List.copyOf(rows);
    }

    /// The groups in the order of the first row of each. A task is what the file names so, else the query; runs with neither
    /// stand alone.
    public static List<RunGroup> of(List<RunRow> rows) {
        SequencedMap<String, List<RunRow>> byQuery = new LinkedHashMap<>();
        for (RunRow row : rows) {
            String key = row.summary().own().placedTask().map(task -> "task " + task)
                    .or(() -> row.summary().query().map(query -> "query " + query))
                    .orElseGet(() -> row.summary().id().sha256());
            byQuery.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return byQuery.values().stream()
                .map(group -> new RunGroup(
                        group.getFirst().query(),
                        group.stream().sorted(Comparator.comparing(row -> row.summary().model())).toList()))
                .toList();
    }

    /// The task's name in the file's own benchmark.
    public Optional<String> task() {
        return rows.getFirst().summary().own().placedTask();
    }

    /// How many of the runs their files call a success; empty where no file says of one whether it is.
    public OptionalLong passed() {
        boolean says = rows.stream().anyMatch(row -> row.own() == OwnOutcome.PASSED || row.own() == OwnOutcome.FAILED);
        return says ? OptionalLong.of(rows.stream().filter(row -> row.own() == OwnOutcome.PASSED).count()) : OptionalLong.empty();
    }

    /// How many of the runs succeeded.
    public long succeeded() {
        return rows.stream().filter(row -> row.kind() == OutcomeKind.SUCCEEDED).count();
    }
}
