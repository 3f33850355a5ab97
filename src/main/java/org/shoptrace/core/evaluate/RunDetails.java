package org.shoptrace.core.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// What breakdowns tell runs apart by, small enough to be kept for every run.
///
/// @param calls       how often each tool was called, by name in the order of the first calls
/// @param constraints of each kind that the task states: how many of them the products met that were recommended for it; what no
///     product answers is not met
/// @param titles      what the run's success hangs on
/// @param trial       which of several trials of its task the run says that it is; empty when it does not
/// @param own         what its file says of it
public record RunDetails(
        SequencedMap<String, Integer> calls, Map<ConstraintVerdict.Kind, Rate> constraints, TitleDependence titles,
        Optional<String> trial, OwnFacts own) {
    /// Of a run that does not say which trial it is.
    public RunDetails(SequencedMap<String, Integer> calls, Map<ConstraintVerdict.Kind, Rate> constraints, TitleDependence titles) {
        this(calls, constraints, titles, Optional.empty(), OwnFacts.NONE);
    }

    /// Of a run whose file judges it, to which nothing else was done.
    public static RunDetails ofOwn(RunSummary run, Optional<String> trial) {
        return new RunDetails(run.calls(), Map.of(), TitleDependence.LOST, trial, OwnFacts.of(run));
    }

    public RunDetails {
        calls = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(calls));
        Map<ConstraintVerdict.Kind, Rate> copy = new EnumMap<>(ConstraintVerdict.Kind.class);
        copy.putAll(constraints);
        constraints = Collections.unmodifiableMap(copy);
    }

    static RunDetails of(Run run, Assessment assessment, TitleDependence titles) {
        Map<ConstraintVerdict.Kind, Rate> constraints = new EnumMap<>(ConstraintVerdict.Kind.class);
        for (ProductScore product : assessment.products()) {
            for (ConstraintVerdict verdict : product.constraints()) {
                constraints.merge(
                        verdict.kind(),
                        new Rate(verdict.satisfied() ? 1 : 0, 1),
                        (a, b) -> new Rate(a.hits() + b.hits(), a.of() + b.of()));
            }
        }
        RunSummary summary = RunSummary.of(run, 0);
        return new RunDetails(summary.calls(), constraints, titles, run.trial(), OwnFacts.of(summary));
    }

    /// How many calls there are of all tools together.
    public int callCount() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
}
