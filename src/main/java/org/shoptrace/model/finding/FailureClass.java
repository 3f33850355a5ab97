package org.shoptrace.model.finding;

import java.util.List;

/// Where a run, or the answer to one reward, went wrong and how.
///
/// @param evidence what the two verdicts rest on, the stage's first
public record FailureClass(Stage stage, Fault fault, List<Evidence> evidence) {
    public FailureClass {
        evidence = List.copyOf(evidence);
    }
}
