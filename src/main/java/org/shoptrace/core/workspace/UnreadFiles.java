package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shoptrace.core.workspace.Workspace.Problem;

/// What of a folder is not read, and why: what could not be looked at, and what was passed over.
///
/// @param root       the folder that was looked through
/// @param problems   what could not be looked at
/// @param passedOver what was looked at and is nothing that Shoptrace reads
public record UnreadFiles(Path root, List<Problem> problems, List<Problem> passedOver) {
    /// Before a folder was looked through.
    public static final UnreadFiles NOTHING = new UnreadFiles(Path.of(""), List.of(), List.of());

    public UnreadFiles {
        problems = List.copyOf(problems);
        passedOver = List.copyOf(passedOver);
    }

    /// What was left out of a workspace.
    public static UnreadFiles of(Workspace workspace) {
        return new UnreadFiles(workspace.folder().folder(), workspace.problems(), workspace.passedOver());
    }

    /// With files that were found to hold no run only when they were read to their end.
    ///
    /// @param reasons by file
    public UnreadFiles and(Map<Path, String> reasons) {
        List<Problem> all = new ArrayList<>(passedOver);
        reasons.forEach((file, reason) -> all.add(new Problem(file, reason)));
        all.sort(Comparator.comparing(Problem::path));
        return new UnreadFiles(root, problems, all);
    }

    /// Something in a folder that was left out.
    ///
    /// @param name      of the file or the folder
    /// @param isProblem whether it could not be looked at
    public record Entry(String name, String cause, boolean isProblem) {}

    /// What was left out of one folder.
    ///
    /// @param folder  below the root; `.` for the root itself
    /// @param entries by name, what could not be looked at first
    public record Folder(String folder, List<Entry> entries) {
        public Folder {
            entries = List.copyOf(entries);
        }
    }

    public int size() {
        return problems.size() + passedOver.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// All of it, by folder, in alphabetical order.
    public List<Folder> folders() {
        Map<Path, List<Entry>> folders = new TreeMap<>();
        Stream.concat(
                problems.stream().map(problem -> Map.entry(problem, true)), passedOver.stream().map(problem -> Map.entry(problem, false)))
                .forEach(left -> {
                    Path path = left.getKey().path();
                    Path below = path.startsWith(root) ? root.relativize(path) : path;
                    Path folder = below.getParent() == null ? Path.of(".") : below.getParent();
                    folders.computeIfAbsent(folder, _ -> new ArrayList<>())
                            .add(new Entry(String.valueOf(below.getFileName()), left.getKey().cause(), left.getValue()));
                });
        return folders.entrySet().stream().map(folder -> new Folder(folder.getKey().toString(), folder.getValue())).toList();
    }

    /// All of it as a text to be copied: a folder, and below it a line for each of its files.
    public String text() {
        StringBuilder text = new StringBuilder(root.toString()).append('\n');
        for (Folder folder : folders()) {
            text.append('\n').append(folder.folder()).append('\n');
            folder.entries().forEach(entry -> text.append("  ").append(entry.name()).append(": ").append(entry.cause()).append('\n'));
        }
        return text.toString();
    }
}
