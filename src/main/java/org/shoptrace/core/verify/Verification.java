package org.shoptrace.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Program;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.sandbox.Catalogs;

/// Finds what an export was made from, makes it again in a temporary folder and holds both against each other.
public final class Verification {
    private final Catalogs catalogs;
    private final Maker maker;
    private final Progress progress;

    /// What came of it.
    ///
    /// @param same   whether everything was found and comes out the same
    /// @param report a line for each file and each thing that is missing, for people
    public record Outcome(boolean same, List<String> report) {
        public Outcome {
            report = List.copyOf(report);
        }
    }

    /// @param maker makes things by the words of a command
    public Verification(Catalogs catalogs, Maker maker, Progress progress) {
        this.catalogs = catalogs;
        this.maker = maker;
        this.progress = progress;
    }

    /// @param export a file or a folder
    /// @param inputs where to look for what it was made from; none: beside the export and in the current folder
    /// @throws ShoptraceException when nothing says where the export comes from, or it cannot be made again
    public Outcome of(Path export, List<Path> inputs) throws ShoptraceException {
        List<Path> folders = inputs.isEmpty() ? beside(export) : inputs;
        List<String> report = new ArrayList<>();
        boolean same = true;
        for (Exported exported : Exported.at(export, folders)) {
            same &= verify(exported, folders, report);
        }
        return new Outcome(same, report);
    }

    private static List<Path> beside(Path export) {
        Path absolute = export.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(absolute) ? absolute : Optional.ofNullable(absolute.getParent()).orElse(absolute);
        Set<Path> folders = new LinkedHashSet<>(List.of(folder, Path.of("").toAbsolutePath().normalize()));
        Optional.ofNullable(folder.getParent()).filter(Verification::isSmall).ifPresent(folders::add);
        return List.copyOf(folders);
    }

    /// The folder above an export often holds what it was made from; a whole disk or everybody's home is not looked through.
    private static boolean isSmall(Path folder) {
        return folder.getNameCount() > 1;
    }

    private boolean verify(Exported exported, List<Path> folders, List<String> report) throws ShoptraceException {
        Provenance then = exported.provenance();
        if (then.words().isEmpty()) {
            names(exported).forEach(name -> report.add(name + ": it does not say how it was made"));
            return false;
        }
        if (!then.program().equals(Program.running())) {
            report.add("made by " + then.program().text() + ", made again by " + Program.running().text());
        }
        then.catalogue().flatMap(Provenance.Catalogue::warning).ifPresent(report::add);
        InputSearch.Found found = new InputSearch(folders, catalogs, progress).of(then);
        if (!found.missing().isEmpty()) {
            report.addAll(found.missing());
            return false;
        }
        try {
            Path temporary = Files.createTempDirectory("shoptrace-verify");
            try {
                Path again = new Remake(temporary, maker, catalogs, progress).of(then, found);
                return compare(exported, again, report);
            } finally {
                FileTree.delete(temporary);
            }
        } catch (IOException e) {
            throw new ShoptraceException(
                    "there is no room to make it again, " + FileInput.cause(e),
                    System.getProperty("java.io.tmpdir", "the temporary folder"),
                    "Check that the disk is not full", e);
        }
    }

    private static Stream<String> names(Exported exported) {
        return exported.files().stream().map(Exported::name);
    }

    private boolean compare(Exported exported, Path again, List<String> report) throws ShoptraceException {
        ExportComparison comparison = new ExportComparison(exported.provenance(), provenance(again).orElse(exported.provenance()));
        boolean same = true;
        for (Path file : exported.files()) {
            progress.checkCancelled();
            String name = Exported.name(file);
            Path made = Files.isDirectory(again) ? again.resolve(name) : again;
            String line;
            if (!Files.exists(file)) {
                line = "differs: it is missing";
            } else if (!Files.exists(made)) {
                line = "differs: it is not among what is made again";
            } else {
                line = comparison.of(name, Exported.bytes(file), Exported.bytes(made)).map(why -> "differs: " + why).orElse("same");
            }
            report.add(name + ": " + line);
            same &= line.equals("same");
        }
        return same;
    }

    /// What the thing made again says of itself.
    private static Optional<Provenance> provenance(Path again) throws ShoptraceException {
        if (!Files.isDirectory(again)) {
            Path beside = again.resolveSibling(Sidecar.name(Exported.name(again)));
            return Files.exists(beside)
                    ? Sidecar.read(Exported.bytes(beside)).map(Sidecar::provenance)
                    : Files.exists(again) ? CarriedProvenance.in(Exported.name(again), Exported.bytes(again)) : Optional.empty();
        }
        Path sidecar = again.resolve(Sidecar.OF_A_FOLDER);
        return Files.exists(sidecar) ? Sidecar.read(Exported.bytes(sidecar)).map(Sidecar::provenance) : Optional.empty();
    }
}
