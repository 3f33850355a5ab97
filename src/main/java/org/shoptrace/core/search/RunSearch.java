package org.shoptrace.core.search;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.trajectory.RunSummary;

/// Search over the runs of a workspace. Safe for use by several threads: it answers from what is indexed while more is being indexed.
public interface RunSearch extends AutoCloseable {

    /// What the catalogue knows of products that a run names without having been shown them.
    @FunctionalInterface
    interface Products {
        Optional<Product> product(String id) throws ShoptraceException;
    }

    /// What became of an update.
    enum Update {
        DONE,
        /// Another process is updating the same index; what it has finished is searched here too.
        LEFT_TO_ANOTHER
    }

    /// How much of an answer is made out in full; it is always counted whole.
    ///
    /// @param runs  at most so many runs are listed
    /// @param steps at most so many steps of each
    record Limit(int runs, int steps) {}

    /// Makes the index hold these runs and no others; those that it holds already are not read again.
    ///
    /// @throws ShoptraceException when the index cannot be written; what it held before can still be searched
    /// @throws java.util.concurrent.CancellationException when `progress` is cancelled; what was indexed until then stays
    Update update(List<RunSummary> runs, RunReader reader, Progress progress) throws ShoptraceException;

    /// Answers a question.
    ///
    /// @param runs     those to look among, in the order of the answer
    /// @param products of the open catalogue
    /// @throws ShoptraceException when the index cannot be read
    SearchAnswer search(Query query, List<RunRecord> runs, Products products, Limit limit) throws ShoptraceException;

    @Override
    void close();
}
