package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Scores a rollout file. Runs are read one after the other and scored by several workers; the file is never in memory.
public final class Evaluator {
    private final int workers;

    /// @param workers how many runs are scored at a time
    public Evaluator(int workers) {
        this.workers = workers;
    }

    /// Scores every run of the file and makes the aggregates.
    ///
    /// @throws ShoptraceException when the file cannot be read, a product or a similarity cannot be had, or the profile
    ///     does not score an intent of the tasks
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public Evaluation evaluate(EvaluationRequest request, Progress progress) throws ShoptraceException {
        SequencedMap<String, Task> tasks = new LinkedHashMap<>();
        for (Task task : request.tasks()) {
            requireScored(task, request);
            tasks.put(task.query(), task);
        }
        KnownQueries queries = new KnownQueries(tasks.keySet());
        String model = request.model().orElseGet(() -> RolloutFileName.model(request.rollouts()));
        List<Unscored> unknown = new ArrayList<>();
        List<Unscored> lost = new ArrayList<>();
        try (ScoringQueue queue = new ScoringQueue(request.profile(), tasks, workers, progress)) {
            List<Rejection> rejected = RolloutFile.forEachRun(
                    request.rollouts(),
                    read -> {
                        Run run = queries.settle(read);
                        if (!request.profile().isScored(run)) {
                            lost.add(new Unscored(run.id(), run.source(), run.query()));
                        } else if (run.query().filter(tasks::containsKey).isEmpty()) {
                            unknown.add(new Unscored(run.id(), run.source(), run.query()));
                        } else {
                            queue.add(run.byModel(model));
                        }
                    },
                    progress);
            return aggregate(request, model, tasks, queue.results(), new Leftovers(unknown, lost, rejected));
        } catch (BatchQueue.Stopped e) {
            throw e.failure();
        }
    }

    private static void requireScored(Task task, EvaluationRequest request) throws ShoptraceException {
        if (!request.profile().intents().contains(task.intent())) {
            throw new ShoptraceException(
                    "the profile " + request.profile().name() + " does not score " + task.intent().wireName() + " tasks",
                    "\"" + task.query() + "\"",
                    "Choose the profile shoppingbench, or tasks without that intent");
        }
    }

    private static Evaluation aggregate(
            EvaluationRequest request, String model, SequencedMap<String, Task> tasks, List<ScoredRun> trials, Leftovers leftovers) {
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>(countByIntent(tasks.values()));
        Profile profile = request.profile();
        Set<String> scored = trials.stream().map(run -> run.score().query()).collect(Collectors.toSet());
        List<Task> missing = tasks.values().stream().filter(task -> !scored.contains(task.query())).toList();
        TitleSimilarity similarity = profile.similarity();
        Conditions conditions = new Conditions(
                request.rollouts(),
                model,
                profile.name(),
                similarity.name(),
                similarity.comparableWithPublished(),
                profile.titleThresholds().stream()
                        .flatMap(published -> similarity.calibration(published).stream())
                        .toList());
        return Evaluation.of(conditions, asked, profile.countsMissingTasks(), trials, missing, leftovers);
    }

    private static Map<Intent, Integer> countByIntent(Collection<Task> tasks) {
        Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
        tasks.forEach(task -> counts.merge(task.intent(), 1, Integer::sum));
        return counts;
    }
}
