package org.shoptrace.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;

/// A file that figures were made from, so that it can be told tomorrow whether it is still the same.
///
/// @param bytes    its size
/// @param modified when it was last changed; a large file of equal size and time counts as unchanged, so that it is not read for nothing
/// @param sha256   of its bytes, 64 lower-case hexadecimal digits
public record InputFile(Path path, long bytes, Instant modified, String sha256) {
    private static final int BUFFER = 1 << 20;

    /// A file that is not larger is read even when its time is the same: that takes less than a blink, and sees a change that left size and
    /// time as they were.
    private static final long SMALL = 8L << 20;

    /// How a file is beside what it was.
    public enum Change {
        SAME,
        CHANGED,
        GONE
    }

    /// The file as it is now; reads it whole.
    ///
    /// @throws ShoptraceException when it cannot be read
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public static InputFile of(Path path, Progress progress) throws ShoptraceException {
        try {
            FileInput.requireFile(path);
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new InputFile(path, attributes.size(), attributes.lastModifiedTime().toInstant(), sha256(path, progress));
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the file cannot be read, " + FileInput.cause(e), path.toString(), "Check that it is there and may be read", e);
        }
    }

    /// How the file is now. One of another size is not read, and a large one only when its time differs.
    ///
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public Change now(Progress progress) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.size() != bytes) {
                return Change.CHANGED;
            }
            boolean untouched = bytes > SMALL && attributes.lastModifiedTime().toInstant().equals(modified);
            return untouched || sha256(path, progress).equals(sha256) ? Change.SAME : Change.CHANGED;
        } catch (IOException e) {
            return Change.GONE;
        }
    }

    private static String sha256(Path path, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.checkCancelled();
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
