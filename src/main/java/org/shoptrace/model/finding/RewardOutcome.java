package org.shoptrace.model.finding;

import java.util.List;
import java.util.Optional;

/// How far the run got with one reward.
///
/// @param target the reward's product
/// @param stage  [Stage#CHOSEN] when the recommendation answers it
/// @param fault  empty when the scorer reads the right product for it
public record RewardOutcome(String target, Stage stage, Optional<Fault> fault, List<Evidence> evidence) {
    public RewardOutcome {
        evidence = List.copyOf(evidence);
    }
}
