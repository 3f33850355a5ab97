package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a folder held when it was looked through. Paths are in alphabetical order.
///
/// @param catalogues built ones and those that documents files would make
/// @param taskFiles  the benchmark's task files and suites
/// @param problems   what could not be looked at
/// @param passedOver what was looked at and is nothing that Shoptrace reads, though it might have been: JSON files, packed files, folders
///                   that lie too deep
public record Workspace(
        WorkspaceFolder folder, List<Catalogue> catalogues, List<Path> taskFiles, List<Path> rolloutFiles, List<Problem> problems,
        List<Problem> passedOver) {

    /// A catalogue.
    ///
    /// @param documents the file that it is or would be built from; empty when only the index is here
    /// @param directory its index, or where that would go
    /// @param built     whether the index is there
    /// @param bytes     the size of the documents file on disk; 0 when it is not here
    public record Catalogue(Optional<Path> documents, Path directory, boolean built, long bytes) {}

    /// Something that could not be looked at.
    ///
    /// @param cause what is wrong with it, in a sentence
    public record Problem(Path path, String cause) {
        @Override
        public String toString() {
            return path + ": " + cause;
        }
    }

    public Workspace {
        catalogues = List.copyOf(catalogues);
        taskFiles = List.copyOf(taskFiles);
        rolloutFiles = List.copyOf(rolloutFiles);
        problems = List.copyOf(problems);
        passedOver = List.copyOf(passedOver);
    }

    /// This, with the indexes that were built or deleted since the folder was looked through.
    ///
    /// @param isCatalogue whether a folder is a catalogue that Shoptrace built
    public Workspace indexedBy(Predicate<Path> isCatalogue) {
        List<Catalogue> now = catalogues.stream()
                .map(each -> new Catalogue(each.documents(), each.directory(), isCatalogue.test(each.directory()), each.bytes()))
                .filter(each -> each.built() || each.documents().isPresent())
                .toList();
        return new Workspace(folder, now, taskFiles, rolloutFiles, problems, passedOver);
    }

    /// The catalogues that are built.
    public List<Catalogue> builtCatalogues() {
        return catalogues.stream().filter(Catalogue::built).toList();
    }

    /// The catalogue to open when nobody chose one: a built one before others, of those the one with the largest documents file.
    public Optional<Catalogue> mainCatalogue() {
        return catalogues.stream().max(Comparator.comparing(Catalogue::built).thenComparingLong(Catalogue::bytes));
    }

    /// Whether nothing was recognised.
    public boolean isEmpty() {
        return catalogues.isEmpty() && taskFiles.isEmpty() && rolloutFiles.isEmpty();
    }
}
