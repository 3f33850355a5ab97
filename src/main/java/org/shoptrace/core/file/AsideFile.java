package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file in the making: its content goes beside the one that it is for, and takes its place when it is whole.
final class AsideFile {
    /// As many links in a row as systems follow.
    private static final int LINKS = 40;

    private final Path place;
    private final Path aside;

    static boolean isOne(String name) {
        return name.matches("\\.[0-9a-f-]{36}\\.tmp");
    }

    private AsideFile(Path place) {
        this.place = place;
        // Nothing of the final name is in it, which may be as long as names can be. And no temporary file of the system's: nobody else
        // could read that in a shared folder.
        this.aside = place.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    /// For a file that is there or not; of a link it is what the link leads to.
    ///
    /// @throws IOException when a folder is in its place, or links go round
    static AsideFile of(Path file) throws IOException {
        Path place = behindLinks(file.toAbsolutePath());
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "there is a folder of this name");
        }
        return new AsideFile(place);
    }

    private static Path behindLinks(Path file) throws IOException {
        Path place = file;
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == LINKS) {
                throw new FileSystemException(file.toString(), null, "its links go round in a circle");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    Path place() {
        return place;
    }

    /// A channel for its content.
    FileChannel create() throws IOException {
        FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (Files.exists(place)) {
                // What only its owner may read stays so.
                Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(place));
            }
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions has none to keep.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    /// Waits until the disk has its content.
    void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void putInPlace() throws IOException {
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes what was not put in place.
    void drop() throws IOException {
        Files.deleteIfExists(aside);
    }
}
