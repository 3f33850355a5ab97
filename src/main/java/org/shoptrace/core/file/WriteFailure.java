package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.shoptrace.core.ShoptraceException;

/// Why something could not be written, and what to do about that.
public final class WriteFailure {
    /// With so few bytes left a disk is full, whatever language the system says it in.
    private static final long FULL = 64 << 10;

    private WriteFailure() {}

    /// A failure for the person who wanted it written.
    ///
    /// @param what such as "the figures cannot be written"
    public static ShoptraceException of(String what, Path file, IOException e) {
        return new ShoptraceException(what + ", " + cause(file, e), file.toString(), remedy(file, e), e);
    }

    /// Why, in words that need no exception's name.
    private static String cause(Path file, IOException e) {
        if (isFull(file, e)) {
            return "the disk is full";
        }
        return switch (e) {
            case FolderGoneException gone -> String.valueOf(gone.getMessage());
            case AccessDeniedException _ -> "it may not be written to";
            case NoSuchFileException _ -> "there is no folder for it";
            case NotDirectoryException _,FileAlreadyExistsException _ -> "there is a file where its folder should be";
            case FileSystemException failed -> // whose message is a path
                failed.getReason() == null ? "the system does not say why" : lowerCase(failed.getReason());
            default -> e.getMessage() == null ? "the system does not say why" : lowerCase(e.getMessage());
        };
    }

    private static String remedy(Path file, IOException e) {
        if (isFull(file, e)) {
            OptionalLong left = left(file);
            return "Make room" + (left.isPresent() ? ", " + (left.getAsLong() >> 10) + " KB are left there" : "")
                    + ", or name a place on another disk; what was there before is as it was";
        }
        return switch (e) {
            case FolderGoneException _ -> FolderGoneException.REMEDY;
            case NoSuchFileException _ -> "Make the folder, or name another place";
            case FileSystemException failed when String.valueOf(failed.getReason()).contains("too long") -> "Give it a shorter name";
            default -> "Name a place that can be written to";
        };
    }

    private static boolean isFull(Path file, IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded")
                || !(e instanceof FileSystemException) && left(file).orElse(Long.MAX_VALUE) < FULL;
    }

    /// How many bytes can still be written where the file goes.
    private static OptionalLong left(Path file) {
        for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                try {
                    return OptionalLong.of(Files.getFileStore(at).getUsableSpace());
                } catch (IOException e) {
                    return OptionalLong.empty();
                }
            }
        }
        return OptionalLong.empty();
    }

    private static String lowerCase(String reason) {
        return reason.substring(0, Math.min(1, reason.length())).toLowerCase(Locale.ROOT)
                + reason.substring(Math.min(1, reason.length()));
    }
}
