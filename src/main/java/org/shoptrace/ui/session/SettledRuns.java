package org.shoptrace.ui.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// Which task's query each run asks: what a person said, else what the run's own words say. Runs may come before the tasks do, so what
/// a run said at first is kept.
final class SettledRuns {
    private final Map<RunId, RunSummary> asRead = new HashMap<>();
    private KnownQueries queries = new KnownQueries(List.of());
    private Map<RunId, String> chosen = Map.of();

    void know(Collection<String> taskQueries) {
        queries = new KnownQueries(taskQueries);
    }

    /// @param byPerson for a run whose task a person chose, that task's query
    void choose(Map<RunId, String> byPerson) {
        chosen = Map.copyOf(byPerson);
    }

    void clear() {
        asRead.clear();
        queries = new KnownQueries(List.of());
        chosen = Map.of();
    }

    /// The run as all screens know it.
    RunSummary settle(RunSummary run) {
        RunSummary read = asRead.getOrDefault(run.id(), run);
        RunSummary settled = Optional.ofNullable(chosen.get(run.id())).map(read::asking).orElseGet(() -> queries.settle(read));
        if (!settled.equals(read)) {
            asRead.put(run.id(), read);
        }
        // Two lines of one text share an id; each keeps its own place.
        return settled.at(run.source());
    }

    List<RunSummary> settle(Collection<RunSummary> runs) {
        return runs.stream().map(this::settle).toList();
    }
}
