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
import org.shoptrace.core.provenance.CarriedChart;
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
        return exported.files().stream().map(Exported::name);
    }

    private boolean compare(Exported exported, Path again, List<String> report) throws ShoptraceException {
        ExportComparison comparison = new ExportComparison(
                new Allowance(exported.provenance(), provenance(again).orElse(exported.provenance())));
        boolean same = true;
        for (Path file : exported.files()) {
            progress.checkCancelled();
            String name = Exported.name(file);
            Path made = Files.isDirectory(again) ? again.resolve(name) : again;
            Optional<String> wrong;
            if (!Files.exists(file)) {
                wrong = Optional.of("differs: it is missing");
            } else {
                byte[] content = Exported.bytes(file);
                Optional<CarriedChart> seen = CarriedChart.in(name, content).filter(chart -> chart.seen().isPresent());
                wrong = seen.isPresent()
                        ? seen(seen.get(), exported.provenance(), content, again)
                        : Files.exists(made)
                                ? comparison.of(name, content, Exported.bytes(made)).map(why -> differs(exported.provenance(), why))
                                : Optional.of("differs: it is not among what is made again");
            }
            report.add(name + ": " + wrong.orElse("same"));
            same &= wrong.isEmpty();
        }
        return same;
    }

    /// What rests on half a diagnosis differs from what rests on the whole, and is no error.
    private static String differs(Provenance then, String why) {
        return "differs" + then.settings().diagnosed().map(part -> ", it was written while " + part.told()).orElse("") + ": " + why;
    }

    /// A picture as the window showed it has the numbers of a chart of the report, and looks of its own.
    private static Optional<String> seen(CarriedChart picture, Provenance then, byte[] content, Path again) throws ShoptraceException {
        if (!picture.isAsDrawn(content)) {
            return Optional.of("differs: what it shows was changed after it was written");
        }
        CarriedChart.Seen how = picture.seen().orElseThrow();
        Optional<Path> chart = how.inReport().map(of -> again.resolve(of + ".svg"));
        String what = "cannot be re-made: it is “" + how.title() + "” as the window showed it"
                + (how.choices().isEmpty() ? "" : ", with " + how.told()) + ", and ";
        if (picture.values().isEmpty()) {
            return Optional.of(what + "shows no numbers but in words");
        }
        if (chart.isEmpty() || !Files.exists(chart.get())) {
            return Optional.of(what + "no chart of the report has its numbers");
        }
        byte[] made = Exported.bytes(chart.get());
        ChartComparison.Outcome outcome = new ChartComparison(
                CarriedChart.in(Exported.name(chart.get()), made).map(CarriedChart::values).orElse(List.of())).of(picture);
        return outcome.why().map(why -> outcome.remade() ? differs(then, why) : what + why);
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
