package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.search.Excerpts;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Search over a Lucene index in a folder of the workspace's storage.
///
/// The index is written by whoever has Lucene's lock on it, and only while there is something to write; any number of windows read it.
/// A commit holds whole runs only, so that after a kill the rest is indexed and nothing twice.
public final class LuceneRunSearch implements RunSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneRunSearch.class);
    private static final int WORKERS = 2;

    private final StepIndex index;
    private Optional<DirectoryReader> reader = Optional.empty();
    private Set<String> indexedIds = Set.of();
    private boolean closed;

    /// @param folder where the index lies or will lie; nothing is created before an update
    public LuceneRunSearch(OwnFolder folder) {
        this.index = new StepIndex(folder);
        // Lucene counts a word once for each role. What bounds a question is QueryParser, which tells the place.
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    @Override
    public Update update(List<RunSummary> runs, RunReader source, Progress progress) throws ShoptraceException {
        Set<String> wanted = runs.stream().map(run -> run.id().sha256()).collect(Collectors.toCollection(HashSet::new));
        Set<String> held = held();
        if (held.equals(wanted)) {
            return Update.DONE;
        }
        progress.report("Indexing runs for search", -1);
        Optional<IndexWriter> writer = index.writer();
        if (writer.isEmpty()) {
            return Update.LEFT_TO_ANOTHER;
        }
        try (RunWriting writing = new RunWriting(index, writer.get(), wanted, this::refresh)) {
            List<RunSummary> missing = runs.stream().filter(run -> !writing.holds(run.id())).toList();
            try (BatchQueue<RunSummary, RunId> queue = new BatchQueue<>(
                    "search-index", WORKERS, batch -> writing.add(batch, source, progress),
                    done -> writing.added(done, missing.size(), progress))) {
                Set<RunId> queued = new HashSet<>();
                for (RunSummary run : missing) {
                    progress.checkCancelled();
                    if (queued.add(run.id())) {
                        queue.add(run);
                    }
                }
                queue.results();
            } catch (BatchQueue.Stopped e) {
                throw e.failure();
            }
            writing.finish();
        } catch (IOException e) {
            throw index.unwritable(e);
        }
        refresh();
        return Update.DONE;
    }

    private Set<String> held() throws ShoptraceException {
        refresh();
        synchronized (this) {
            return indexedIds;
        }
    }

    /// Takes over what was committed, here or by another process.
    private synchronized void refresh() throws ShoptraceException {
        if (closed) {
            return;
        }
        try {
            Optional<DirectoryReader> newer = reader.isEmpty()
                    ? index.open()
                    : Optional.ofNullable(DirectoryReader.openIfChanged(reader.get()));
            if (newer.isPresent()) {
                if (reader.isPresent()) {
                    reader.get().decRef();
                }
                reader = newer;
                indexedIds = Set.copyOf(StepIndex.runs(newer.get()));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// A reader to search with, and the runs that it holds. The reader is to be released.
    private record State(Optional<DirectoryReader> reader, Set<String> indexedIds) {}

    private synchronized State acquire() {
        reader.ifPresent(DirectoryReader::incRef);
        return new State(reader, indexedIds);
    }

    @Override
    public SearchAnswer search(Query query, List<RunRecord> runs, Products products, Limit limit) throws ShoptraceException {
        refresh();
        State state = acquire();
        try {
            IndexSearcher searcher = new IndexSearcher(state.reader().isPresent() ? state.reader().get() : new MultiReader());
            int notIndexed = QueryEvaluation.needsIndex(query)
                    ? (int) runs.stream().filter(run -> !state.indexedIds().contains(run.run().id().sha256())).count()
                    : 0;
            FoundRuns found = new FoundRuns(runs, limit);
            BareProducts bare = new BareProducts(products);
            for (Copies asked : Copies.rounds(query, runs)) {
                QueryEvaluation evaluation = new QueryEvaluation(searcher, asked.runs(), state.indexedIds(), bare);
                if (QueryEvaluation.asksForSteps(query)) {
                    found.steps(query, evaluation, searcher, asked);
                } else {
                    found.wholeRuns(query, evaluation, asked);
                }
            }
            return found.answer(searcher, Excerpts.sought(query), notIndexed);
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            release(state);
        }
    }

    private void release(State state) throws ShoptraceException {
        if (state.reader().isPresent()) {
            try {
                state.reader().get().decRef();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    private ShoptraceException unreadable(IOException e) {
        return new ShoptraceException(
                "the search index cannot be read (" + e.getMessage() + ")", "this workspace",
                "Open the workspace again; the index is made anew when it is damaged", e);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (reader.isPresent()) {
            try {
                reader.get().decRef();
            } catch (IOException e) {
                LOG.warn("the search index could not be closed: {}", e.getMessage());
            }
        }
        reader = Optional.empty();
    }
}
