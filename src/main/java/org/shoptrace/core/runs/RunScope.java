package org.shoptrace.core.runs;

import java.util.Collection;
import java.util.Set;
import org.shoptrace.model.trajectory.RunId;

/// The runs that the list is about: all of the workspace, or those that another screen asked for.
///
/// @param why  what they have in common, as the banner above the list says it; empty for all runs
/// @param runs the runs asked for
public record RunScope(String why, Set<RunId> runs) {
    public static final RunScope ALL = new RunScope("", Set.of());

    public RunScope {
        runs = Set.copyOf(runs);
    }

    public static RunScope of(String why, Collection<RunId> runs) {
        return new RunScope(why.isBlank() ? "Chosen runs" : why, Set.copyOf(runs));
    }

    public boolean isAll() {
        return why.isEmpty();
    }

    public boolean includes(RunId run) {
        return isAll() || runs.contains(run);
    }
}
