package org.shoptrace.core.evaluate.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;

/// What task a run is of, by what its file says. Runs of one task are its trials, in one file or in several, and models are compared over
/// the tasks that both have runs of.
public final class OwnTask {
    /// What a file may say of the place that a task's name is counted in: two domains both have a task 0. The first that is there counts.
    private static final List<String> PLACES = List.of(
            "domain", "env", "environment", "benchmark", "dataset", "data_source", "task_name", "suite");

    private OwnTask() {}

    /// The file's own name of the task behind that of its domain, such as `airline · 7`; else the query; else the run's id, for a run that
    /// says neither is a task by itself.
    public static String of(Run run) {
        OwnRecord own = run.own();
        return own.task().map(task -> place(own.metadata()).map(place -> place + " · " + task).orElse(task))
                .or(() -> run.query().filter(query -> !query.isBlank()))
                .orElseGet(() -> "run " + run.id().brief());
    }

    private static Optional<String> place(Map<String, String> metadata) {
        List<String> found = new ArrayList<>();
        PLACES.forEach(name -> Optional.ofNullable(metadata.get(name)).filter(value -> !value.isBlank()).ifPresent(found::add));
        return found.stream().findFirst();
    }
}
