package org.shoptrace.core.evaluate.result;

import java.util.List;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.task.SuiteEmbeddings;

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
        return new ResultAssembly(material).assemble(evaluate(setup, material, _ -> {}, progress));
    }

    /// One evaluation for each file that was asked something.
    ///
    /// @param each told of each as soon as it is there
    /// @throws ShoptraceException when a file, a product or a title similarity cannot be had
    public List<Evaluation> evaluate(EvaluationSetup setup, EvaluationMaterial material, Consumer<Evaluation> each, Progress progress)
            throws ShoptraceException {
        progress.report("Loading the title similarity", -1);
        try (OpenScorer scorer = open(setup, material)) {
            return scorer.evaluate(each, progress);
        }
    }

    /// The scorer of a set-up, to score by it more than once.
    ///
    /// @throws ShoptraceException when the title similarity cannot be had
    public OpenScorer open(EvaluationSetup setup, EvaluationMaterial material) throws ShoptraceException {
        return OpenScorer.of(setup, material, similarities, evaluator);
    }

    @Override
    public TitleCalibration calibrate(SimilarityChoice similarity, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        progress.report("Reading the vectors of the tasks", -1);
        SuiteEmbeddings vectors = SuiteEmbeddings.of(material.tasks())
                .ofPairs("this workspace", "Put a suite into it whose tasks have reward_title_embeddings");
        // The tasks' own vectors are what the model is held against, so they must not answer for it.
        try (Similarities.Opened opened = similarities.open(similarity, List.of())) {
            return TitleCalibration.of(vectors.titles(), vectors::vector, opened.similarity());
        }
    }
}
