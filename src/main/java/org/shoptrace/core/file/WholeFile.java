package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is written whole: whoever reads it, after a crash too, finds what was there before or all of what is new.
public final class WholeFile {
    private WholeFile() {}

    /// Puts a text in place of what the file held. Half a character, which UTF-8 cannot hold, becomes a question mark.
    ///
    /// @throws IOException as of [#write(Path, byte\[\])]
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Puts bytes in place of what the file held; missing folders are made. What is no regular file, a pipe or a device, is written to.
    ///
    /// @throws IOException when it cannot be written or the disk is full; then the file is as it was, and nothing is left beside it
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, content);
            return;
        }
        Path place = file.toAbsolutePath();
        if (place.getParent() instanceof Path folder) {
            Files.createDirectories(folder);
        }
        // Not a temporary file of the system's: nobody else could read that in a shared folder.
        Path aside = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
