package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// The runs of a summary whose diagnosis says the same of their outcome as the score does, by task.
///
/// A run that was diagnosed under another profile or similarity may be a success here and a failure there; it counts as not diagnosed.
final class Diagnosed {
    private final SequencedMap<String, List<ScoredRun>> byTask = new LinkedHashMap<>();
    private final List<ScoredRun> undiagnosed = new ArrayList<>();
    private final Map<RunId, RunFacts> facts;
    private final Bootstrap bootstrap;

    /// @param facts of the runs that are diagnosed, by id
    Diagnosed(Summary summary, Map<RunId, RunFacts> facts, Bootstrap bootstrap) {
        this.facts = facts;
        this.bootstrap = bootstrap;
        for (ScoredRun run : summary.runs()) {
            if (isDiagnosed(run)) {
                byTask.computeIfAbsent(run.score().query(), _ -> new ArrayList<>()).add(run);
            } else {
                undiagnosed.add(run);
            }
        }
    }

    private boolean isDiagnosed(ScoredRun run) {
        RunFacts known = facts.get(run.id());
        return known != null
                && known.result() == (run.score().success() ? RunFacts.Result.SUCCESS : RunFacts.Result.FAILURE)
                && !known.rewards().isEmpty();
    }

    /// In the order of the summary.
    List<ScoredRun> runs() {
        return byTask.values().stream().flatMap(List::stream).toList();
    }

    List<ScoredRun> undiagnosed() {
        return List.copyOf(undiagnosed);
    }

    /// Of one of [#runs].
    RunFacts facts(ScoredRun run) {
        RunFacts known = facts.get(run.id());
        if (known == null) {
            throw new IllegalArgumentException("not diagnosed: " + run.id());
        }
        return known;
    }

    /// How many tasks have a diagnosed run.
    int tasks() {
        return byTask.size();
    }

    List<ScoredRun> where(Predicate<ScoredRun> condition) {
        return runs().stream().filter(condition).toList();
    }

    /// The share of tasks of which these are the runs; of a task with several trials, the share of its trials.
    ///
    /// @param these some of [#runs]
    Estimate share(Collection<ScoredRun> these) {
        Set<RunId> ids = these.stream().map(ScoredRun::id).collect(Collectors.toSet());
        return byTask.values().stream().allMatch(trials -> trials.size() == 1)
                ? Estimate.of(new Rate(ids.size(), tasks()))
                : mean(run -> ids.contains(run.id()) ? 1 : 0);
    }

    /// The mean over tasks of their trials' means, with the interval of the bootstrap of tasks.
    Estimate mean(ToDoubleFunction<ScoredRun> number) {
        double[] values = byTask.values().stream()
                .mapToDouble(trials -> trials.stream().mapToDouble(number).sum() / trials.size())
                .toArray();
        return Estimate.of(TaskMean.of(values, bootstrap), runs().size(), FigureScale.SHARE);
    }
}
