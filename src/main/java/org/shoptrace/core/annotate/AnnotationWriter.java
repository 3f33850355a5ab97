package org.shoptrace.core.annotate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shoptrace.core.file.OwnFolder;

/// Appends lines to a file that nobody else writes: it is made, under a name that nobody else has, when the first line comes. What
/// [#append] returned from is on the disk. A line that could not be written whole is taken off the file again.
final class AnnotationWriter implements Closeable {
    private static final int LONGEST_NAME = 40;

    /// How a file is made and opened.
    @FunctionalInterface
    interface Opener {
        /// A new file, for appending; fails when there is one already.
        FileChannel create(Path file) throws IOException;

        Opener USUAL = file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private record Open(Path file, FileChannel channel, long length) {}

    private final OwnFolder folder;
    private final String name;
    private final Opener opener;
    private Optional<Open> open = Optional.empty();

    /// @param name of whoever writes; it leads the file's name, as far as files can be named so
    AnnotationWriter(OwnFolder folder, String name, Opener opener) {
        this.folder = folder;
        this.name = name;
        this.opener = opener;
    }

    /// Writes the lines, all of them or none, and waits until the disk has them.
    ///
    /// @param lines without line breaks
    /// @return the file
    Path append(List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Open at = open.filter(AnnotationWriter::isUntouched).orElse(null);
        if (at == null) {
            at = begin();
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                at.channel().write(rest);
            }
            at.channel().force(true);
            open = Optional.of(new Open(at.file(), at.channel(), at.length() + bytes.length));
            return at.file();
        } catch (IOException e) {
            takeOff(at);
            throw e;
        }
    }

    private Open begin() throws IOException {
        close();
        Path file = folder.made().resolve(fileName());
        Open begun = new Open(file, opener.create(file), 0);
        open = Optional.of(begun);
        syncFolder();
        return begun;
    }

    /// A file that was removed or changed by somebody else is left to them: what is appended to a removed one would be lost.
    private static boolean isUntouched(Open open) {
        try {
            return Files.size(open.file()) == open.length();
        } catch (IOException e) {
            return false;
        }
    }

    private void takeOff(Open at) {
        try {
            at.channel().truncate(at.length());
            at.channel().position(at.length());
            at.channel().force(true);
            open = Optional.of(at);
        } catch (IOException e) {
            // Then the half line stays, as the last of its file, which readers pass over: the next lines go into another.
            closeQuietly(at.channel());
            open = Optional.empty();
        }
    }

    private String fileName() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").toLowerCase(Locale.ROOT);
        String start = plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
        return start.substring(0, Math.min(LONGEST_NAME, start.length())) + "-" + UUID.randomUUID() + AnnotationFiles.SUFFIX;
    }

    /// That the file is there at all is told by its folder, which has to reach the disk too. Not every system can do that.
    private void syncFolder() {
        try (FileChannel directory = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // The file's own bytes are forced all the same.
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Everything that was acknowledged has been forced.
        }
    }

    @Override
    public void close() {
        open.ifPresent(at -> closeQuietly(at.channel()));
        open = Optional.empty();
    }
}
