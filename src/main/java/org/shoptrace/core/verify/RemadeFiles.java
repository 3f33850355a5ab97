package org.shoptrace.core.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Program;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.model.json.Json;

/// Holds the files of an export against what was made again: those that it lists, those that lie beside them and are made again too, and
/// what the file beside them says of all.
final class RemadeFiles {
    private final Exported exported;
    private final Provenance then;
    private final Path again;
    private final List<String> report;
    private final Progress progress;
    private final Set<Path> differing = new LinkedHashSet<>();
    private boolean same = true;

    /// @param again  the file or folder that came out
    /// @param report a line for each file comes to it
    RemadeFiles(Exported exported, Path again, List<String> report, Progress progress) {
        this.exported = exported;
        this.then = exported.provenance();
        this.again = again;
        this.report = report;
        this.progress = progress;
    }

    /// @param all the files that some export speaks for; those that are only made again come to them
    /// @return whether all are the same
    boolean compare(Set<Path> all) throws ShoptraceException {
        Optional<Provenance> now = provenance();
        if (now.isEmpty()) {
            report.add("what is made again does not say where it comes from");
            return false;
        }
        tellSources(now.get());
        Allowance allowance = new Allowance(then, now.get());
        ExportComparison comparison = new ExportComparison(allowance);
        for (Map.Entry<Path, String> file : exported.files().entrySet()) {
            progress.checkCancelled();
            compare(file.getKey(), file.getValue(), comparison, allowance);
        }
        List<String> unlisted = unlisted(all, comparison, allowance);
        if (exported.beside().isPresent()) {
            byte[] content = Exported.bytes(exported.beside().get());
            tell(exported.beside().get(), beside(content, allowance, unlisted).map(why -> "differs: " + why));
        }
        return same;
    }

    private void tell(Path file, Optional<String> wrong) {
        report.add(Exported.name(file) + ": " + wrong.orElse("same"));
        if (wrong.isPresent()) {
            differing.add(file);
            same = false;
        }
    }

    /// A catalogue that was indexed anew may be of other files of the same documents.
    private void tellSources(Provenance now) {
        List<Provenance.Source> sources = then.catalogue().map(Provenance.Catalogue::sources).orElse(List.of());
        List<Provenance.Source> others = now.catalogue().map(Provenance.Catalogue::sources).orElse(List.of());
        if (!sources.equals(others)) {
            report.add("its catalogue was indexed from " + names(sources) + ", the one at hand from " + names(others));
        }
    }

    private static String names(List<Provenance.Source> sources) {
        return sources.isEmpty() ? "files that are not known" : String.join(", ", sources.stream().map(Provenance.Source::name).toList());
    }

    private void compare(Path file, String name, ExportComparison comparison, Allowance allowance) throws ShoptraceException {
        if (!Files.exists(file)) {
            tell(file, Optional.of("differs: it is missing"));
            return;
        }
        byte[] content = Exported.bytes(file);
        // No chart of a report is one of the window, whatever it says of itself.
        Optional<CarriedChart> seen = CarriedChart.in(name, content).filter(chart -> chart.seen().isPresent() && !exported.isWhole());
        if (seen.isPresent()) {
            tell(file, seen(seen.get(), name, content, allowance));
            return;
        }
        Optional<Path> made = made(name, content);
        tell(file, made.isEmpty()
                ? Optional.of("differs: it is not among what is made again")
                : comparison.of(name, content, Exported.bytes(made.get())).map(this::differs));
    }

    /// The file that it should be like: the one of its name; of one that was renamed the chart that it says it is, or the one of the same
    /// bytes, or the only one of its kind.
    private Optional<Path> made(String name, byte[] content) throws ShoptraceException {
        if (!Files.isDirectory(again)) {
            return Optional.of(again);
        }
        Path likely = again.resolve(name);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Path chart = again.resolve(CarriedChart.in(name, content).map(CarriedChart::chart).orElse(name) + "." + ending);
        for (Path file : List.of(likely, chart)) {
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        List<Path> kind = Exported.files(again).stream().filter(file -> Exported.name(file).endsWith("." + ending)).toList();
        for (Path file : kind) {
            if (Arrays.equals(content, Exported.bytes(file))) {
                return Optional.of(file);
            }
        }
        return kind.size() == 1 ? Optional.of(kind.getFirst()) : Optional.empty();
    }

    /// What lies in the folder and is made again without being listed, or is made again and is not there.
    ///
    /// @return the names of those that lie there
    private List<String> unlisted(Set<Path> all, ExportComparison comparison, Allowance allowance) throws ShoptraceException {
        List<String> unlisted = new ArrayList<>();
        boolean alone = exported.beside().isPresent() && !exported.isWhole();
        if (exported.folder().isEmpty() || alone || !Files.isDirectory(again)) {
            return unlisted;
        }
        for (Path made : Exported.files(again)) {
            String name = Exported.name(made);
            Path file = exported.folder().get().resolve(name);
            if (Sidecar.isName(name) || exported.files().containsKey(file)) {
                continue;
            }
            if (Files.exists(file)) {
                unlisted.add(name);
                if (all.add(file)) {
                    compare(file, name, comparison, allowance);
                }
            } else if (exported.isWhole() && then.program().equals(Program.running())) {
                tell(file, Optional.of("differs: it is missing, and made again"));
            } else if (exported.isWhole()) {
                report.add(name + ": made again, and not in the export, which another version made");
            }
        }
        return unlisted;
    }

    /// What differs in what the file beside says.
    private Optional<String> beside(byte[] content, Allowance allowance, List<String> unlisted) throws ShoptraceException {
        try {
            Json json = JsonReader.read(content);
            Optional<String> difference = json instanceof Json.Obj fields && fields.get(ProvenanceJson.FIELD).isPresent()
                    ? allowance.difference(fields.get(ProvenanceJson.FIELD).get())
                    : Optional.of("it says nothing");
            if (difference.isPresent()) {
                return difference;
            }
        } catch (JsonSyntaxException e) {
            return Optional.of("it is no JSON any more, " + e.getMessage());
        }
        Sidecar sidecar = Sidecar.read(content).orElseThrow();
        for (Map.Entry<Path, String> file : exported.files().entrySet()) {
            // One that differs was told already, and may well be another than it was.
            if (!differing.contains(file.getKey()) && !sidecar.isRight(file.getValue(), Exported.bytes(file.getKey()))) {
                return Optional.of("the SHA-256 of " + file.getValue() + " is not that of the file");
            }
        }
        return unlisted.isEmpty() || !exported.isWhole()
                ? Optional.empty()
                : Optional.of("it does not list " + String.join(", ", unlisted));
    }

    /// What rests on half a diagnosis differs from what rests on the whole, and is no error.
    private String differs(String why) {
        return "differs" + then.settings().diagnosed().map(part -> ", it was written while " + part.told()).orElse("") + ": " + why;
    }

    /// A picture as the window showed it has the numbers of a chart of the report, and looks of its own.
    private Optional<String> seen(CarriedChart picture, String name, byte[] content, Allowance allowance) throws ShoptraceException {
        if (!picture.isAsDrawn(content)) {
            return Optional.of("differs: what it shows was changed after it was written");
        }
        Optional<String> carried = CarriedProvenance.text(name, content).flatMap(allowance::difference);
        if (carried.isPresent()) {
            return carried.map(this::differs);
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
        return outcome.why().map(why -> outcome.remade() ? differs(why) : what + why);
    }

    /// What the thing made again says of itself.
    private Optional<Provenance> provenance() throws ShoptraceException {
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
