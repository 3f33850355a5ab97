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
import org.shoptrace.core.provenance.Program;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.sandbox.Catalogs;

/// Finds what an export was made from, makes it again in a temporary folder and holds both against each other.
public final class Verification {
    /// So many files that are none of an export are named; somebody may name a folder of thousands.
    private static final int MOST_STRAYS = 20;

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
        List<Exported> found = Exported.at(export, folders);
        Set<Path> all = new LinkedHashSet<>();
        found.forEach(exported -> all.addAll(exported.files().keySet()));
        for (Exported exported : found) {
            same &= verify(exported, all, folders, report);
        }
        if (Files.isDirectory(export)) {
            strays(export, all, report);
        }
        return new Outcome(same, report);
    }

    /// Names the files that no export speaks for, and that nothing was made again for.
    private static void strays(Path folder, Set<Path> all, List<String> report) throws ShoptraceException {
        List<Path> strays = Exported.files(folder).stream()
                .filter(file -> !all.contains(file) && !Sidecar.isName(Exported.name(file)))
                .toList();
        strays.stream().limit(MOST_STRAYS).forEach(file -> report.add(Exported.name(file) + ": not part of the export, not compared"));
        if (strays.size() > MOST_STRAYS) {
            report.add((strays.size() - MOST_STRAYS) + " more files are not part of the export");
        }
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

    /// @param all the files that some export speaks for; those that turn out to be of this one come to them
    private boolean verify(Exported exported, Set<Path> all, List<Path> folders, List<String> report) throws ShoptraceException {
        Provenance then = exported.provenance();
        if (then.words().isEmpty()) {
            names(exported).forEach(name -> report.add(name + ": cannot be re-made: it does not say how it was made"));
            return false;
        }
        Optional<String> never = cannot(then);
        if (never.isPresent()) {
            names(exported).forEach(name -> report.add(name + ": cannot be re-made: " + never.get()));
            return false;
        }
        then.settings().diagnosed().ifPresent(part -> report.add("was written while " + part.told()));
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
                return new RemadeFiles(exported, again, report, progress).compare(all);
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

    /// Why something is never made again; empty for all that has a command that makes it.
    private static Optional<String> cannot(Provenance then) {
        return switch (then.words().getFirst()) {
            case Provenance.Text(String command) when command.equals("screenshot") ->
                Optional.of("it is a picture of the window, not of a chart");
            case Provenance.Text(String command) when command.equals("scan") ->
                Optional.of("it lists what was in a folder, and has no hashes of it; scan the folder again");
            default -> Optional.empty();
        };
    }

    private static Stream<String> names(Exported exported) {
        return exported.files().keySet().stream().map(Exported::name);
    }
}
