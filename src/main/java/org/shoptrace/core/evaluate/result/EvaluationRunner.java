package org.shoptrace.core.evaluate.result;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.task.Task;

/// The scorer, as whoever shows a result needs it; [RolloutScorer] is the real one. Called from a job.
@FunctionalInterface
public interface EvaluationRunner {
    /// Scores what was chosen.
    ///
    /// @throws ShoptraceException when a file, a product or a title similarity cannot be had
    EvaluationResult run(EvaluationSetup setup, EvaluationMaterial material, Progress progress) throws ShoptraceException;

    /// Scores the files of a result by another profile.
    ///
    /// @return by the labels of the result; a series that the other profile does not score is left out
    /// @throws ShoptraceException when a file, a product or a title similarity cannot be had
    default SequencedMap<String, ScorerVariant> judged(MadeResult made, ScoringProfile by, Progress progress) throws ShoptraceException {
        EvaluationResult other = run(made.setup().by(by), made.material(), progress);
        return OtherScorers.beside(OtherScorers.profile(by.wireName()), made.result().wholes(), other.evaluations());
    }

    /// Diagnoses runs of a result by the scorer that scored them. A runner without a scorer of its own finds nothing.
    ///
    /// @param reader reads the runs; called by several threads
    /// @param told   gets what is found out, on the calling thread
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    default void diagnose(ResultDiagnosis asked, RunReader reader, Consumer<? super ResultDiagnosis.Part> told, Progress progress)
            throws ShoptraceException {
        progress.checkCancelled();
    }

    /// Asks a server of embeddings what it is. A runner without a similarity of its own cannot.
    ///
    /// @param tasks whose own vectors, of the published model, it is held against
    /// @throws ShoptraceException when it does not answer with embeddings
    default EndpointCheck check(SimilarityChoice.Endpoint server, List<Task> tasks) throws ShoptraceException {
        throw new ShoptraceException("no server is asked here", server.model(), "Run `shoptrace calibrate` instead");
    }

    /// Holds a similarity against the published vectors that the tasks carry. A runner without a similarity of its own cannot.
    ///
    /// @throws ShoptraceException when the tasks carry no two vectors, or a title cannot be compared
    default TitleCalibration calibrate(SimilarityChoice similarity, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        throw new ShoptraceException("titles are not compared here", similarity.toString(), "Run `shoptrace calibrate` instead");
    }
}
