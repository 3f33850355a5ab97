package org.shoptrace.model.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// Everything that a person is told about one run.
///
/// @param query      of the first step
/// @param task       empty for a run of no known task, of which only health, re-execution and claims are told
/// @param assessment the scorer's; empty without a task, and for a run that the harness lost
/// @param failure    empty for a success and for a run of no task
/// @param rewards    in the order of the task; none for a success
/// @param passed     of each reward, in the order of the task, what the run passed on its way, each by itself; none without a task
/// @param ending     how the run came to its end
/// @param notCompared titles of products merely seen that the similarity could not compare
public record Diagnosis(
        RunId id,
        RunSource source,
        String model,
        Optional<String> query,
        Optional<Task> task,
        Optional<Assessment> assessment,
        Optional<FailureClass> failure,
        List<RewardOutcome> rewards,
        List<Set<Waypoint>> passed,
        ConstraintMatrix matrix,
        List<NearMiss> nearMisses,
        List<HealthFinding> health,
        List<TargetTrack> targets,
        List<Claim> claims,
        Reexecution reexecution,
        Optional<Budget> budget,
        Milestones milestones,
        RunEnding ending,
        NotCompared notCompared) {
    public Diagnosis {
        rewards = List.copyOf(rewards);
        passed = passed.stream().map(Set::copyOf).toList();
        nearMisses = List.copyOf(nearMisses);
        health = List.copyOf(health);
        targets = List.copyOf(targets);
        claims = List.copyOf(claims);
    }

    /// Whether the scorer counts it; empty for a run of no task.
    public Optional<Boolean> success() {
        return task.map(_ -> assessment.map(a -> a.score().success()).orElse(false));
    }
}
