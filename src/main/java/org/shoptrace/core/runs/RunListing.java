package org.shoptrace.core.runs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The list of runs, filtered and sorted: what a job makes of a snapshot.
///
/// @param rows     in order
/// @param total    how many runs the filter was applied to
/// @param groups   the same rows by task, in the order of the first of each; empty when they are not asked for
/// @param outcomes how many of each outcome there are when the filter on outcomes is left aside
public record RunListing(List<RunRow> rows, List<RunGroup> groups, int total, Map<OutcomeKind, Integer> outcomes) {
    public static final RunListing EMPTY = new RunListing(List.of(), List.of(), 0, Map.of());

    public RunListing {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
        outcomes = Map.copyOf(outcomes);
    }

    /// Whether anything is known of how any run ended; without tasks or a catalogue nothing ever is.
    public boolean saysOutcomes() {
        return outcomes.keySet().stream().anyMatch(kind -> kind != OutcomeKind.NOT_SCORED);
    }

    public static RunListing of(List<RunRow> all, RunScope scope, RunFilter filter, RunSort sort, boolean grouped) {
        List<RunRow> rows = new ArrayList<>();
        Map<OutcomeKind, Integer> outcomes = new EnumMap<>(OutcomeKind.class);
        int total = 0;
        BitSet asked = scope.of(all.stream().map(RunRow::summary).toList());
        for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
            RunRow row = all.get(place);
            total++;
            if (filter.acceptsWhateverOutcome(row)) {
                outcomes.merge(row.kind(), 1, Integer::sum);
                if (filter.accepts(row)) {
                    rows.add(row);
                }
            }
        }
        sort.sort(rows);
        if (!grouped) {
            return new RunListing(rows, List.of(), total, outcomes);
        }
        List<RunGroup> groups = RunGroup.of(rows);
        return new RunListing(groups.stream().flatMap(group -> group.rows().stream()).toList(), groups, total, outcomes);
    }
}
