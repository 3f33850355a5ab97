package org.shoptrace.model.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a run, or the answer to one reward, went wrong and how.
///
/// @param evidence what stage and fault rest on, the stage's first
/// @param second   what is wrong besides: a wrong form or a basket beside a wrong product, a wrong form beside a basket
public record FailureClass(Stage stage, Fault fault, List<Evidence> evidence, Optional<Second> second) {
    public FailureClass {
        evidence = List.copyOf(evidence);
    }

    /// A class with one fault.
    public FailureClass(Stage stage, Fault fault, List<Evidence> evidence) {
        this(stage, fault, evidence, Optional.empty());
    }

    /// A second fault and what shows it.
    public record Second(Fault fault, Evidence evidence) {}

    public Optional<Fault> secondFault() {
        return second.map(Second::fault);
    }

    /// What all of it rests on, the second fault's evidence last.
    public List<Evidence> allEvidence() {
        List<Evidence> all = new ArrayList<>(evidence);
        second.ifPresent(found -> all.add(found.evidence()));
        return all;
    }
}
