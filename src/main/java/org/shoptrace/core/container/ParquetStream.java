package org.shoptrace.core.container;

import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowGroupPredicate;
import dev.hardwood.schema.ColumnProjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.file.PieceStream;
import org.shoptrace.core.json.JsonWriter;

/// The rows of a group, a line of JSON each, made as they are read.
final class ParquetStream extends PieceStream {
    /// How many bytes of values are read at a time, as far as the file's own figures tell; a row is never parted.
    private static final long BATCH_BYTES = 2 << 20;

    /// Texts that repeat are kept once in the file, and its figures say nothing of how often.
    private static final int MOST_ROWS = 32;

    private final ParquetFileReader parquet;
    private final ColumnReaders columns;
    private final long rows;
    private @Nullable ParquetBatch batch;
    private int next;
    private long made;

    ParquetStream(ParquetFileReader parquet, RowGroup group, RowGroupPredicate place) throws IOException {
        this.parquet = parquet;
        this.rows = group.numRows();
        long rowBytes = Math.max(1, group.totalByteSize() / Math.max(1, rows));
        int size = Math.clamp(BATCH_BYTES / rowBytes, 1, MOST_ROWS);
        try {
            this.columns = parquet.buildColumnReaders(ColumnProjection.all()).filter(place).batchSize(size).build();
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            throw damaged(e);
        }
    }

    @Override
    protected Optional<byte[]> next() throws IOException {
        try {
            while (batch == null || next >= batch.rows()) {
                if (!columns.nextBatch()) {
                    if (made < rows) {
                        throw new PackedStreamException("it holds " + made + " of its " + rows + " rows");
                    }
                    return Optional.empty();
                }
                batch = new ParquetBatch(parquet.getFileSchema().getRootNode(), columns);
                next = 0;
            }
            byte[] line = (JsonWriter.compact(batch.row(next++)) + "\n").getBytes(StandardCharsets.UTF_8);
            made++;
            return Optional.of(line);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            throw damaged(e);
        }
    }

    private static PackedStreamException damaged(Throwable e) {
        // Pages are unpacked on threads of their own, and what goes wrong there comes wrapped.
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return new PackedStreamException("a page is too large to be held in memory", new IOException(e));
            }
            if (cause instanceof LinkageError) {
                return new PackedStreamException("what unpacks its pages cannot be loaded on this computer", new IOException(e));
            }
        }
        return new PackedStreamException("a page is damaged or written in a way that is not read", new IOException(e));
    }

    @Override
    public void close() {
        columns.close();
    }
}
