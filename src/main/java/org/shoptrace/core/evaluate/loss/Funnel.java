package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.RewardFacts;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.trajectory.RunId;

/// How far the runs of a level got, from a search to success.
///
/// A run has *reached* a waypoint when, with every reward of its task, it passed this one or a later one: whoever recommended the right
/// product without looking at it counts as having got at least as far as looking. So each step of the funnel implies the ones before, and
/// no share is above the one before it. A success has reached all of them.
///
/// @param tasks       what every share is over: the tasks with a diagnosed run, and those without a
///                    scored one where the profile counts them
/// @param steps       one for each waypoint, in their order
/// @param undiagnosed runs that are in no share
public record Funnel(int tasks, List<Step> steps, List<ScoredRun> undiagnosed) {
    public Funnel {
        steps = List.copyOf(steps);
        undiagnosed = List.copyOf(undiagnosed);
    }

    /// A step.
    ///
    /// @param share    of tasks, 0..1; of a task with several trials its trials' share
    /// @param rewards  of a task's rewards, the mean share with which the run got so far, 0..1; of success the same as `share`
    /// @param reached  the runs that got at least so far
    /// @param lost     the runs that reached the waypoint before, and not this one
    /// @param skipped  the runs that reached it, though with some reward they passed only later ones: chosen, and never viewed
    public record Step(
            Waypoint waypoint, Estimate share, Estimate rewards, List<ScoredRun> reached, List<ScoredRun> lost, List<ScoredRun> skipped) {
        public Step {
            reached = List.copyOf(reached);
            lost = List.copyOf(lost);
            skipped = List.copyOf(skipped);
        }
    }

    /// @param summary of a level
    /// @param facts   of the runs that are diagnosed, by id
    public static Funnel of(Summary summary, Map<RunId, RunFacts> facts, Bootstrap bootstrap) {
        Diagnosed runs = new Diagnosed(summary, facts, bootstrap);
        List<Step> steps = new ArrayList<>();
        List<ScoredRun> before = runs.runs();
        for (Waypoint waypoint : Waypoint.values()) {
            List<ScoredRun> reached = runs.where(run -> reached(run, runs.facts(run), waypoint));
            List<ScoredRun> lost = before.stream().filter(run -> !reached(run, runs.facts(run), waypoint)).toList();
            List<ScoredRun> skipped = waypoint == Waypoint.SUCCESS
                    ? List.of()
                    : reached.stream()
                            .filter(run -> runs.facts(run).rewards().stream().anyMatch(reward -> !reward.passed().contains(waypoint)))
                            .toList();
            Estimate share = runs.share(reached);
            steps.add(new Step(
                    waypoint, share, waypoint == Waypoint.SUCCESS ? share : runs.mean(run -> share(run, runs.facts(run), waypoint)),
                    reached,
                    lost, skipped));
            before = reached;
        }
        return new Funnel(runs.tasks(), steps, runs.undiagnosed());
    }

    /// The step of a waypoint.
    public Step at(Waypoint waypoint) {
        return steps.get(Arrays.asList(Waypoint.values()).indexOf(waypoint));
    }

    private static boolean reached(ScoredRun run, RunFacts facts, Waypoint waypoint) {
        return run.score().success()
                || waypoint != Waypoint.SUCCESS && facts.rewards().stream().allMatch(reward -> reward.reached(waypoint));
    }

    private static double share(ScoredRun run, RunFacts facts, Waypoint waypoint) {
        List<RewardFacts> rewards = facts.rewards();
        return run.score().success()
                ? 1
                : (double) rewards.stream().filter(reward -> reward.reached(waypoint)).count() / rewards.size();
    }
}
