package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// The runs of a summary whose diagnosis says the same of their outcome as the score does. Shares are over the tasks that have one, of a
/// task with several trials first over these; where the profile counts tasks without a scored run these count 0 here too, so that the share
/// of successes is the success rate.
///
/// A run that was diagnosed under another profile or similarity may be a success here and a failure there; it counts as not diagnosed.
final class Diagnosed {
    private final Summary summary;
    private final List<ScoredRun> undiagnosed;
    private final Map<RunId, RunFacts> facts;
    private final Bootstrap bootstrap;

    /// @param facts of the runs that are diagnosed, by id
    Diagnosed(Summary summary, Map<RunId, RunFacts> facts, Bootstrap bootstrap) {
        this.facts = facts;
        this.bootstrap = bootstrap;
        List<ScoredRun> known = new ArrayList<>();
        List<ScoredRun> others = new ArrayList<>();
        summary.runs().forEach(run -> (isDiagnosed(run) ? known : others).add(run));
        this.summary = new Summary(known(summary, known, others), summary.overTasks(), known);
        this.undiagnosed = List.copyOf(others);
    }

    /// How many tasks were asked of each intent, without those whose runs are all undiagnosed: what became of these is not known here.
    private static SequencedMap<Intent, Integer> known(Summary summary, List<ScoredRun> known, List<ScoredRun> others) {
        Set<String> left = known.stream().map(run -> run.score().query()).collect(Collectors.toSet());
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>(summary.tasks());
        TaskTrials.of(others).stream()
                .filter(task -> !left.contains(task.query()))
                .forEach(task -> asked.computeIfPresent(task.last().score().intent(), (_, count) -> count - 1));
        return asked;
    }

    private boolean isDiagnosed(ScoredRun run) {
        RunFacts known = facts.get(run.id());
        return known != null
                && known.result() == (run.score().success() ? RunFacts.Result.SUCCESS : RunFacts.Result.FAILURE)
                && !known.rewards().isEmpty();
    }

    /// In the order of the summary.
    List<ScoredRun> runs() {
        return summary.runs();
    }

    List<ScoredRun> undiagnosed() {
        return undiagnosed;
    }

    /// Of one of [#runs].
    RunFacts facts(ScoredRun run) {
        RunFacts known = facts.get(run.id());
        if (known == null) {
            throw new IllegalArgumentException("not diagnosed: " + run.id());
        }
        return known;
    }

    /// How many tasks the shares are over.
    int tasks() {
        return summary.asr().of();
    }

    List<ScoredRun> where(Predicate<ScoredRun> condition) {
        return runs().stream().filter(condition).toList();
    }

    /// The share of tasks of which these are the runs; of a task with several trials, the share of its trials.
    ///
    /// @param these some of [#runs]
    Estimate share(Collection<ScoredRun> these) {
        Set<RunId> ids = these.stream().map(ScoredRun::id).collect(Collectors.toSet());
        return Estimate.of(summary.share(run -> ids.contains(run.id())), bootstrap);
    }

    /// The mean over the same tasks of a share that each run has.
    Estimate mean(ToDoubleFunction<ScoredRun> number) {
        double[] values = Arrays.copyOf(summary.runValues(number), tasks());
        return Estimate.of(TaskMean.of(values, bootstrap), runs().size(), FigureScale.SHARE);
    }
}
