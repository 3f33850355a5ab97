package org.shoptrace.core.search;

import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunSummary;

/// What is known of a run besides its text.
///
/// @param facts  empty while nobody has diagnosed it
/// @param labels those that people gave it, as they write them
/// @param from   from which score on it succeeded, where its file does not say whether it did
public record RunRecord(RunSummary run, Optional<RunFacts> facts, Set<String> labels, double from) {
    /// A run whose file is read with the usual threshold.
    public RunRecord(RunSummary run, Optional<RunFacts> facts, Set<String> labels) {
        this(run, facts, labels, OwnVerdict.THRESHOLD);
    }

    public RunRecord {
        labels = Set.copyOf(labels);
    }
}
