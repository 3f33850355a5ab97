package org.shoptrace.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of the user's as it was when it was opened, so that it can be told later whether it is still that one: it may have been
/// renamed, and a share that went away leaves an empty folder in its place.
///
/// @param path    absolute
/// @param key     what the file system calls it; empty where it has no such names, or the folder could not be looked at
/// @param entries the names of some of what was in it
public record KnownFolder(Path path, Optional<Object> key, Set<String> entries) {
    private static final int ENTRIES = 256;

    public KnownFolder {
        entries = Set.copyOf(entries);
    }

    /// The folder as it is now.
    public static KnownFolder of(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        return new KnownFolder(path, key(path), names(path));
    }

    /// Two of one place are equal, whenever they were looked at.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownFolder folder && folder.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /// Whether it is still there. A share that was mounted again may have another name for the system; then what was in it tells.
    public boolean isThere() {
        if (!Files.isDirectory(path)) {
            return false;
        }
        long left = entries.stream().filter(name -> Files.exists(path.resolve(name))).count();
        return key(path).equals(key) || !entries.isEmpty() && 2 * left >= entries.size();
    }

    /// @throws FolderGoneException when it is not there any more, or another one is in its place
    public void require() throws FolderGoneException {
        if (!isThere()) {
            throw new FolderGoneException(path);
        }
    }

    private static Optional<Object> key(Path folder) {
        try {
            return Optional.ofNullable(Files.readAttributes(folder, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            // What programs keep there for themselves tells nothing: ours may have come up below an empty mount point once.
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .limit(ENTRIES)
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }
}
