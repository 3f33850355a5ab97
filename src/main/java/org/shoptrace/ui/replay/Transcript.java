package org.shoptrace.ui.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.core.transcript.ShownAnswer;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// What the transcript shows.
sealed interface Transcript {

    /// No run is selected.
    record Nothing() implements Transcript {}

    /// The run is selected and being read.
    record Reading(RunSummary summary) implements Transcript {}

    /// The run could not be read.
    ///
    /// @param why the failure, as it was reported
    record Unreadable(RunSummary summary, String why) implements Transcript {}

    /// The run, whole.
    ///
    /// @param task empty when the workspace does not hold it
    record Open(RunSummary summary, Run run, Optional<Task> task, ReadingPlace place) implements Transcript {
        /// The ids of the products that the task was built from.
        Set<String> targets() {
            return task.stream().flatMap(t -> t.rewards().stream()).map(Reward::productId).collect(Collectors.toUnmodifiableSet());
        }

        /// The products that the run's searches showed, by id; of several answers the first.
        Map<String, ShownAnswer.Offer> seen() {
            Map<String, ShownAnswer.Offer> seen = new HashMap<>();
            run.steps().stream()
                    .flatMap(step -> step.calls().stream())
                    .flatMap(call -> call.observation().stream())
                    .flatMap(answer -> ShownAnswer.offered(answer).stream())
                    .forEach(offer -> seen.putIfAbsent(offer.hit().productId(), offer));
            return seen;
        }
    }

    /// The run that this is about.
    default Optional<RunSummary> about() {
        return switch (this) {
            case Nothing() -> Optional.empty();
            case Reading(var summary) -> Optional.of(summary);
            case Unreadable(var summary, _) -> Optional.of(summary);
            case Open open -> Optional.of(open.summary());
        };
    }
}
