package org.shoptrace.core.evaluate.result;

import java.util.List;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.own.OwnEvaluator;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.task.Task;

/// Scores the files of a set-up, for the window and for the commands.
public final class RolloutScorer implements EvaluationRunner {
    private final Similarities similarities;
    private final Evaluator evaluator;

    public RolloutScorer(Similarities similarities, Evaluator evaluator) {
        this.similarities = similarities;
        this.evaluator = evaluator;
    }

    @Override
    public EvaluationResult run(EvaluationSetup setup, EvaluationMaterial material, Progress progress) throws ShoptraceException {
        if (setup.own().isPresent()) {
            return new ResultAssembly(material).assemble(new OwnEvaluator(setup.own().getAsDouble()).evaluate(setup, _ -> {}, progress));
        }
        progress.report("Loading the title similarity", -1);
        try (OpenScorer scorer = open(setup, material)) {
            return new ResultAssembly(material).assemble(scorer.evaluate(_ -> {}, progress));
        }
    }

    /// The scorer of a set-up, to score by it more than once.
    ///
    /// @throws ShoptraceException when the title similarity cannot be had
    public OpenScorer open(EvaluationSetup setup, EvaluationMaterial material) throws ShoptraceException {
        return OpenScorer.of(setup, material, similarities, evaluator);
    }

    @Override
    public void diagnose(ResultDiagnosis asked, RunReader reader, Consumer<? super ResultDiagnosis.Part> told, Progress progress)
            throws ShoptraceException {
        progress.report("Loading the title similarity", -1);
        try (OpenScorer scorer = open(asked.made().setup(), asked.made().material())) {
            // Half of the processors are left to what the user does meanwhile.
            asked.by(scorer.profile(), reader, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), told, progress);
        }
    }

    @Override
    public EndpointCheck check(SimilarityChoice.Endpoint server, List<Task> tasks) throws ShoptraceException {
        return similarities.check(server, tasks);
    }

    @Override
    public TitleCalibration calibrate(SimilarityChoice similarity, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        progress.report("Reading the vectors of the tasks", -1);
        SuiteEmbeddings vectors = SuiteEmbeddings.of(material.tasks())
                .ofPairs("this workspace", "Put a suite into it whose tasks have reward_title_embeddings");
        // The tasks' own vectors are what the model is held against, so they must not answer for it.
        try (Similarities.Opened opened = similarities.open(similarity, List.of())) {
            return TitleCalibration.of(vectors.titles(), vectors::vector, opened.similarity(), progress::checkCancelled);
        }
    }
}
