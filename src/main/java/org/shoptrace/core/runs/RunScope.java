package org.shoptrace.core.runs;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;

/// The runs that the list is about: all of the workspace, or those that another screen asked for.
///
/// @param why  what they have in common, as the banner above the list says it; empty for all runs
/// @param runs the runs asked for
public record RunScope(String why, Set<RunPlace> runs) {
    public static final RunScope ALL = new RunScope("", Set.of());

    public RunScope {
        runs = Set.copyOf(runs);
    }

    public static RunScope of(String why, Collection<RunPlace> runs) {
        return new RunScope(why.isBlank() ? "Chosen runs" : why, Set.copyOf(runs));
    }

    public boolean isAll() {
        return why.isEmpty();
    }

    /// Whether each of these is one of them, in the order of these. A run that has been moved since is found by its content.
    BitSet of(List<RunSummary> all) {
        BitSet included = new BitSet();
        if (isAll()) {
            included.set(0, all.size());
            return included;
        }
        Set<RunPlace> left = new HashSet<>(runs);
        for (int i = 0; i < all.size(); i++) {
            if (runs.contains(all.get(i).place())) {
                included.set(i);
                left.remove(all.get(i).place());
            }
        }
        Set<RunId> moved = left.stream().map(RunPlace::id).collect(Collectors.toSet());
        for (int i = 0; i < all.size() && !moved.isEmpty(); i++) {
            if (!included.get(i) && moved.contains(all.get(i).id())) {
                included.set(i);
            }
        }
        return included;
    }
}
