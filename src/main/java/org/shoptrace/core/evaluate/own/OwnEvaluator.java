package org.shoptrace.core.evaluate.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.RunDetails;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.core.trajectory.RunlessFile;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// Judges the runs of rollout files by what the files say of them. A file is never in memory; what is kept of a run is small.
public final class OwnEvaluator {
    private final double threshold;

    /// @param threshold from which score on a run is a success whose file does not say whether it is one
    public OwnEvaluator(double threshold) {
        this.threshold = threshold;
    }

    /// @param model empty for what the runs say, or else the file's name
    private record Source(Path file, Optional<String> model) {}

    /// One evaluation for each file of a set-up; of a file whose runs name several models one for each of these.
    ///
    /// @param each told of each as soon as it is there
    /// @throws ShoptraceException when a file cannot be read, or no run of any is judged by its file
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public List<Evaluation> evaluate(EvaluationSetup setup, Consumer<Evaluation> each, Progress progress) throws ShoptraceException {
        List<Source> sources = IntStream.range(0, setup.files().size())
                .mapToObj(i -> new Source(setup.files().get(i), setup.model(i)))
                .toList();
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            progress.report(source.file().getFileName() + ": Reading the file's verdicts", (double) i / sources.size());
            evaluations.addAll(evaluate(source, progress));
        }
        if (evaluations.stream().allMatch(evaluation -> evaluation.trials().isEmpty())) {
            if (sources.size() == 1 && evaluations.stream().allMatch(evaluation -> evaluation.leftovers().unknown().isEmpty())) {
                RunlessFile.check(sources.getFirst().file());
            }
            throw unjudged(sources, evaluations);
        }
        evaluations.forEach(each);
        return evaluations;
    }

    private List<Evaluation> evaluate(Source source, Progress progress) throws ShoptraceException {
        SequencedMap<String, OfModel> models = new LinkedHashMap<>();
        List<Rejection> rejected = RolloutFile.forEachRun(
                source.file(), run -> models.computeIfAbsent(run.model(), _ -> new OfModel()).take(run), progress);
        boolean several = models.size() > 1 && source.model().map(models::containsKey).orElse(true);
        if (several) {
            List<Evaluation> evaluations = new ArrayList<>();
            models.forEach((model, runs) -> evaluations.add(
                    runs.evaluation(source.file(), model, evaluations.isEmpty() ? rejected : List.of())));
            return evaluations;
        }
        OfModel all = new OfModel();
        models.values().forEach(all::takeAll);
        String model = source.model()
                .or(() -> models.keySet().stream().findFirst())
                .orElseGet(() -> RolloutFileName.model(source.file()));
        return List.of(all.evaluation(source.file(), model, rejected));
    }

    /// A report over nothing helps nobody.
    private static ShoptraceException unjudged(List<Source> sources, List<Evaluation> evaluations) {
        long runs = evaluations.stream().mapToLong(evaluation -> evaluation.leftovers().unknown().size()).sum();
        return new ShoptraceException(
                runs == 0
                        ? "there is no run"
                        : "the " + (runs == 1
                                ? "file does not judge its run"
                                : "files judge none of their " + runs
                                        + " runs"),
                String.join(", ", sources.stream().map(source -> source.file().toString()).toList()),
                runs == 0
                        ? "Name files of rollouts"
                        : "Judge them by the benchmark's rules, with its tasks and its catalogue");
    }

    /// The runs of one model in one file.
    private final class OfModel {
        private final List<ScoredRun> judged = new ArrayList<>();
        private final List<Unscored> unjudged = new ArrayList<>();
        private final SequencedSet<String> judges = new LinkedHashSet<>();
        private int said;

        void take(Run run) {
            Optional<OwnVerdict> verdict = run.own().verdict();
            Optional<Boolean> success = verdict.flatMap(one -> one.success(threshold));
            String task = OwnTask.of(run);
            if (success.isEmpty()) {
                unjudged.add(new Unscored(run.id(), run.source(), Optional.of(task)));
                return;
            }
            verdict.map(OwnVerdict::judge).filter(judge -> !judge.isBlank()).ifPresent(judges::add);
            said += verdict.flatMap(OwnVerdict::passed).isPresent() ? 1 : 0;
            judged.add(new ScoredRun(
                    run.id(), run.source(), run.steps().size(),
                    new TaskScore(task, Intent.OTHER, new LinkedHashMap<>(), success.get(), false, false),
                    RunDetails.ofOwn(RunSummary.of(run, 0), run.trial())));
        }

        void takeAll(OfModel other) {
            judged.addAll(other.judged);
            unjudged.addAll(other.unjudged);
            judges.addAll(other.judges);
            said += other.said;
        }

        Evaluation evaluation(Path file, String model, List<Rejection> rejected) {
            Set<String> tasks = new HashSet<>();
            judged.forEach(run -> tasks.add(run.score().query()));
            unjudged.forEach(run -> run.query().ifPresent(tasks::add));
            SequencedMap<Intent, Integer> asked = new LinkedHashMap<>(Map.of(Intent.OTHER, tasks.size()));
            OwnCriterion criterion = new OwnCriterion(threshold, List.copyOf(judges), said, judged.size() - said);
            return Evaluation.of(
                    new Conditions(file, model, criterion), asked, false, judged, List.of(),
                    new Leftovers(unjudged, List.of(), rejected));
        }
    }
}
