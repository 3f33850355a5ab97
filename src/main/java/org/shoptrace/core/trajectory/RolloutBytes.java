package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The bytes of a rollout file by offset. A packed file cannot be read in its middle, and the runs of some lie nowhere in it as JSON. What
/// is read in their place is copied to a nameless file while it is first read; the operating system frees that when it is closed, however
/// the program ends.
final class RolloutBytes implements Closeable {
    /// How many bytes at each end of what was read tell a file that grew from one that was replaced.
    private static final int MARKED = 4096;

    private final Path file;
    private final Path scratchFolder;
    private @Nullable FileChannel copied;

    RolloutBytes(Path file, Path scratchFolder) {
        this.file = file;
        this.scratchFolder = scratchFolder;
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /// The file's own bytes from `offset` on.
    InputStream open(long offset) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// A copy of what is read from now on in the place of the file's bytes; what was copied before is gone.
    synchronized ContainedRuns.Copy copy() throws IOException {
        close();
        return in -> new CopiedStream(in, scratch());
    }

    private synchronized FileChannel scratch() throws IOException {
        if (copied == null) {
            try {
                copied = unnamed(Files.createDirectories(scratchFolder));
            } catch (IOException e) {
                // As in a container without a home that can be written to; any place will do.
                copied = unnamed(Path.of(System.getProperty("java.io.tmpdir")));
            }
        }
        return copied;
    }

    /// A file that is gone when it is closed.
    private static FileChannel unnamed(Path folder) throws IOException {
        Path scratch = Files.createTempFile(folder, "unpacked", ".jsonl");
        FileChannel channel = FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(scratch);
        return channel;
    }

    private static final class CopiedStream extends InputStream {
        private final InputStream in;
        private final FileChannel copy;

        CopiedStream(InputStream in, FileChannel copy) {
            this.in = in;
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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

    /// `length` bytes of the copy, or where there is none of the file, from `offset` on; fewer when the file is shorter by now.
    byte[] read(long offset, int length) throws IOException {
        synchronized (this) {
            if (copied != null) {
                return read(copied, offset, length);
            }
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel, offset, length);
        }
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        int available = Math.clamp(channel.size() - offset, 0, length);
        ByteBuffer bytes = ByteBuffer.allocate(available);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.array();
    }

    /// What stays the same as long as the file only grows after what was read of it.
    String mark(RolloutIndex.End read) throws IOException {
        if (read.rewritten()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        }
        long end = read.offset();
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            int marked = (int) Math.min(MARKED, end);
            sha256.update(read(channel, 0, marked));
            sha256.update(read(channel, end - marked, marked));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (copied != null) {
            copied.close();
            copied = null;
        }
    }
}
