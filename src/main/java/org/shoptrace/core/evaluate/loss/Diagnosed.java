package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// The runs of a summary whose diagnosis says the same of their outcome as the score does. Shares are over the tasks that have one, of a
/// task with several trials first over these.
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
        this.summary = new Summary(summary.tasks(), false, known);
        this.undiagnosed = List.copyOf(others);
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

    /// How many tasks have a diagnosed run.
    int tasks() {
        return summary.scoredTasks();
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

    /// The mean over tasks of a share that each run has.
    Estimate mean(ToDoubleFunction<ScoredRun> number) {
        return Estimate.of(TaskMean.of(summary.runValues(number), bootstrap), runs().size(), FigureScale.SHARE);
    }
}
