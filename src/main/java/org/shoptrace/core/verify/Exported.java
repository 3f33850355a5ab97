package org.shoptrace.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;

/// An export as it was found.
///
/// @param files   what is to be compared by the names that it was written under, in the order of the provenance; one that is named and
///                not there is among them
/// @param beside  the file that says where they come from; empty when they say so themselves
/// @param folder  the folder that was named, in which other files of the same making may lie; empty when files were
record Exported(Provenance provenance, SequencedMap<Path, String> files, Optional<Path> beside, Optional<Path> folder) {
    /// Larger files are no sidecars.
    private static final long MOST_OF_A_SIDECAR = 8 << 20;

    private static final String REMEDY = "Name the folder that it was written in, or put the provenance.json of that folder beside it";

    Exported {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    private static SequencedMap<Path, String> asTheyAre(List<Path> files) {
        SequencedMap<Path, String> named = new LinkedHashMap<>();
        files.forEach(file -> named.put(file, name(file)));
        return named;
    }

    /// Whether it is a folder that was written as a whole.
    boolean isWhole() {
        return folder.isPresent() && beside.filter(file -> name(file).equals(Sidecar.OF_A_FOLDER)).isPresent();
    }

    /// The exports at a place: a file has one, a folder one for each file beside its exports that says where they come from, or one for
    /// each file that says so itself.
    ///
    /// @param elsewhere folders in which a sidecar that speaks for a file may lie too
    /// @throws ShoptraceException when there is no such file, it cannot be read, or nothing says where it comes from
    static List<Exported> at(Path place, List<Path> elsewhere) throws ShoptraceException {
        if (!Files.exists(place)) {
            throw new ShoptraceException("there is no such export", place.toString(), "Name a file or a folder that Shoptrace wrote");
        }
        List<Exported> found = Files.isDirectory(place) ? ofFolder(place) : List.of(ofFile(place, elsewhere));
        if (found.isEmpty()) {
            throw new ShoptraceException("nothing in the folder says where it comes from", place.toString(),
                    "Name the folder that holds provenance.json");
        }
        return found;
    }

    private static List<Exported> ofFolder(Path folder) throws ShoptraceException {
        List<Exported> found = new ArrayList<>();
        List<Path> spokenFor = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            if (Sidecar.isName(name(file))) {
                Optional<Sidecar> sidecar = sidecar(file);
                if (sidecar.isPresent()) {
                    Exported beside = beside(file, sidecar.get(), Optional.of(folder));
                    found.add(beside);
                    spokenFor.addAll(beside.files().keySet());
                }
            }
        }
        // What comes from one making is made again once.
        SequencedMap<Provenance, List<Path>> alike = new LinkedHashMap<>();
        for (Path file : files) {
            if (!spokenFor.contains(file) && !Sidecar.isName(name(file))) {
                CarriedProvenance.in(name(file), bytes(file))
                        .ifPresent(own -> alike.computeIfAbsent(own, _ -> new ArrayList<>()).add(file));
            }
        }
        alike.forEach((own, of) -> found.add(new Exported(own, asTheyAre(of), Optional.empty(), Optional.of(folder))));
        return found;
    }

    private static Exported ofFile(Path file, List<Path> elsewhere) throws ShoptraceException {
        byte[] content = bytes(file);
        if (Sidecar.isName(name(file))) {
            Optional<Sidecar> sidecar = Sidecar.read(content);
            if (sidecar.isPresent()) {
                return beside(file, sidecar.get(),
                        Optional.of(file.resolveSibling("")).filter(_ -> name(file).equals(Sidecar.OF_A_FOLDER)));
            }
        }
        Optional<Provenance> own = CarriedProvenance.in(name(file), content);
        if (own.isPresent()) {
            return new Exported(own.get(), asTheyAre(List.of(file)), Optional.empty(), Optional.empty());
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        String name = name(file);
        for (String beside : List.of(Sidecar.name(name), Sidecar.name(name.replaceFirst("\\.[^.]*$", "")), Sidecar.OF_A_FOLDER)) {
            Optional<Sidecar> sidecar = sidecar(folder.resolve(beside));
            if (sidecar.isPresent() && sidecar.get().files().containsKey(name)) {
                return copied(file, name, sidecar.get(), folder.resolve(beside));
            }
        }
        List<Path> candidates = new ArrayList<>(files(folder));
        candidates.addAll(FolderWalk.files(elsewhere));
        for (Path candidate : candidates) {
            if (Sidecar.isName(name(candidate))) {
                Optional<Sidecar> sidecar = sidecar(candidate);
                Optional<String> then = sidecar.flatMap(one -> one.nameOf(content));
                if (then.isPresent()) {
                    return copied(file, then.get(), sidecar.orElseThrow(), candidate);
                }
            }
        }
        throw new ShoptraceException("nothing says where the file comes from", file.toString(), REMEDY);
    }

    /// A file that lies alone, or under another name than it was written under.
    private static Exported copied(Path file, String then, Sidecar sidecar, Path beside) {
        SequencedMap<Path, String> named = new LinkedHashMap<>();
        named.put(file, then);
        return new Exported(sidecar.provenance(), named, Optional.of(beside), Optional.empty());
    }

    private static Exported beside(Path file, Sidecar sidecar, Optional<Path> folder) {
        List<Path> files = sidecar.files().keySet().stream().map(file::resolveSibling).toList();
        return new Exported(sidecar.provenance(), asTheyAre(files), Optional.of(file), folder);
    }

    private static Optional<Sidecar> sidecar(Path file) throws ShoptraceException {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_OF_A_SIDECAR ? Sidecar.read(bytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The files of a folder, without those below, in the order of their names.
    static List<Path> files(Path folder) throws ShoptraceException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static byte[] bytes(Path file) throws ShoptraceException {
        try {
            return FileInput.asItIs(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static ShoptraceException unreadable(Path file, IOException e) {
        return new ShoptraceException("it cannot be read, " + FileInput.cause(e), file.toString(), "Check its permissions", e);
    }
}
