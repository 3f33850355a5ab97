package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.FileDiagnosis;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.report.ReportInput;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.KnownQueries;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// Scores the rollout files of a report, under its own scorer and under others, and diagnoses their runs.
final class ReportScoring {
    private final List<Task> tasks;
    private final List<Path> rollouts;
    private final List<String> models;
    private final Optional<TaskCover> cover;
    private final Progress progress;
    private final Evaluator evaluator = new Evaluator(Runtime.getRuntime().availableProcessors());
    private final Map<String, List<ScorerVariant>> variants = new HashMap<>();
    private final List<String> notices = new ArrayList<>();

    /// @param tasks  of all files
    /// @param models none, one for all files, or one for each
    /// @param cover  tells which of the tasks each file was asked; empty: all files were asked all tasks
    ReportScoring(List<Task> tasks, List<Path> rollouts, List<String> models, Optional<TaskCover> cover, Progress progress) {
        this.tasks = tasks;
        this.rollouts = rollouts;
        this.models = models;
        this.cover = cover;
        this.progress = progress;
    }

    /// One evaluation a file; a file that was asked nothing that the profile scores has none.
    ///
    /// @throws ShoptraceException also when that holds for every file
    List<Evaluation> evaluate(Profile profile) throws ShoptraceException {
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            List<Task> asked = asked(rollouts.get(i)).stream().filter(task -> profile.intents().contains(task.intent())).toList();
            if (cover.isEmpty() || !asked.isEmpty()) {
                evaluations.add(evaluator.evaluate(new EvaluationRequest(asked, rollouts.get(i), model(i), profile), progress));
            }
        }
        if (evaluations.isEmpty()) {
            throw new ShoptraceException(
                    "no run belongs to a task that the profile " + profile.name() + " scores",
                    rollouts.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Name the task files that the runs were made from");
        }
        return evaluations;
    }

    private Collection<Task> asked(Path file) throws ShoptraceException {
        if (cover.isEmpty()) {
            return tasks;
        }
        KnownQueries known = new KnownQueries(tasks.stream().map(Task::query).collect(Collectors.toSet()));
        List<String> queries = new ArrayList<>();
        RolloutFile.forEachRun(file, run -> known.settle(run).query().ifPresent(queries::add), progress);
        return cover.get().of(queries.stream()).tasks();
    }

    void otherProfile(List<Series> series, Profile other) {
        variant(series, "profile " + other.name(), other);
    }

    void equalTitles(List<Series> series, Profile profile) {
        variant(series, LiteralTitles.EQUAL.name(), profile.with(LiteralTitles.EQUAL));
    }

    void otherSimilarity(List<Series> series, Profile profile, TitleSimilarity other) {
        variant(series, other.name(), profile.with(other));
    }

    /// What another scorer cannot judge is told in the report, and does not keep the report from being made.
    private void variant(List<Series> series, String name, Profile other) {
        try {
            for (Series judged : Series.of(evaluate(other))) {
                series.stream()
                        .filter(chosen -> chosen.label().equals(judged.label()))
                        .forEach(chosen -> variants.computeIfAbsent(chosen.label(), _ -> new ArrayList<>())
                                .add(ScorerVariant.rescored(name, chosen.evaluation(), judged.evaluation())));
            }
        } catch (ShoptraceException e) {
            notices.add("The runs could not be scored with " + name + " for comparison: " + e.getMessage());
        }
    }

    /// The facts of every run, by id.
    Map<RunId, RunFacts> diagnose(Diagnostician diagnostician) throws ShoptraceException {
        Map<RunId, RunFacts> facts = new HashMap<>();
        FileDiagnosis diagnosis = new FileDiagnosis(diagnostician, tasks, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < rollouts.size(); i++) {
            diagnosis.of(rollouts.get(i), model(i), RunFactsOf::run, progress).runs().forEach(run -> facts.put(run.id(), run));
        }
        return facts;
    }

    /// @param notScored tasks that the report's profile does not score
    ReportInput.Findings findings(List<Task> notScored, Judgements judgements, Optional<TitleCalibration> calibration, SplitLeaks leaks) {
        return new ReportInput.Findings(Map.of(), variants, judgements, calibration, notScored, leaks, notices);
    }

    private Optional<String> model(int file) {
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(models.size() == 1 ? 0 : file));
    }
}
