package org.shoptrace.core.evaluate.loss;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.RewardFacts;
import org.shoptrace.model.finding.RunFacts.TargetFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.finding.Waypoint;

/// Facts of runs in a few words.
public final class SampleFacts {
    private SampleFacts() {}

    /// A reward whose target is `1`.
    ///
    /// @param passed in their order
    public static RewardFacts reward(Stage stage, Optional<Fault> fault, Waypoint... passed) {
        Set<Waypoint> set = EnumSet.noneOf(Waypoint.class);
        set.addAll(List.of(passed));
        return new RewardFacts("1", set, Optional.of(stage), fault);
    }

    /// A reward of a success, with all that a run can pass.
    public static RewardFacts right() {
        return new RewardFacts("1", EnumSet.complementOf(EnumSet.of(Waypoint.SUCCESS)), Optional.empty(), Optional.empty());
    }

    /// Of a run that the scorer judges as the diagnosis does; its fault is that of the first reward.
    public static RunFacts of(ScoredRun run, RewardFacts... rewards) {
        return of(run, rewards[0].fault(), RunEnding.TERMINATED, false, List.of(rewards));
    }

    /// @param turned whether the target stands on a page that was not asked for
    public static RunFacts of(ScoredRun run, Optional<Fault> fault, RunEnding ending, boolean turned, List<RewardFacts> rewards) {
        boolean success = run.score().success();
        TargetFacts target = new TargetFacts(
                "1", false, false, false, false, Optional.empty(), turned ? List.of(2) : List.of(),
                turned ? Set.of(HiddenBy.PAGE) : Set.of(), OptionalInt.empty());
        return new RunFacts(
                run.id(), success ? RunFacts.Result.SUCCESS : RunFacts.Result.FAILURE, Optional.of(run.score().intent()),
                success ? Optional.empty() : rewards.getFirst().stage(), success ? Optional.empty() : fault, Optional.empty(),
                List.of(target), rewards,
                Optional.empty(), new RunFacts.Conduct(3, new LinkedHashMap<>(), 0, ending), List.of(), List.of(), Set.of(), Set.of(),
                ClaimFacts.NONE, 0, Milestones.NONE);
    }
}
