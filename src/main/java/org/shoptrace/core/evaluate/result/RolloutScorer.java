package org.shoptrace.core.evaluate.result;

import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// Scores the chosen files one after the other, each against the task files that its runs were made from.
public final class RolloutScorer implements EvaluationRunner {
    private final Similarities similarities;
    private final Evaluator evaluator;

    public RolloutScorer(Similarities similarities, Evaluator evaluator) {
        this.similarities = similarities;
        this.evaluator = evaluator;
    }

    @Override
    public EvaluationResult run(EvaluationSetup setup, EvaluationMaterial material, Progress progress) throws ShoptraceException {
        progress.report("Loading the title similarity", -1);
        TaskCover cover = new TaskCover(material.taskSets());
        List<Task> all = material.taskSets().stream().flatMap(Collection::stream).toList();
        List<Evaluation> evaluations = new ArrayList<>();
        try (Similarities.Opened opened = similarities.open(setup.similarity(), all)) {
            Profile profile = profile(setup, material.sandbox(), opened.similarity());
            for (Path file : setup.files()) {
                List<RunSummary> runs = material.runs().stream().filter(run -> run.source().file().equals(file)).toList();
                List<Task> tasks = cover.of(runs).tasks().stream()
                        .filter(task -> profile.intents().contains(task.intent()))
                        .toList();
                if (!tasks.isEmpty()) {
                    Progress part = new Part(progress, evaluations.size(), setup.files().size(), file, tasks.size(), runs.size());
                    evaluations.add(evaluator.evaluate(new EvaluationRequest(tasks, file, Optional.empty(), profile), part));
                }
            }
        }
        return new ResultAssembly(material).assemble(evaluations);
    }

    @Override
    public TitleCalibration calibrate(SimilarityChoice similarity, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        progress.report("Reading the vectors of the tasks", -1);
        SuiteEmbeddings vectors = SuiteEmbeddings.of(material.taskSets().stream().flatMap(Collection::stream).toList());
        if (vectors.titles().size() < 2) {
            throw new ShoptraceException(
                    "the tasks carry the vectors of " + vectors.titles().size() + " titles, and pairs need two", "this workspace",
                    "Put a suite into it whose tasks have reward_title_embeddings");
        }
        // The tasks' own vectors are what the model is held against, so they must not answer for it.
        try (Similarities.Opened opened = similarities.open(similarity, List.of())) {
            return TitleCalibration.of(vectors.titles(), vectors::vector, opened.similarity());
        }
    }

    private static Profile profile(EvaluationSetup setup, Sandbox sandbox, TitleSimilarity similarity) {
        return switch (setup.profile()) {
            case SHOPPINGBENCH -> new ShoppingBenchProfile(sandbox::product, similarity, setup.noThink());
            case ORO -> new OroProfile(sandbox::product, similarity, setup.noThink());
        };
    }

    /// The share of the whole that one file is. The evaluator counts against the tasks; here it is counted against the runs.
    private record Part(Progress whole, int done, int files, Path file, int tasks, int runs) implements Progress {
        @Override
        public void report(String message, double fraction) {
            double ofFile = fraction < 0 || runs == 0 ? 0 : Math.min(1, fraction * tasks / runs);
            whole.report(file.getFileName() + ": " + message, (done + ofFile) / files);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
