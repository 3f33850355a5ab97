package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.MMapDirectory;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.sandbox.CatalogInfo;

/// A catalogue on disk: `catalog.json`, which names the folder that holds the index, and that folder beside it.
///
/// A new index is built in a folder of its own and takes over when `catalog.json` is replaced, in one atomic step of the file
/// system. Whenever the program is killed, the directory holds the old catalogue or the new one; what else lies there with a
/// name of ours is a leftover, and the next build removes it. Nothing with another name is ever touched.
public final class CatalogDirectory {
    private static final int DEPTH = 3;
    private static final String MANIFEST = "catalog.json";
    /// As versions before wrote it.
    private static final String NEXT_MANIFEST = "catalog.json.next";
    private static final String LOCK = "build.lock";
    private static final String INDEX_PREFIX = "index-";

    private final Path path;

    public CatalogDirectory(Path path) {
        this.path = path;
    }

    /// Whether a catalogue of ours is there, judged by its manifest.
    public static boolean isCatalog(Path path) {
        return Files.isRegularFile(path.resolve(MANIFEST)) && new CatalogDirectory(path).readManifest().isPresent();
    }

    /// What the manifest of a catalogue says; empty where there is none.
    static Optional<CatalogInfo> info(Path path) {
        return Files.isRegularFile(path.resolve(MANIFEST))
                ? new CatalogDirectory(path).readManifest().map(CatalogManifest::info)
                : Optional.empty();
    }

    Path path() {
        return path;
    }

    /// The manifest, or one clear reason why there is none.
    CatalogManifest manifest() throws ShoptraceException {
        Optional<CatalogManifest> manifest = readManifest();
        if (manifest.isPresent()) {
            return manifest.get();
        }
        String build = "Build it with: shoptrace index --documents FILE --catalog DIR";
        if (!Files.isDirectory(path)) {
            throw new ShoptraceException("there is no catalogue", path.toString(), build);
        }
        if (Files.exists(path.resolve(MANIFEST))) {
            throw new ShoptraceException("catalog.json is damaged or of another version of Shoptrace", path.toString(), build);
        }
        if (holds("segments")) {
            throw new ShoptraceException(
                    "this Lucene index was not built by Shoptrace (Anserini's cannot be searched)",
                    path.toString(),
                    "Build a catalogue in another folder from the documents it was made of: shoptrace index --documents FILE --catalog"
                            + " DIR");
        }
        if (holds(INDEX_PREFIX)) {
            throw new ShoptraceException("the catalogue was never finished", path.toString(), build);
        }
        Optional<Path> below = catalogBelow();
        throw new ShoptraceException(
                "the folder holds no catalogue", path.toString(),
                below.map(found -> "Name the one that lies in it: " + found).orElse(build));
    }

    /// A workspace keeps its index a few folders down.
    private Optional<Path> catalogBelow() {
        try (Stream<Path> folders = Files.find(path, DEPTH, (file, is) -> is.isDirectory() && !file.equals(path) && isCatalog(file))) {
            return folders.sorted().findFirst();
        } catch (IOException | UncheckedIOException e) {
            // Then it is not found; what is wrong with the folder itself is said all the same.
            return Optional.empty();
        }
    }

    /// The index that the manifest names, checked to hold what the manifest says.
    DirectoryReader openIndex(CatalogManifest manifest) throws ShoptraceException {
        String remedy = "Build it again with: shoptrace index --documents FILE --catalog DIR";
        try {
            DirectoryReader reader = DirectoryReader.open(new MMapDirectory(path.resolve(manifest.index())));
            if (reader.numDocs() != manifest.info().documents()) {
                reader.close();
                throw new ShoptraceException("the catalogue's index and its catalog.json disagree", path.toString(), remedy);
            }
            return reader;
        } catch (IndexFormatTooNewException | IndexFormatTooOldException e) {
            throw new ShoptraceException("the catalogue's index is of another version of Lucene", path.toString(), remedy, e);
        } catch (IOException e) {
            throw new ShoptraceException("the catalogue's index is missing or damaged", path.toString(), remedy, e);
        }
    }

    /// A place for a new index. Only one build at a time may have the directory.
    ///
    /// @throws ShoptraceException when the directory holds something else, or another build is at work in it
    CatalogBuild begin() throws ShoptraceException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ShoptraceException("there is a file where the catalogue should go", path.toString(), "Name another folder");
        }
        if (!Files.exists(path.resolve(MANIFEST)) && entries().stream().anyMatch(entry -> !isOurs(entry))) {
            throw new ShoptraceException(
                    "the folder is no catalogue and is not empty", path.toString(), "Name another folder, or empty this one");
        }
        return CatalogBuild.begin(this);
    }

    /// Makes `manifest` the one that counts, in one step.
    void publish(CatalogManifest manifest) throws IOException {
        WholeFile.write(path.resolve(MANIFEST), manifest.toJson(path));
    }

    /// Removes what earlier builds left, except the index that counts.
    void removeLeftovers() throws IOException, ShoptraceException {
        Optional<String> current = readManifest().map(CatalogManifest::index);
        for (Path entry : entries()) {
            String name = entry.getFileName().toString();
            boolean leftover = name.equals(NEXT_MANIFEST) || WholeFile.isLeftover(name)
                    || (name.startsWith(INDEX_PREFIX) && !current.equals(Optional.of(name)));
            if (leftover) {
                FileTree.delete(entry);
            }
        }
    }

    Path lockFile() {
        return path.resolve(LOCK);
    }

    Path newIndex(String name) {
        return path.resolve(INDEX_PREFIX + name);
    }

    private Optional<CatalogManifest> readManifest() {
        try {
            return CatalogManifest.parse(Files.readAllBytes(path.resolve(MANIFEST)), path);
        } catch (IOException _) {
            // Whoever needs the manifest learns from manifest() why it is not there.
            return Optional.empty();
        }
    }

    private boolean holds(String prefix) throws ShoptraceException {
        return entries().stream().anyMatch(entry -> entry.getFileName().toString().startsWith(prefix));
    }

    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return name.equals(LOCK) || name.equals(NEXT_MANIFEST) || WholeFile.isLeftover(name) || name.startsWith(INDEX_PREFIX);
    }

    private List<Path> entries() throws ShoptraceException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new ShoptraceException("the folder cannot be read (" + e.getMessage() + ")", path.toString(), "Check its permissions", e);
        }
    }
}
