package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.DocumentLines;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;

/// Builds a catalogue directory from document files.
///
/// Lines are read, hashed and checked for repeated ids in file order; parsing and indexing run on several threads, so the index's
/// inner order varies, the answers do not.
public final class CatalogIndexer {
    /// What Lucene may hold before it writes a segment, in megabytes: with 1 GB of heap it leaves room for long lines in flight.
    private static final double RAM_BUFFER_MB = 256;
    /// Bytes of lines that are handed to a thread at once.
    private static final int BATCH_BYTES = 1 << 18;

    private final int threads;
    private final int batchBytes;
    private final Clock clock;

    /// Uses every processor.
    public CatalogIndexer() {
        this(Runtime.getRuntime().availableProcessors(), BATCH_BYTES, Clock.systemUTC());
    }

    /// @param threads    how many parse and index, at least 1
    /// @param batchBytes after how many bytes of lines a thread gets its share
    /// @param clock      stamps the catalogue
    CatalogIndexer(int threads, int batchBytes, Clock clock) {
        this.threads = threads;
        this.batchBytes = batchBytes;
        this.clock = clock;
    }

    /// Builds the catalogue and puts it in place of what `catalog` held; until then, and when it fails or is cancelled, that stays.
    ///
    /// @param documents  `documents.jsonl` files, packed or not; the first of a repeated product id counts
    /// @param catalog    a catalogue, an empty folder, or none yet
    /// @param rejections told of each line that is not used, in file order
    /// @throws ShoptraceException when a file cannot be read to its end, there is no document at all, or `catalog` holds something else
    /// @throws java.util.concurrent.CancellationException when `progress` is cancelled
    public CatalogInfo build(List<Path> documents, Path catalog, Consumer<Rejection> rejections, Progress progress)
            throws ShoptraceException {
        CatalogDirectory directory = new CatalogDirectory(catalog);
        try (DocumentLines lines = new DocumentLines(documents);
                CatalogBuild build = directory.begin()) {
            try {
                List<SourceTimes> before = SourceTimes.of(documents);
                CatalogInfo info = SourceTimes.told(write(lines, build.index(), documents, rejections, progress), before, progress);
                build.publish(info);
                return info;
            } catch (IOException e) {
                throw CatalogBuild.unwritable(directory, e);
            }
        }
    }

    private CatalogInfo write(
            DocumentLines lines, Path index, List<Path> documents, Consumer<Rejection> rejections, Progress progress)
            throws IOException, ShoptraceException {
        IndexWriterConfig config = new IndexWriterConfig(DocumentFields.analyzer())
                .setSimilarity(DocumentFields.similarity())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(RAM_BUFFER_MB);
        try (MMapDirectory directory = new MMapDirectory(index)) {
            IndexWriter writer = new IndexWriter(directory, config);
            try (IndexingPipeline pipeline = new IndexingPipeline(writer, threads, rejections)) {
                feed(pipeline, lines, progress);
                progress.report("Writing the index", 1);
                if (pipeline.indexed() == 0) {
                    throw new ShoptraceException(
                            "there is no usable document (" + pipeline.rejected() + " lines were rejected)",
                            documents.toString(),
                            "Name a documents.jsonl with a document a line");
                }
                writer.commit();
                writer.close();
                return new CatalogInfo(
                        pipeline.indexed(),
                        pipeline.rejected(),
                        new CatalogFingerprint(lines.sha256()),
                        Instant.now(clock),
                        documents.stream().map(file -> file.getFileName().toString()).toList());
            } finally {
                writer.rollback();
            }
        }
    }

    private void feed(IndexingPipeline pipeline, DocumentLines lines, Progress progress)
            throws IOException, ShoptraceException {
        List<DocumentLines.Line> batch = new ArrayList<>();
        long bytes = 0;
        for (Optional<DocumentLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            batch.add(line.get());
            bytes += line.get().bytes().length;
            if (bytes >= batchBytes) {
                progress.checkCancelled();
                pipeline.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
                progress.report(
                        String.format(Locale.ROOT, "%,d documents indexed", pipeline.indexed()), lines.fractionRead());
            }
        }
        pipeline.add(batch);
        pipeline.finish();
        progress.checkCancelled();
    }
}
