package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// What each reason of failure costs: by how much success would rise, at most, were that reason alone mended.
///
/// A run counts for a reason *alone* when nothing else kept it from success. That is an upper bound: whether the agent would have gone on
/// as well after the mending is not known. Told in one way, by [Group#WAY] or by [Group#PRODUCT], a failed run is in one cost alone, or in
/// the rest, so those add up to all failures; the two ways tell the same runs and are not added to each other.
///
/// @param tasks       what every share is over: the tasks with a diagnosed run, and those without a
///                    scored one where the profile counts them
/// @param failed      the diagnosed runs that failed
/// @param costs       one for each reason, in their order
/// @param rests       the failed runs that no mending of one reason saves, by the way they are told in: [Group#WAY] and [Group#PRODUCT]
/// @param undiagnosed runs that are in no share
public record Headroom(int tasks, List<ScoredRun> failed, List<Cost> costs, List<Rest> rests, List<ScoredRun> undiagnosed) {
    public Headroom {
        failed = List.copyOf(failed);
        costs = List.copyOf(costs);
        rests = List.copyOf(rests);
        undiagnosed = List.copyOf(undiagnosed);
    }

    /// What a reason costs.
    ///
    /// @param points share of tasks, 0..1, that would be won at most, were it alone mended; of a task with several trials its trials' share
    /// @param alone  the failed runs that nothing else keeps from success
    /// @param with   the failed runs that have it, others beside or not
    public record Cost(Reason reason, Estimate points, List<ScoredRun> alone, List<ScoredRun> with) {
        public Cost {
            alone = List.copyOf(alone);
            with = List.copyOf(with);
        }
    }

    /// Failed runs with more than one reason.
    ///
    /// @param points share of tasks, 0..1
    public record Rest(Group told, Estimate points, List<ScoredRun> runs) {
        public Rest {
            runs = List.copyOf(runs);
        }
    }

    /// @param summary of a level
    /// @param facts   of the runs that are diagnosed, by id
    public static Headroom of(Summary summary, Map<RunId, RunFacts> facts, Bootstrap bootstrap) {
        Diagnosed runs = new Diagnosed(summary, facts, bootstrap);
        List<ScoredRun> failed = runs.where(run -> !run.score().success());
        Map<RunId, Reasons> reasons = new HashMap<>();
        failed.forEach(run -> reasons.put(run.id(), Reasons.of(runs.facts(run))));
        List<Cost> costs = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<ScoredRun> alone = where(failed, reasons, of -> of.by(reason.group()).equals(Set.of(reason)));
            costs.add(new Cost(
                    reason, runs.share(alone), alone, where(failed, reasons, of -> of.by(reason.group()).contains(reason))));
        }
        List<Rest> rests = new ArrayList<>();
        for (Group told : List.of(Group.WAY, Group.PRODUCT)) {
            Set<RunId> single = new HashSet<>();
            costs.stream().filter(cost -> cost.reason().group() == Group.ANSWER || cost.reason().group() == told)
                    .flatMap(cost -> cost.alone().stream())
                    .forEach(run -> single.add(run.id()));
            List<ScoredRun> rest = failed.stream().filter(run -> !single.contains(run.id())).toList();
            rests.add(new Rest(told, runs.share(rest), rest));
        }
        return new Headroom(runs.tasks(), failed, costs, rests, runs.undiagnosed());
    }

    private static List<ScoredRun> where(List<ScoredRun> failed, Map<RunId, Reasons> reasons, Predicate<Reasons> condition) {
        return failed.stream()
                .filter(run -> Stream.ofNullable(reasons.get(run.id())).anyMatch(condition))
                .toList();
    }

    /// What one reason costs.
    public Cost of(Reason reason) {
        return costs.get(reason.ordinal());
    }
}
