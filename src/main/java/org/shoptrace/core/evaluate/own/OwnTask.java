package org.shoptrace.core.evaluate.own;

import org.shoptrace.model.trajectory.Run;

/// What task a run is of, by what its file says. Runs of one task are its trials, in one file or in several, and models are compared over
/// the tasks that both have runs of.
public final class OwnTask {
    private OwnTask() {}

    /// The file's own name of the task behind that of its domain, such as `airline · 7`; else the query; else the run's id, for a run that
    /// says neither is a task by itself.
    public static String of(Run run) {
        return run.own().placedTask()
                .or(() -> run.query().filter(query -> !query.isBlank()))
                .orElseGet(() -> "run " + run.id().brief());
    }
}
