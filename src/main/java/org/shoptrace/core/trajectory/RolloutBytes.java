package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.FilterInputStream;
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
import org.shoptrace.core.file.FileInput;

/// The bytes of a rollout file by offset. A packed file cannot be read in its middle, so its bytes are copied, unpacked, to
/// a nameless file while they are first read; the operating system frees that when it is closed, however the program ends.
final class RolloutBytes implements Closeable {
    /// How many bytes at each end of what was read tell a file that grew from one that was replaced.
    private static final int MARKED = 4096;

    private final Path file;
    private final Path scratchFolder;
    private @Nullable FileChannel unpacked;

    RolloutBytes(Path file, Path scratchFolder) {
        this.file = file;
        this.scratchFolder = scratchFolder;
    }

    boolean isPacked() throws IOException {
        return FileInput.isPacked(file);
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /// The unpacked bytes from `offset` on, which for a packed file is 0.
    InputStream open(long offset) throws IOException {
        if (isPacked()) {
            return unpack();
        }
        FileChannel channel = FileChannel.open(file);
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private synchronized InputStream unpack() throws IOException {
        close();
        Files.createDirectories(scratchFolder);
        Path scratch = Files.createTempFile(scratchFolder, "unpacked", ".jsonl");
        FileChannel copy = FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(scratch);
        unpacked = copy;
        return new FilterInputStream(FileInput.open(file)) {
            @Override
            public int read(byte[] buffer, int start, int count) throws IOException {
                int read = super.read(buffer, start, count);
                if (read > 0) {
                    ByteBuffer bytes = ByteBuffer.wrap(buffer, start, read);
                    while (bytes.hasRemaining()) {
                        copy.write(bytes);
                    }
                }
                return read;
            }
        };
    }

    /// `length` unpacked bytes from `offset` on; fewer when the file is shorter by now.
    byte[] read(long offset, int length) throws IOException {
        synchronized (this) {
            if (unpacked != null) {
                return read(unpacked, offset, length);
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

    /// What stays the same as long as the file only grows after `end`.
    String mark(long end) throws IOException {
        if (isPacked()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        }
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
        if (unpacked != null) {
            unpacked.close();
            unpacked = null;
        }
    }
}
