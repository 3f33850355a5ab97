package org.shoptrace.core.search.lucene;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;

/// The index's files. The folder's name carries the version of what is written, so that a version that indexes otherwise begins anew;
/// what Lucene cannot read is a copy of what the rollouts say and is made again.
final class StepIndex {
    private static final String PREFIX = "steps-";
    /// To be raised whenever [RunDocuments] or [org.shoptrace.core.search.Words] change, or a format gives a step more text.
    private static final String VERSION = "4";
    private static final double RAM_BUFFER_MB = 48;

    private final OwnFolder own;
    private final Path root;
    private final Path folder;

    /// @param root where indexes of every version lie, created when one is written
    StepIndex(OwnFolder root) {
        this.own = root.folder(PREFIX + VERSION);
        this.root = root.path();
        this.folder = own.path();
    }

    /// The index as it was last committed; empty when there is none that can be read.
    Optional<DirectoryReader> open() throws ShoptraceException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            // It stays open with its reader, which looks into it for newer commits.
            MMapDirectory directory = new MMapDirectory(folder);
            return DirectoryReader.indexExists(directory) ? Optional.of(DirectoryReader.open(directory)) : Optional.empty();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | FileNotFoundException
                | NoSuchFileException e) {
            // The next update makes it anew; until then nothing is indexed.
            return Optional.empty();
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the search index cannot be read (" + e.getMessage() + ")", folder.toString(), "Check the folder's permissions", e);
        }
    }

    /// A writer, which only one process may have; empty while another has it.
    Optional<IndexWriter> writer() throws ShoptraceException {
        try {
            own.made();
            try {
                return Optional.of(openWriter());
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | FileNotFoundException
                    | NoSuchFileException e) {
                FileTree.delete(folder);
                own.made();
                return Optional.of(openWriter());
            }
        } catch (LockObtainFailedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private IndexWriter openWriter() throws IOException {
        MMapDirectory directory = new MMapDirectory(folder);
        try {
            return new IndexWriter(
                    directory,
                    new IndexWriterConfig(new KeywordAnalyzer())
                            .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                            .setRAMBufferSizeMB(RAM_BUFFER_MB)
                            .setCommitOnClose(false));
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /// Removes the indexes of other versions. For whoever has the writer.
    void removeOthers() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(PREFIX) && !entry.equals(folder)) {
                    FileTree.delete(entry);
                }
            }
        }
    }

    /// The ids of the runs that a reader holds whole.
    static Set<String> runs(DirectoryReader reader) throws IOException {
        Set<String> ids = new HashSet<>();
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.search(new TermQuery(new Term(RunDocuments.KIND, RunDocuments.RUN)), new IdCollector(ids));
        return ids;
    }

    ShoptraceException unwritable(IOException e) {
        return WriteFailure.of("the search index cannot be written; what was indexed before can still be searched", folder, e);
    }
}
