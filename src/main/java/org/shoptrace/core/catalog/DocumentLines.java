package org.shoptrace.core.catalog;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.PackedStreamException;

/// The lines of catalogue files, one file after the other, as bytes, unpacked where they are packed ([FileInput]). On the
/// way the lines are hashed, each with its line break; a last line without one counts as if it had it, so that
/// a file and its copy that ends in a line break are the same catalogue.
///
/// A packed file that ends early is a failure, not a shorter catalogue: answers from half a catalogue would look right and be wrong.
public final class DocumentLines implements AutoCloseable {
    /// The longest line that is kept, in bytes. Documents are of some kilobytes; what is a thousand times longer is none.
    public static final int LONGEST_LINE = 16 << 20;

    private final List<Path> files;
    private final MessageDigest digest = sha256Digest();
    private final byte[] buffer = new byte[1 << 16];
    private final long totalBytes;
    private int start;
    private int end;
    private int nextFile;
    private long lineNumber;
    private long bytesRead;
    private @Nullable InputStream open;

    /// A line without its line break. `length` is its length in bytes; of one longer than [#LONGEST_LINE] `bytes` holds nothing.
    public record Line(Path file, long number, long length, @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
        public boolean isTooLong() {
            return length > LONGEST_LINE;
        }

        /// Whether there is nothing but white space.
        public boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !isTooLong();
        }
    }

    /// @throws ShoptraceException when a file is missing, cannot be read or is empty
    public DocumentLines(List<Path> files) throws ShoptraceException {
        this.files = List.copyOf(files);
        long total = 0;
        for (Path file : files) {
            total += size(file);
        }
        totalBytes = total;
    }

    private static long size(Path file) throws ShoptraceException {
        if (!Files.isRegularFile(file)) {
            throw new ShoptraceException(
                    Files.exists(file) ? "this is no file" : "there is no such file", file.toString(),
                    "Name a documents.jsonl or documents.jsonl.gz");
        }
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new ShoptraceException("the file is empty", file.toString(),
                        "Name a documents.jsonl or documents.jsonl.gz with a document a line");
            }
            FileInput.requireUtf8(file);
            return size;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The next line; empty at the end of the last file.
    ///
    /// @throws ShoptraceException when a file cannot be read to its end
    public Optional<Line> next() throws ShoptraceException {
        while (true) {
            if (open == null) {
                if (nextFile == files.size()) {
                    return Optional.empty();
                }
                openNext();
            }
            Optional<Line> line = nextOfFile();
            if (line.isPresent()) {
                return line;
            }
            close();
            open = null;
        }
    }

    /// The share of the files' bytes that was read, 0..1.
    public double fractionRead() {
        return (double) bytesRead / totalBytes;
    }

    /// The SHA-256 over all lines, 64 lower-case hexadecimal digits. To be asked once, after the last line.
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws ShoptraceException {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw unreadable(currentFile(), e);
            }
        }
    }

    private void openNext() throws ShoptraceException {
        Path file = files.get(nextFile++);
        lineNumber = 0;
        start = 0;
        end = 0;
        try {
            open = FileInput.unpacked(new Counting(Files.newInputStream(file)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Optional<Line> nextOfFile() throws ShoptraceException {
        ByteArrayOutputStream pieces = null;
        long length = 0;
        while (start < end || fill()) {
            int lineBreak = start;
            while (lineBreak < end && buffer[lineBreak] != '\n') {
                lineBreak++;
            }
            int from = start;
            int count = lineBreak - from;
            length += count;
            boolean whole = lineBreak < end;
            start = whole ? lineBreak + 1 : lineBreak;
            if (whole && pieces == null) {
                return Optional.of(line(length, Arrays.copyOfRange(buffer, from, lineBreak)));
            }
            pieces = pieces == null ? new ByteArrayOutputStream() : pieces;
            if (length <= LONGEST_LINE) {
                pieces.write(buffer, from, count);
            } else {
                pieces.reset();
            }
            if (whole) {
                return Optional.of(line(length, pieces.toByteArray()));
            }
        }
        if (pieces == null) {
            return Optional.empty();
        }
        digest.update((byte) '\n');
        return Optional.of(line(length, pieces.toByteArray()));
    }

    private Line line(long length, byte[] bytes) {
        return new Line(currentFile(), ++lineNumber, length, bytes);
    }

    private boolean fill() throws ShoptraceException {
        InputStream in = Objects.requireNonNull(open);
        try {
            int read = in.read(buffer);
            start = 0;
            end = Math.max(0, read);
            digest.update(buffer, 0, end);
            return read > 0;
        } catch (PackedStreamException e) {
            throw new ShoptraceException(
                    Objects.requireNonNull(e.getMessage()) + " after line " + lineNumber,
                    currentFile().toString(),
                    "Fetch it again; nothing was built from it",
                    e);
        } catch (IOException e) {
            throw unreadable(currentFile(), e);
        }
    }

    private Path currentFile() {
        return files.get(nextFile - 1);
    }

    private static ShoptraceException unreadable(Path file, IOException e) {
        return new ShoptraceException("the file cannot be read, " + FileInput.cause(e), file.toString(),
                "Check the file and its permissions", e);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Counts the bytes of the files as they lie on disk, for progress.
    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            bytesRead += Math.max(0, read);
            return read;
        }
    }
}
