package org.shoptrace.core.verify;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks through folders, not too deep and not for ever: somebody may name a whole disk.
final class FolderWalk {
    private static final int DEPTH = 12;
    private static final int MOST = 200_000;

    private FolderWalk() {}

    /// The regular files below the folders, in the order of the folders; what cannot be read is passed over.
    static List<Path> files(List<Path> folders) {
        return List.copyOf(walk(folders).files);
    }

    /// The folders themselves and those below.
    static List<Path> folders(List<Path> folders) {
        return List.copyOf(walk(folders).folders);
    }

    private static Visit walk(List<Path> folders) {
        Visit visit = new Visit();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder.toAbsolutePath().normalize(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, visit);
            } catch (IOException e) {
                // What is missing is named by whoever looks for it.
                continue;
            }
        }
        return visit;
    }

    private static final class Visit extends SimpleFileVisitor<Path> {
        private final Set<Path> files = new LinkedHashSet<>();
        private final Set<Path> folders = new LinkedHashSet<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folders.add(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            }
            return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
