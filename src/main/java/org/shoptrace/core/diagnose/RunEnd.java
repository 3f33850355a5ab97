package org.shoptrace.core.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// How a run came to its end, and whether its harness brought that about. Running out of steps is the agent's end.
///
/// @param health of that run
record RunEnd(Run run, List<HealthFinding> health) {
    private static final Set<String> READS = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION, ToolCall.WEB_SEARCH);
    private static final Set<String> LOST = Set.of("FAILED", "TIMED_OUT");

    RunEnd {
        health = List.copyOf(health);
    }

    RunEnding ending() {
        if (isLost()) {
            return RunEnding.HARNESS;
        }
        if (run.steps().isEmpty()) {
            return RunEnding.EMPTY;
        }
        if (HealthCheck.terminates(run.steps().getLast())) {
            return RunEnding.TERMINATED;
        }
        return lastStep().map(finding -> finding.kind() == HealthFinding.Kind.EMPTY_REPLY ? RunEnding.EMPTY : RunEnding.HARNESS)
                .orElse(ranOut() ? RunEnding.STEP_LIMIT : RunEnding.STOPPED);
    }

    /// Whether the agent used up its steps.
    boolean ranOut() {
        return health.stream().anyMatch(finding -> finding.kind() == HealthFinding.Kind.STEP_LIMIT);
    }

    /// What stops a run whatever it recommends: no search, or no read at all, was answered.
    Optional<Evidence> unanswered() {
        return ofHarness().findFirst()
                .filter(_ -> allFailed(Set.of(ToolCall.FIND_PRODUCT)) || allFailed(READS))
                .map(finding -> Evidence.at(Optional.of(finding.place()), "no search was answered"));
    }

    /// What stops a run that recommends nothing: its last step shows a failure, and was not the last that it had.
    Optional<Evidence> stopped() {
        return lastStep().map(finding -> Evidence.at(Optional.of(finding.place()), finding.text()));
    }

    private boolean isLost() {
        return run.envelope() instanceof Envelope.Oro oro && LOST.contains(oro.status());
    }

    private Stream<HealthFinding> ofHarness() {
        return health.stream().filter(finding -> finding.kind().ofHarness());
    }

    private Optional<HealthFinding> lastStep() {
        if (run.steps().isEmpty() || ranOut()) {
            return Optional.empty();
        }
        Step last = run.steps().getLast();
        return ofHarness().filter(finding -> finding.place().step() == last.number()).findFirst();
    }

    private boolean allFailed(Set<String> tools) {
        List<ToolCall> calls = run.steps().stream()
                .flatMap(step -> step.calls().stream())
                .filter(call -> tools.contains(call.name()))
                .toList();
        return !calls.isEmpty() && calls.stream().allMatch(call -> switch (call.observation().orElseGet(Observation.Failed::new)) {
            case Observation.Failed _ -> true;
            case Observation.Outcome outcome -> HealthCheck.isEmpty(outcome.observation());
            default -> false;
        });
    }
}
