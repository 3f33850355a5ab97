package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One update of the index, from opening its writer to closing it.
final class RunWriting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunWriting.class);
    /// How long finished runs wait before they can be searched.
    private static final long COMMIT_NANOS = 2_000_000_000L;

    private final StepIndex index;
    private final IndexWriter writer;
    private final Set<String> held;
    private final Committed committed;
    private long committedAt = System.nanoTime();

    /// Told after each commit.
    @FunctionalInterface
    interface Committed {
        void refresh() throws ShoptraceException;
    }

    /// @param wanted the ids of the runs that the index is to hold; others that it holds are taken out
    RunWriting(StepIndex index, IndexWriter writer, Set<String> wanted, Committed committed) throws IOException {
        this.index = index;
        this.writer = writer;
        this.committed = committed;
        try {
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                held = StepIndex.runs(reader);
            }
            Set<String> gone = new HashSet<>(held);
            gone.removeAll(wanted);
            for (String id : gone) {
                writer.deleteDocuments(new Term(RunDocuments.ID, id));
            }
            held.removeAll(gone);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    boolean holds(RunId run) {
        return held.contains(run.sha256());
    }

    /// Indexes a batch; called by several threads. A run whose file has changed meanwhile is left out: the next update brings it.
    List<RunId> add(List<RunSummary> batch, RunReader source, Progress progress) throws ShoptraceException {
        List<RunId> added = new ArrayList<>();
        for (RunSummary summary : batch) {
            progress.checkCancelled();
            Run run;
            try {
                run = source.read(summary);
            } catch (ShoptraceException e) {
                LOG.warn("not indexed for search: {}", e.getMessage());
                continue;
            }
            try {
                writer.addDocuments(RunDocuments.of(run));
            } catch (IOException e) {
                throw index.unwritable(e);
            }
            added.add(run.id());
        }
        return added;
    }

    /// Makes what is indexed searchable from time to time; called on the thread that adds the runs.
    void added(int done, int of, Progress progress) {
        progress.report(String.format(Locale.ROOT, "%,d of %,d runs indexed for search", done, of), (double) done / of);
        if (System.nanoTime() - committedAt > COMMIT_NANOS) {
            try {
                writer.commit();
                committed.refresh();
            } catch (IOException | ShoptraceException e) {
                // The end of the update commits again and tells.
                LOG.warn("the search index could not be committed: {}", e.getMessage());
            }
            committedAt = System.nanoTime();
        }
    }

    /// Commits everything.
    void finish() throws IOException {
        writer.commit();
        index.removeOthers();
    }

    /// Keeps what was indexed, however the update ended.
    @Override
    public void close() throws IOException {
        try (Directory directory = writer.getDirectory()) {
            try {
                if (writer.isOpen() && writer.hasUncommittedChanges()) {
                    writer.commit();
                }
            } finally {
                writer.close();
            }
            LOG.debug("closed {}", directory);
        }
    }
}
