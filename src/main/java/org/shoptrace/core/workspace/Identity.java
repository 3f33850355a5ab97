package org.shoptrace.core.workspace;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunId;

/// What a person answered when the files alone did not say what belongs together. Paths are relative to the workspace.
///
/// @param catalogue the folder of the catalogue that the workspace is looked at with; empty: the one that knows most of the runs' products
/// @param taskFiles for a query that several task files ask for different rewards, the file that counts
/// @param runs      for a run that belongs to another task than its own words say, that task's query
/// @param stepLimit how many steps the agents had, at least 1; empty: as many as the benchmark gives them
/// @param ownThreshold from which score on a run succeeded, where its file does not say whether it did; empty: the usual one
/// @param asked     queries of which the user was told already that several task files ask them
public record Identity(
        Optional<String> catalogue, SequencedMap<String, String> taskFiles, SequencedMap<RunId, String> runs, OptionalInt stepLimit,
        OptionalDouble ownThreshold, Set<String> asked) {
    public static final Identity NONE = new Identity(Optional.empty(), new LinkedHashMap<>(), new LinkedHashMap<>(), OptionalInt.empty(),
            OptionalDouble.empty(), Set.of());

    public Identity {
        taskFiles = new LinkedHashMap<>(taskFiles);
        runs = new LinkedHashMap<>(runs);
        asked = Set.copyOf(asked);
        if (stepLimit.isPresent() && stepLimit.getAsInt() < 1) {
            throw new IllegalArgumentException("a limit of " + stepLimit.getAsInt() + " steps holds no step");
        }
    }

    /// @param newCatalogue empty: the one that knows most again
    public Identity withCatalogue(Optional<String> newCatalogue) {
        return new Identity(newCatalogue, taskFiles, runs, stepLimit, ownThreshold, asked);
    }

    public Identity withTaskFile(String query, String file) {
        return new Identity(catalogue, with(taskFiles, query, Optional.of(file)), runs, stepLimit, ownThreshold, asked);
    }

    /// @param query empty: what the run's own words say again
    public Identity withRun(RunId run, Optional<String> query) {
        return new Identity(catalogue, taskFiles, with(runs, run, query), stepLimit, ownThreshold, asked);
    }

    /// @param newLimit empty: as many as the benchmark gives again
    public Identity withStepLimit(OptionalInt newLimit) {
        return new Identity(catalogue, taskFiles, runs, newLimit, ownThreshold, asked);
    }

    /// @param newThreshold a finite number; empty: the usual one again
    public Identity withOwnThreshold(OptionalDouble newThreshold) {
        return new Identity(catalogue, taskFiles, runs, stepLimit, newThreshold, asked);
    }

    /// With what a person says of it; the usual threshold is as good as none.
    ///
    /// @param threshold a finite number
    public Identity succeedingFrom(double threshold) {
        return withOwnThreshold(threshold == OwnVerdict.THRESHOLD ? OptionalDouble.empty() : OptionalDouble.of(threshold));
    }

    /// The user has been told of more queries.
    public Identity withAsked(Collection<String> queries) {
        Set<String> all = new HashSet<>(asked);
        all.addAll(queries);
        return new Identity(catalogue, taskFiles, runs, stepLimit, ownThreshold, all);
    }

    private static <K> SequencedMap<K, String> with(Map<K, String> map, K key, Optional<String> value) {
        SequencedMap<K, String> copy = new LinkedHashMap<>(map);
        value.ifPresentOrElse(v -> copy.put(key, v), () -> copy.remove(key));
        return copy;
    }
}
