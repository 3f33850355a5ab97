package org.shoptrace.core.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.shoptrace.core.file.ShortName;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Where Shoptrace writes for workspaces that cannot be written to: a folder each among the user's data, with a label that says what the
/// workspace held. A workspace is found again by what it holds, wherever it is mounted; files that were added do not matter.
final class StorageElsewhere {
    /// The name of the label.
    static final String LABEL = "workspace.json";

    private static final String FOLDER = "folder";
    private static final String FILES = "files";
    private static final int DEPTH = 3;
    private static final int ENTRIES = 5_000;
    private static final int KEPT = 300;
    private static final int LONGEST_NAME = 200;

    /// What a workspace holds: the first of its files by name, with their sizes.
    private record Held(Path folder, SequencedMap<String, Long> files) {
        /// How far this is what the label of a storage says; 0 when it is another workspace.
        double likeness(Held labelled) {
            long equal = labelled.files.entrySet().stream().filter(file -> file.getValue().equals(files.get(file.getKey()))).count();
            long named = labelled.files.keySet().stream().filter(files::containsKey).count();
            boolean samePlace = folder.equals(labelled.folder);
            double share = labelled.files.isEmpty() ? 0 : (double) equal / labelled.files.size();
            if (samePlace && (named > 0 || labelled.files.isEmpty())) {
                // A file that grew is the same workspace's.
                return 1 + share;
            }
            return share >= 0.5 ? share : 0;
        }
    }

    /// A storage, made or not.
    ///
    /// @param label its label's content
    record Found(Path storage, String label) {}

    private record Labelled(Path storage, Held held) {}

    private StorageElsewhere() {}

    /// The storage of a workspace: the one whose label says what it holds, else a new one.
    ///
    /// @param folder   the workspace, absolute
    /// @param storages where all storages are
    static Found of(Path folder, Path storages) {
        Held held = held(folder);
        List<Labelled> labelled = labelled(storages);
        Optional<Labelled> known = labelled.stream()
                .filter(each -> held.likeness(each.held()) > 0)
                .max(Comparator.comparingDouble(each -> held.likeness(each.held())));
        Path usual = storages.resolve(name(folder, folder.toString()));
        // A storage without a label is of a version before, which went by the path alone.
        Path fresh = Files.exists(usual.resolve(LABEL)) ? storages.resolve(name(folder, folder + "\n" + held.files())) : usual;
        return new Found(known.map(Labelled::storage).orElse(fresh), JsonWriter.indented(encode(held)) + "\n");
    }

    private static Held held(Path folder) {
        TreeMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
            tree.limit(ENTRIES).filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(WorkspaceFolder.OWN) && !name.startsWith(".git")) {
                    files.put(name, size(file));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // What can be seen of it has to do.
        }
        TreeMap<String, Long> first = new TreeMap<>();
        files.entrySet().stream().limit(KEPT).forEach(file -> first.put(file.getKey(), file.getValue()));
        return new Held(folder, first);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private static List<Labelled> labelled(Path storages) {
        List<Labelled> found = new ArrayList<>();
        if (Files.isDirectory(storages)) {
            try (Stream<Path> entries = Files.list(storages)) {
                entries.sorted()
                        .forEach(storage -> label(storage.resolve(LABEL)).ifPresent(held -> found.add(new Labelled(storage, held))));
            } catch (IOException | UncheckedIOException e) {
                // Then none is found again, and a new one is named.
            }
        }
        return found;
    }

    private static Optional<Held> label(Path file) {
        try {
            return Files.isRegularFile(file) && JsonReader.read(Files.readAllBytes(file)) instanceof Json.Obj json
                    ? decode(json)
                    : Optional.empty();
        } catch (IOException | JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Held> decode(Json.Obj json) {
        TreeMap<String, Long> files = new TreeMap<>();
        json.object(FILES).ifPresent(listed -> listed.fields().forEach((name, size) -> {
            if (size instanceof Json.Num number) {
                files.put(name, (long) number.asDouble());
            }
        }));
        return json.text(FOLDER).map(folder -> new Held(Path.of(folder), files));
    }

    private static Json.Obj encode(Held held) {
        Json.Obj files = Json.Obj.EMPTY;
        for (Map.Entry<String, Long> file : held.files().entrySet()) {
            files = files.with(file.getKey(), Json.Num.of(file.getValue()));
        }
        return Json.Obj.EMPTY.with(FOLDER, Json.of(held.folder().toString())).with(FILES, files);
    }

    /// Readable, and different for folders of one name.
    private static String name(Path folder, String of) {
        CRC32 checksum = new CRC32();
        checksum.update(of.getBytes(StandardCharsets.UTF_8));
        Path name = folder.getFileName();
        return ShortName.of(name == null ? "root" : name.toString(), LONGEST_NAME) + "-" + HexFormat.of().toHexDigits(
                (int) checksum.getValue());
    }
}
