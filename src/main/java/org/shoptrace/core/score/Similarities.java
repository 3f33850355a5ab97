package org.shoptrace.core.score;

import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.task.Task;

/// Opens title similarities. Called from a job.
@FunctionalInterface
public interface Similarities {

    /// A similarity while it is in use; closing lets go of its vectors on disk.
    interface Opened extends AutoCloseable {
        TitleSimilarity similarity();

        @Override
        void close();
    }

    /// Opens one.
    ///
    /// @param tasks whose own vectors may be used where the chosen model made them
    /// @throws ShoptraceException when the model, the table or the vectors on disk cannot be had
    Opened open(SimilarityChoice choice, List<Task> tasks) throws ShoptraceException;

    /// Asks a server of embeddings what it is.
    ///
    /// @param tasks whose own vectors, of the published model, it is held against
    /// @throws ShoptraceException when it does not answer with embeddings, or servers are not asked here
    default EndpointCheck check(SimilarityChoice.Endpoint choice, List<Task> tasks) throws ShoptraceException {
        throw new ShoptraceException("no server is asked here", choice.model(), "Evaluate with it");
    }
}
