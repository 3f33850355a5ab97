package org.shoptrace.core.verify;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.sandbox.Catalogs;

/// Makes an export again in a temporary folder, from files that are called there as they were called then: names are a part of what is
/// written.
final class Remake {
    private final Path folder;
    private final Maker maker;
    private final Catalogs catalogs;
    private final Progress progress;

    /// @param folder temporary and empty
    Remake(Path folder, Maker maker, Catalogs catalogs, Progress progress) {
        this.folder = folder;
        this.maker = maker;
        this.catalogs = catalogs;
        this.progress = progress;
    }

    /// Makes it.
    ///
    /// @return the file or folder that came out
    /// @throws ShoptraceException when it cannot be made
    Path of(Provenance provenance, InputSearch.Found found) throws ShoptraceException {
        HarmlessWords.require(provenance.words());
        boolean ofWorkspace = provenance.words().contains(new Provenance.Text("search"));
        try {
            Path inputs = Files.createDirectories(folder.resolve("inputs"));
            Set<Path> laid = new HashSet<>();
            for (Map.Entry<String, Path> file : found.files().entrySet()) {
                lay(inside(inputs, file.getKey()), file.getValue(), laid.add(file.getValue()));
            }
            Optional<Path> catalogue = catalogue(provenance, found);
            Path out = Files.createDirectories(folder.resolve("out"));
            List<String> words = new ArrayList<>();
            for (Provenance.Word word : provenance.words()) {
                switch (word) {
                    case Provenance.Text(String text) -> words.add(text);
                    case Provenance.Place(String prefix, String name) -> {
                        Path place = inside(inputs, name);
                        if (!found.files().containsKey(name)) {
                            layWorkspace(place, ofWorkspace ? catalogue : Optional.empty());
                        }
                        words.add(prefix + place);
                    }
                    case Provenance.CatalogueWord _ -> words.add(catalogue.map(Path::toString).orElse(""));
                    case Provenance.Out(String name) -> {
                        out = inside(out, name);
                        words.add(out.toString());
                    }
                }
            }
            progress.report("Making it again", -1);
            maker.make(words, out);
            return out;
        } catch (IOException e) {
            throw new ShoptraceException(
                    "it cannot be made again, " + FileInput.cause(e), folder.toString(), "Check that the disk is not full", e);
        }
    }

    /// A name comes out of a file that anybody may have written: it must not lead out of the folder.
    private static Path inside(Path folder, String name) throws ShoptraceException {
        Path place = folder.resolve(name).normalize();
        if (!place.startsWith(folder) || place.equals(folder)) {
            throw new ShoptraceException("the provenance names a file outside of its folder", name, "Do not trust this export");
        }
        return place;
    }

    /// A folder of inputs may have none; one that is a workspace needs its catalogue.
    private static void layWorkspace(Path place, Optional<Path> catalogue) throws IOException {
        Files.createDirectories(place);
        if (catalogue.isPresent()) {
            link(place.resolve("catalogue"), catalogue.get());
        }
    }

    private Optional<Path> catalogue(Provenance provenance, InputSearch.Found found) throws ShoptraceException, IOException {
        if (found.catalogue().isPresent() || found.documents().isEmpty()) {
            return found.catalogue();
        }
        Path built = folder.resolve("catalogue");
        List<Path> documents = new ArrayList<>();
        List<Provenance.Source> sources = provenance.catalogue().map(Provenance.Catalogue::sources).orElse(List.of());
        for (int i = 0; i < found.documents().size(); i++) {
            // Each in a folder of its own: two of them may have one name.
            Path place = inside(Files.createDirectories(folder.resolve("documents").resolve(String.valueOf(i))), sources.get(i).name());
            link(place, found.documents().get(i));
            documents.add(place);
        }
        catalogs.build(documents, built, _ -> {}, progress);
        return Optional.of(built);
    }

    /// @param first whether nothing leads to the file yet: of two links to one file a folder that is looked through shows one only
    private static void lay(Path place, Path file, boolean first) throws IOException {
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (first) {
            link(place, file);
        } else {
            Files.copy(file, place);
        }
    }

    /// A link where the system has them; else a file is copied.
    private static void link(Path place, Path to) throws IOException {
        try {
            Files.createSymbolicLink(place, to.toAbsolutePath());
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(to, place);
        }
    }
}
