package org.shoptrace.core.container;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowGroupPredicate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.model.json.Json;

/// The rows of a parquet file, each as a line of JSON, a text a group of rows: a group that is damaged costs no other.
final class ParquetTexts extends TextsInside {
    private static final Set<CompressionCodec> READ = Set.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD);

    private final ParquetFileReader parquet;

    private ParquetTexts(ParquetFileReader parquet) {
        super(parquet::close);
        this.parquet = parquet;
    }

    static ParquetTexts open(Path file) throws IOException {
        ParquetFileReader parquet;
        try {
            parquet = ParquetFileReader.open(InputFile.of(file));
        } catch (IOException | RuntimeException e) {
            boolean encrypted = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypted");
            throw new PackedStreamException(
                    encrypted
                            ? "the parquet file is encrypted"
                            : "the parquet file is cut off or damaged: what it says of its columns cannot be read",
                    e instanceof IOException io ? io : new IOException(e));
        }
        ParquetTexts texts = new ParquetTexts(parquet);
        try {
            texts.find();
            return texts;
        } catch (IOException e) {
            parquet.close();
            throw e;
        } catch (RuntimeException e) {
            parquet.close();
            throw new PackedStreamException("the parquet file is damaged: what it says of its columns makes no sense", new IOException(e));
        }
    }

    private void find() throws IOException {
        long rows = 0;
        for (RowGroup group : parquet.getFileMetaData().rowGroups()) {
            for (ColumnChunk chunk : group.columns()) {
                CompressionCodec codec = chunk.metaData().codec();
                if (!READ.contains(codec)) {
                    String name = codec.name().toLowerCase(Locale.ROOT).replace("_raw", "");
                    throw new IOException(
                            "its pages are packed with " + name + ", which Shoptrace does not read. Write it with zstd or snappy");
                }
            }
            if (group.numRows() > 0) {
                long first = rows;
                add(new Text(
                        "rows " + (first + 1) + " to " + (first + group.numRows()), Json.Obj.EMPTY, OptionalLong.of(first),
                        () -> new ParquetStream(parquet, group, place(group))));
            }
            rows += group.numRows();
        }
    }

    private static RowGroupPredicate place(RowGroup group) {
        long start = group.columns().stream().mapToLong(ColumnChunk::chunkStartOffset).min().orElse(0);
        long packed = group.columns().stream().mapToLong(chunk -> chunk.metaData().totalCompressedSize()).sum();
        return RowGroupPredicate.byteRange(start, start + Math.max(1, packed));
    }
}
