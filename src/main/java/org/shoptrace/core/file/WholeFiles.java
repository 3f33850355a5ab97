package org.shoptrace.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Files that belong together, such as those of a report, each written whole: all of them are written aside, are waited for once, and
/// only then take their places. A failure before that leaves every old file as it was. Used by one thread.
///
/// What is no regular file, a pipe or a device, is written to at once. A link stays, and what it leads to is written.
public final class WholeFiles implements Closeable {
    /// So many are waited for one by one, which takes a moment; more are left to the file system.
    private static final int FEW = 64;

    private final List<AsideFile> files = new ArrayList<>();

    /// Begins a file, whose folder is there. It counts once the stream is closed and [#commit()] returned.
    ///
    /// @return not buffered
    /// @throws IOException when it cannot be written
    public OutputStream open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return Files.newOutputStream(file);
        }
        AsideFile aside = AsideFile.of(file);
        files.add(aside);
        return Channels.newOutputStream(aside.create());
    }

    /// Adds a file with its content.
    ///
    /// @throws IOException when it cannot be written or the disk is full
    public void add(Path file, byte[] content) throws IOException {
        try (OutputStream out = open(file)) {
            out.write(content);
        }
    }

    /// Puts all files in place; returns when the disk has them.
    ///
    /// @throws IOException when that fails
    public void commit() throws IOException {
        if (files.size() <= FEW || !FileSystemSync.of(folders())) {
            for (AsideFile file : files) {
                file.sync();
            }
        }
        Set<Path> folders = folders();
        for (AsideFile file : files) {
            file.putInPlace();
        }
        files.clear();
        folders.forEach(WholeFiles::sync);
    }

    private Set<Path> folders() {
        return files.stream().map(file -> file.place().getParent()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// That a file has another content by now is told by its folder, which has to reach the disk too. Not every system can do that.
    private static void sync(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // The files' own bytes are on the disk all the same.
        }
    }

    /// Removes what was not put in place.
    @Override
    public void close() throws IOException {
        for (AsideFile file : files) {
            file.drop();
        }
        files.clear();
    }
}
