package org.shoptrace.model.annotation;

import java.util.Optional;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;

/// A person's verdict on where and how a run failed, beside the computed one, which stays.
///
/// @param stage         what the person says; empty where they say nothing
/// @param fault         likewise
/// @param computedStage what was computed when they said it; empty when nothing was, or they overruled only the other
/// @param computedFault likewise
public record Overrule(
        Optional<Stage> stage, Optional<Fault> fault, Optional<Stage> computedStage, Optional<Fault> computedFault) {
    public static final Overrule NOTHING = new Overrule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether the person says nothing of either.
    public boolean isNothing() {
        return stage.isEmpty() && fault.isEmpty();
    }
}
