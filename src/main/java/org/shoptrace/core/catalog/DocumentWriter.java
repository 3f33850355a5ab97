package org.shoptrace.core.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.WholeFiles;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.model.catalog.Document;

/// Writes a catalogue file, one document a line; packed when the file's name ends in `.gz`. It takes the place of an
/// existing file when it is closed and whole.
public final class DocumentWriter implements AutoCloseable {
    private final Path file;
    private final WholeFiles files = new WholeFiles();
    private final BufferedWriter writer;
    private boolean failed;

    /// @throws ShoptraceException when the file cannot be written
    public DocumentWriter(Path file) throws ShoptraceException {
        this.file = file;
        try {
            OutputStream out = files.open(file);
            OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
            writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// @throws ShoptraceException when the file cannot be written
    public void write(Document document) throws ShoptraceException {
        try {
            writer.write(DocumentCodec.encode(document));
            writer.write('\n');
        } catch (IOException e) {
            failed = true;
            throw unwritable(e);
        }
    }

    @Override
    public void close() throws ShoptraceException {
        try (files) {
            writer.close();
            if (!failed) {
                files.commit();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ShoptraceException unwritable(IOException e) {
        return WriteFailure.of("the documents cannot be written", file, e);
    }
}
