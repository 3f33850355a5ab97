package org.shoptrace.ui.replay;

import java.util.Collection;
import java.util.Set;
import org.shoptrace.model.trajectory.RunId;

/// The runs that the list is about: all of the workspace, or those that another screen asked for.
///
/// @param why  what they have in common, as the banner above the list says it; empty for all runs
/// @param runs the runs asked for
record RunScope(String why, Set<RunId> runs) {
    static final RunScope ALL = new RunScope("", Set.of());

    RunScope {
        runs = Set.copyOf(runs);
    }

    static RunScope of(String why, Collection<RunId> runs) {
        return new RunScope(why.isBlank() ? "Chosen runs" : why, Set.copyOf(runs));
    }

    boolean isAll() {
        return why.isEmpty();
    }

    boolean includes(RunId run) {
        return isAll() || runs.contains(run);
    }
}
