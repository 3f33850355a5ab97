package org.shoptrace.core.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Document;

/// Writes a catalogue file, one document a line; packed when the file's name ends in `.gz`. An existing file is overwritten.
public final class DocumentWriter implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    /// @throws ShoptraceException when the file cannot be written
    public DocumentWriter(Path file) throws ShoptraceException {
        this.file = file;
        try {
            OutputStream out = Files.newOutputStream(file);
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
            throw unwritable(e);
        }
    }

    @Override
    public void close() throws ShoptraceException {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ShoptraceException unwritable(IOException e) {
        return new ShoptraceException(
                "the file cannot be written (" + e.getMessage() + ")", file.toString(),
                "Check the folder, its permissions and the space on the disk", e);
    }
}
