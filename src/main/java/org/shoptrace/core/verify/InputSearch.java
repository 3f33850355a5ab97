package org.shoptrace.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Input;
import org.shoptrace.core.provenance.ProvenanceWords;
import org.shoptrace.core.sandbox.Catalogs;

/// Finds what an export was made from, whatever it is called now: files by size and then hash, the catalogue by its fingerprint, or else by
/// the documents that it was built from.
final class InputSearch {
    private final List<Path> folders;
    private final Catalogs catalogs;
    private final Progress progress;
    private final Map<Path, Optional<String>> hashes = new HashMap<>();

    /// What was found.
    ///
    /// @param files     by the names of the inputs
    /// @param catalogue the directory of one with the fingerprint; empty when none was needed or found
    /// @param documents the files that one can be built from, where there is none
    /// @param missing   what was not found, a line each
    record Found(SequencedMap<String, Path> files, Optional<Path> catalogue, List<Path> documents, List<String> missing) {}

    /// @param folders where to look
    InputSearch(List<Path> folders, Catalogs catalogs, Progress progress) {
        this.folders = List.copyOf(folders);
        this.catalogs = catalogs;
        this.progress = progress;
    }

    Found of(Provenance provenance) {
        progress.report("Looking for what it was made from", -1);
        SequencedMap<Path, Long> candidates = candidates();
        SequencedMap<String, Path> files = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Input input : provenance.inputs()) {
            Optional<Path> found = input.sha256().flatMap(hash -> find(hash, input.bytes().orElse(-1), candidates));
            found.ifPresentOrElse(file -> files.put(input.name(), file), () -> missing.add(missing(input)));
        }
        Optional<Path> catalogue = provenance.catalogue().flatMap(one -> catalogue(one.fingerprint()));
        List<Path> documents = List.of();
        if (provenance.catalogue().isPresent() && catalogue.isEmpty()) {
            documents = documents(provenance.catalogue().get(), candidates);
            if (documents.isEmpty()) {
                missing.add("missing: a catalogue with the fingerprint " + provenance.catalogue().get().fingerprint());
            }
        }
        return new Found(files, catalogue, documents, List.copyOf(missing));
    }

    private static String missing(Input input) {
        return "missing: " + ProvenanceWords.of(input.role()) + " " + input.name() + input.sha256()
                .map(hash -> ", SHA-256 " + hash)
                .orElse(", which was gone already when the export was written");
    }

    /// Files with their sizes, which are asked before any is read.
    private SequencedMap<Path, Long> candidates() {
        SequencedMap<Path, Long> candidates = new LinkedHashMap<>();
        for (Path file : FolderWalk.files(folders)) {
            try {
                candidates.put(file, Files.size(file));
            } catch (IOException e) {
                // Gone since it was listed: it is none.
                continue;
            }
        }
        return candidates;
    }

    private Optional<Path> find(String hash, long bytes, SequencedMap<Path, Long> candidates) {
        return candidates.entrySet().stream()
                .filter(file -> file.getValue() == bytes)
                .map(Map.Entry::getKey)
                .filter(file -> hash(file).filter(hash::equals).isPresent())
                .findFirst();
    }

    private Optional<String> hash(Path file) {
        return hashes.computeIfAbsent(file, one -> {
            try {
                return Optional.of(InputFile.of(one, progress).sha256());
            } catch (ShoptraceException e) {
                // What may not be read cannot be told to be it.
                return Optional.empty();
            }
        });
    }

    private Optional<Path> catalogue(String fingerprint) {
        return FolderWalk.folders(folders).stream().filter(folder -> catalogs.info(folder)
                .filter(info -> info.fingerprint().sha256().equals(fingerprint)).isPresent()).findFirst();
    }

    /// All of them or none: half a catalogue would be another.
    private List<Path> documents(Provenance.Catalogue catalogue, SequencedMap<Path, Long> candidates) {
        List<Path> documents = new ArrayList<>();
        for (Provenance.Source source : catalogue.sources()) {
            source.sha256().flatMap(hash -> find(hash, source.bytes().orElse(-1), candidates)).ifPresent(documents::add);
        }
        return documents.size() == catalogue.sources().size() ? documents : List.of();
    }
}
