package org.shoptrace.core.workspace;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.Workspace.Problem;

/// Looks through a folder for what Shoptrace can open. Only the first bytes of files are read.
public final class WorkspaceScanner {
    /// How many folders below another are looked into.
    private static final int MAX_DEPTH = 10;
    private static final int MAX_FILES = 200_000;

    /// Where Shoptrace keeps what it makes, and where git does.
    private static final Set<String> SKIPPED = Set.of(WorkspaceFolder.OWN, ".git");

    private final Predicate<Path> isCatalogue;

    /// @param isCatalogue whether a folder is a catalogue that Shoptrace built
    public WorkspaceScanner(Predicate<Path> isCatalogue) {
        this.isCatalogue = isCatalogue;
    }

    /// Looks through the whole folder.
    ///
    /// @throws ShoptraceException when there is no such folder or it cannot be read
    public Workspace scan(WorkspaceFolder folder, Progress progress) throws ShoptraceException {
        Path root = folder.folder();
        String remedy = "Choose a folder that holds rollouts, tasks or a catalogue";
        if (!Files.isDirectory(root)) {
            throw new ShoptraceException(
                    Files.exists(root) ? "the workspace is a file, not a folder" : "there is no such folder", root.toString(), remedy);
        }
        if (!Files.isReadable(root)) {
            throw new ShoptraceException("the folder may not be read", root.toString(), remedy);
        }
        Visit visit = new Visit(folder, progress);
        try {
            visit.walk(root, MAX_DEPTH + 1);
            visit.followLinks();
            if (Files.isDirectory(folder.takeOvers())) {
                // Runs that were made here belong to the workspace, though they lie where only Shoptrace writes.
                Files.walkFileTree(folder.takeOvers(), EnumSet.noneOf(FileVisitOption.class), 1, visit);
            }
        } catch (IOException e) {
            throw new ShoptraceException("the folder cannot be read, " + FileInput.cause(e), root.toString(), remedy, e);
        }
        return visit.workspace();
    }

    private final class Visit extends SimpleFileVisitor<Path> {
        private final WorkspaceFolder folder;
        private final Progress progress;
        private final List<Catalogue> catalogues = new ArrayList<>();
        private final List<Path> taskFiles = new ArrayList<>();
        private final List<Path> rolloutFiles = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> passedOver = new ArrayList<>();
        /// What was looked at, by the file that it is on the disk, with its path: a link to it is not another one.
        private final Map<Object, Path> seen = new HashMap<>();
        /// Links, which are followed last, so that what they lead to is known by its own path where that is in the folder too.
        private final Deque<Path> links = new ArrayDeque<>();
        private Path start = Path.of("");
        private int files;

        Visit(WorkspaceFolder folder, Progress progress) {
            this.folder = folder;
            this.progress = progress;
        }

        Workspace workspace() {
            catalogues.sort(Comparator.comparing(catalogue -> catalogue.documents().orElse(catalogue.directory())));
            taskFiles.sort(Comparator.naturalOrder());
            rolloutFiles.sort(Comparator.naturalOrder());
            problems.sort(Comparator.comparing(Problem::path));
            passedOver.sort(Comparator.comparing(Problem::path));
            return new Workspace(folder, catalogues, taskFiles, rolloutFiles, problems, passedOver);
        }

        void walk(Path from, int depth) throws IOException {
            start = from;
            Files.walkFileTree(from, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
        }

        void followLinks() throws IOException {
            while (!links.isEmpty()) {
                Path link = links.removeFirst();
                Path known = seen.get(key(link));
                if (known != null) {
                    passedOver.add(new Problem(link, "a link to " + folder.folder().relativize(known) + ", which is read there"));
                } else {
                    walk(link, MAX_DEPTH + 1 - folder.folder().relativize(link).getNameCount());
                }
            }
        }

        /// What tells a file or folder on the disk from any other, whatever path leads there.
        private static Object key(Path path) throws IOException {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path.toRealPath() : key;
        }

        /// Whether it is a link, which waits.
        private boolean waits(Path path) {
            boolean link = !path.equals(start) && Files.isSymbolicLink(path);
            if (link) {
                links.addLast(path);
            }
            return link;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            progress.checkCancelled();
            String name = String.valueOf(directory.getFileName());
            boolean below = !directory.equals(folder.folder()) && !directory.equals(folder.takeOvers());
            if (below && (SKIPPED.contains(name) || waits(directory) || seen.putIfAbsent(key(directory), directory) != null)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (isCatalogue.test(directory)) {
                catalogues.add(new Catalogue(Optional.empty(), directory, true, 0));
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (isForeignIndex(directory)) {
                String cause = "a Lucene index that Shoptrace did not build (Anserini's cannot be searched); build one from its documents";
                problems.add(new Problem(directory, cause));
                return FileVisitResult.SKIP_SUBTREE;
            }
            progress.report("Looking through " + directory, -1);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (attributes.isDirectory()) {
                if (waits(file)) {
                    return FileVisitResult.CONTINUE;
                }
                passedOver.add(new Problem(file, "more than " + MAX_DEPTH + " folders deep"));
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile() || waits(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (++files > MAX_FILES) {
                String cause = "more than " + MAX_FILES + " files; the rest was not looked at. Open a folder below";
                problems.add(new Problem(folder.folder(), cause));
                return FileVisitResult.TERMINATE;
            }
            if (attributes.size() == 0 && String.valueOf(file.getFileName()).matches(".*\\.jsonl?(\\.(gz|zst|bz2))?")) {
                problems.add(new Problem(file, "the file is empty"));
                return FileVisitResult.CONTINUE;
            }
            try {
                Path known = seen.putIfAbsent(key(file), file);
                if (known != null) {
                    // Of a hard link nobody can say which path is the file's own.
                    passedOver.add(new Problem(file, "the same file as " + folder.folder().relativize(known) + ", which is read"));
                    return FileVisitResult.CONTINUE;
                }
                Optional<FileKind> kind = FileKind.of(file);
                if (kind.isPresent()) {
                    add(kind.get(), file, attributes.size());
                } else {
                    PassedOver.of(file).ifPresent(passedOver::add);
                }
            } catch (IOException e) {
                problems.add(new Problem(file, FileInput.cause(e)));
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(FileKind kind, Path file, long bytes) {
            switch (kind) {
                case DOCUMENTS -> {
                    Path directory = folder.catalog(file);
                    catalogues.add(new Catalogue(Optional.of(file), directory, isCatalogue.test(directory), bytes));
                }
                case TASKS -> taskFiles.add(file);
                case ROLLOUTS -> rolloutFiles.add(file);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) {
                passedOver.add(new Problem(file, "a link to a folder that it lies in, which is read there"));
            } else {
                problems.add(new Problem(file, FileInput.cause(e)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            if (e != null) {
                problems.add(new Problem(directory, FileInput.cause(e)));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isForeignIndex(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("segments_"));
        }
    }
}
