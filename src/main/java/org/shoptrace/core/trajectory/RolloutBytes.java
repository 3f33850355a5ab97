package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.file.BytesByOffset;

/// The bytes of a rollout file by offset. A packed file cannot be read in its middle, and the runs of some lie nowhere in it as JSON. What
/// is read in their place is copied to a nameless file while it is first read; the operating system frees that when it is closed, however
/// the program ends.
final class RolloutBytes implements Closeable {
    /// How many bytes at each end of what was read tell a file that grew from one that was replaced.
    private static final int MARKED = 4096;

    private final Path file;
    private final Path scratchFolder;
    private @Nullable BytesByOffset copied;

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
        return in -> scratch().copying(in);
    }

    private synchronized BytesByOffset scratch() throws IOException {
        if (copied == null) {
            copied = BytesByOffset.copy(scratchFolder);
        }
        return copied;
    }

    /// `length` bytes of the copy, or where there is none of the file, from `offset` on; fewer when it is shorter by now.
    byte[] read(long offset, int length) throws IOException {
        synchronized (this) {
            if (copied != null) {
                return copied.read(offset, length);
            }
        }
        try (BytesByOffset bytes = BytesByOffset.of(file)) {
            return bytes.read(offset, length);
        }
    }

    /// What stays the same as long as the file only grows after what was read of it.
    String mark(RolloutIndex.End read) throws IOException {
        if (read.rewritten()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        }
        long end = read.offset();
        try (BytesByOffset bytes = BytesByOffset.of(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            int marked = (int) Math.min(MARKED, end);
            sha256.update(bytes.read(0, marked));
            sha256.update(bytes.read(end - marked, marked));
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
