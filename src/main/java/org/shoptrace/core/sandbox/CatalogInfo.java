package org.shoptrace.core.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;

/// What a catalogue was built from.
///
/// @param documents how many products it holds
/// @param rejected  how many lines of its sources were not used
/// @param built     when the build ended
/// @param sources   the names of the files it was built from, in order
/// @param files     those files as they were; none for a catalogue of an earlier version of the program
public record CatalogInfo(
        int documents, long rejected, CatalogFingerprint fingerprint, Instant built, List<String> sources, List<InputFile> files) {
    public CatalogInfo {
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }

    /// Of files that nobody looked at.
    public CatalogInfo(int documents, long rejected, CatalogFingerprint fingerprint, Instant built, List<String> sources) {
        this(documents, rejected, fingerprint, built, sources, List.of());
    }

    /// The names of the files that have changed since it was built, so that what is made with it is of documents as they were. A file that
    /// is gone tells nothing. Reads a file whose time differs; call it in a job.
    ///
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public List<String> changed(Progress progress) {
        return files.stream()
                .filter(file -> file.now(progress) == InputFile.Change.CHANGED)
                .map(file -> String.valueOf(file.path().getFileName()))
                .toList();
    }

    /// What it means that documents have changed, a sentence without a full stop; empty when none have.
    public static Optional<String> warning(List<String> changed) {
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", changed) + (changed.size() == 1 ? " has" : " have")
                        + " changed since the catalogue was indexed: what is made with it is of the documents as they were");
    }
}
