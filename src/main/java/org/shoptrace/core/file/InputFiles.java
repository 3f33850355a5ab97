package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;

/// What something is made from: what is made never takes the place of one of these files, whichever of its names is written. They are
/// looked at once, however many files are held against them.
public final class InputFiles {
    /// Of something that is made from no file.
    public static final InputFiles NONE = new InputFiles(Set.of(), Set.of());

    /// What the file system calls a file, whatever its path is; where it has no such names, the path behind all links.
    private final Set<Object> files;
    private final Set<Path> folders;

    private InputFiles(Set<Object> files, Set<Path> folders) {
        this.files = files;
        this.folders = folders;
    }

    /// @param paths files, and folders of which every file counts; those that are not there do not
    public static InputFiles of(Collection<Path> paths) {
        Set<Object> files = new HashSet<>();
        Set<Path> folders = new HashSet<>();
        for (Path path : paths) {
            try {
                if (Files.isDirectory(path)) {
                    folders.add(path.toRealPath());
                } else {
                    key(path).ifPresent(files::add);
                }
            } catch (IOException e) {
                // What cannot be looked at is told by whoever reads it.
            }
        }
        return new InputFiles(files, folders);
    }

    /// Whether the file is one of them.
    public boolean hold(Path file) {
        Optional<Object> key = key(file);
        return key.isPresent() && (files.contains(key.get()) || liesInAFolder(file));
    }

    /// @throws ShoptraceException when the file is one of them
    public void spare(Path file) throws ShoptraceException {
        if (hold(file)) {
            throw new ShoptraceException(
                    "what is written is made from this file, which is never written over", file.toString(), "Name another file");
        }
    }

    private boolean liesInAFolder(Path file) {
        if (folders.isEmpty()) {
            return false;
        }
        try {
            Path real = file.toRealPath();
            return Files.isRegularFile(real) && folders.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    /// Empty for a file that is not there, and for a pipe or a device, of which nothing is lost.
    private static Optional<Object> key(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            Object key = attributes.fileKey();
            return Optional.of(key == null ? file.toRealPath() : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
