package org.shoptrace.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes that can be read anywhere: a file's, or those of a copy that has no name, which the operating system frees when it is closed,
/// however the program ends. Safe for use by several threads, but only one may copy.
public final class BytesByOffset implements Closeable {
    private final FileChannel channel;

    private BytesByOffset(FileChannel channel) {
        this.channel = channel;
    }

    /// A file's own bytes.
    public static BytesByOffset of(Path file) throws IOException {
        return new BytesByOffset(FileChannel.open(file));
    }

    /// A copy of nothing yet.
    ///
    /// @param folder where there is room for it; created when it is not there
    public static BytesByOffset copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path scratch = Files.createTempFile(folder, "unpacked", ".jsonl");
        FileChannel channel = FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(scratch);
        return new BytesByOffset(channel);
    }

    /// A copy of nothing yet, where temporary files are kept.
    public static BytesByOffset copy() throws IOException {
        return copy(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Copies what is read of a stream, behind what was copied before.
    ///
    /// @return to be read instead of `in`
    public InputStream copying(InputStream in) {
        return new Copied(in, channel);
    }

    /// `length` bytes from `offset` on; fewer when there are fewer.
    public byte[] read(long offset, int length) throws IOException {
        int available = Math.clamp(channel.size() - offset, 0, length);
        ByteBuffer bytes = ByteBuffer.allocate(available);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Copied extends BlockStream {
        private final InputStream in;
        private final FileChannel copy;

        Copied(InputStream in, FileChannel copy) {
            this.in = in;
            this.copy = copy;
        }

        @Override
        public int read(byte[] buffer, int start, int count) throws IOException {
            int read = in.read(buffer, start, count);
            if (read > 0) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, start, read);
                while (bytes.hasRemaining()) {
                    copy.write(bytes);
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
