package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.catalog.BadDocumentException;
import org.shoptrace.core.catalog.DocumentLines;
import org.shoptrace.core.catalog.DocumentReader;

/// Parses and indexes batches of lines on several threads. The thread that adds them sees the parsed batches again in the order it
/// added them: it alone decides which of two documents with one id is the first, and reports rejections.
final class IndexingPipeline implements AutoCloseable {
    private final IndexWriter writer;
    private final Consumer<Rejection> rejections;
    private final ExecutorService workers;
    private final int threads;
    private final int mostInFlight;
    private final Deque<Future<List<Parsed>>> parsing = new ArrayDeque<>();
    private final Deque<Future<?>> indexing = new ArrayDeque<>();
    /// Ids as packed bytes: a set of strings would take a third of the heap for the published catalogue.
    private final BytesRefHash ids = new BytesRefHash();
    private int indexed;
    private long rejected;

    /// What became of a line: fields to index or the reason why not.
    private sealed interface Parsed {
        record Good(DocumentLines.Line line, String id, Document fields) implements Parsed {}

        record Bad(Rejection rejection) implements Parsed {}
    }

    IndexingPipeline(IndexWriter writer, int threads, Consumer<Rejection> rejections) {
        this.writer = writer;
        this.rejections = rejections;
        this.threads = threads;
        this.mostInFlight = 2 * threads;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("catalogue-index-", 1).factory());
    }

    int indexed() {
        return indexed;
    }

    long rejected() {
        return rejected;
    }

    /// Takes a batch; waits while too many are under way.
    void add(List<DocumentLines.Line> batch) throws IOException {
        parsing.add(workers.submit(() -> parse(batch)));
        while (parsing.size() > mostInFlight) {
            passOn();
        }
    }

    /// Waits until everything that was added is indexed and written.
    void finish() throws IOException {
        while (!parsing.isEmpty()) {
            passOn();
        }
        // Lucene buffers documents apart for each thread, and a commit alone would write one buffer after the other.
        for (int i = 0; i < threads; i++) {
            indexing.add(workers.submit(writer::flushNextBuffer));
        }
        while (!indexing.isEmpty()) {
            await(indexing.remove());
        }
    }

    /// Stops; what is under way is abandoned.
    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }

    private void passOn() throws IOException {
        List<Document> accepted = new ArrayList<>();
        for (Parsed parsed : await(parsing.remove())) {
            switch (parsed) {
                case Parsed.Bad(Rejection rejection) -> reject(rejection);
                case Parsed.Good(DocumentLines.Line line, String id, Document fields) -> {
                    if (ids.add(new BytesRef(id)) >= 0) {
                        accepted.add(fields);
                    } else {
                        reject(DocumentReader.rejection(line, DocumentReader.repeated(id)));
                    }
                }
            }
        }
        indexed += accepted.size();
        Callable<Long> index = () -> writer.addDocuments(accepted);
        indexing.add(workers.submit(index));
        while (indexing.size() > mostInFlight) {
            await(indexing.remove());
        }
    }

    private void reject(Rejection rejection) {
        rejected++;
        rejections.accept(rejection);
    }

    private static List<Parsed> parse(List<DocumentLines.Line> batch) {
        List<Parsed> parsed = new ArrayList<>(batch.size());
        for (DocumentLines.Line line : batch) {
            try {
                var document = DocumentReader.decode(line);
                parsed.add(new Parsed.Good(line, document.id(), DocumentFields.of(document, line.bytes())));
            } catch (BadDocumentException e) {
                parsed.add(new Parsed.Bad(DocumentReader.rejection(line, e)));
            }
        }
        return parsed;
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
