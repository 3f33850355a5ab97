package org.shoptrace.core.provenance;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.provenance.Provenance.Catalogue;
import org.shoptrace.core.provenance.Provenance.DataDate;
import org.shoptrace.core.provenance.Provenance.From;
import org.shoptrace.core.provenance.Provenance.Input;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Source;
import org.shoptrace.core.provenance.Provenance.Word;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.json.Json;

/// Makes the provenance of a making: names its files, hashes them, and dates them.
public final class ProvenanceOf {
    /// A time in milliseconds that is later is none.
    private static final long LAST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    private final Making making;
    private final FileNames names;
    private final Progress progress;
    private final SequencedMap<String, Input> inputs = new LinkedHashMap<>();
    private final List<InputFile> files = new ArrayList<>();
    private final Map<Path, InputFile> known = new HashMap<>();

    private ProvenanceOf(Making making, Collection<InputFile> known, Progress progress) {
        this.making = making;
        known.forEach(file -> this.known.put(absolute(file.path()), file));
        this.names = making.names();
        this.progress = progress;
    }

    /// Reads every input once that is not known; call it from a job. Of one that is gone only the name is told.
    ///
    /// @param catalogue that products were looked up in
    /// @param known     inputs as they were when something was made of them
    static Provenance making(
            Making making, Settings settings, Optional<Catalogue> catalogue, Collection<InputFile> known, Progress progress) {
        return new ProvenanceOf(making, known, progress).provenance(settings, catalogue);
    }

    /// What a catalogue is to an export. Looks whether its documents have changed; call it in a job.
    public static Catalogue catalogue(CatalogInfo info) {
        List<Source> sources = info.files().isEmpty()
                ? info.sources().stream().map(name -> new Source(name, OptionalLong.empty(), Optional.empty())).toList()
                : info.files().stream()
                        .map(file -> new Source(
                                String.valueOf(file.path().getFileName()), OptionalLong.of(file.bytes()), Optional.of(file.sha256())))
                        .toList();
        return new Catalogue(info.fingerprint().sha256(), info.documents(), sources, info.changed(Progress.NONE));
    }

    private Provenance provenance(Settings settings, Optional<Catalogue> catalogue) {
        List<Word> words = new ArrayList<>();
        for (Making.Word word : making.words()) {
            words.add(switch (word) {
                case Making.Text(String text) -> new Provenance.Text(text);
                case Making.Given(Role role, String prefix, Path path) -> new Provenance.Place(prefix, input(role, names.of(path), path));
                case Making.Folder folder -> folder(folder);
                case Making.Catalogue _ -> new Provenance.CatalogueWord();
                case Making.Out(String name) -> new Provenance.Out(name);
            });
        }
        return new Provenance(Program.running(), words, settings, catalogue, List.copyOf(inputs.values()), date());
    }

    private Word folder(Making.Folder folder) {
        String name = names.of(folder.path());
        Path root = folder.path().toAbsolutePath().normalize();
        for (Path file : folder.files()) {
            Path absolute = file.toAbsolutePath().normalize();
            Path inside = absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
            input(folder.role(), name + "/" + String.valueOf(inside).replace('\\', '/'), file);
        }
        return new Provenance.Place("", name);
    }

    private String input(Role role, String name, Path path) {
        if (!inputs.containsKey(name)) {
            Optional<InputFile> file = file(path);
            file.ifPresent(files::add);
            inputs.put(name, file.map(one -> new Input(role, name, one.bytes(), one.sha256()))
                    .orElseGet(() -> new Input(role, name, OptionalLong.empty(), Optional.empty())));
        }
        return name;
    }

    private Optional<InputFile> file(Path path) {
        Optional<InputFile> before = Optional.ofNullable(known.get(absolute(path)));
        if (before.isPresent()) {
            return before;
        }
        try {
            return Optional.of(InputFile.of(path, progress));
        } catch (ShoptraceException e) {
            // It was read before, or what is written would not be there. What is written says that the hash is not known.
            return Optional.empty();
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// When the newest run began; where runs tell no time, when the newest input was changed.
    private Optional<DataDate> date() {
        AtomicLong newest = new AtomicLong(-1);
        for (Path file : making.files(Role.ROLLOUTS)) {
            try {
                RolloutFile.forEachRun(
                        file, run -> run.steps().stream().findFirst().flatMap(step -> step.timestamp()).flatMap(ProvenanceOf::millis)
                                .ifPresent(time -> newest.accumulateAndGet(time, Math::max)),
                        progress);
            } catch (ShoptraceException e) {
                // A file that is gone dates nothing.
                continue;
            }
        }
        return newest.get() >= 0
                ? Optional.of(new DataDate(Instant.ofEpochMilli(newest.get()).truncatedTo(ChronoUnit.SECONDS), From.RUNS))
                : files.stream()
                        .map(InputFile::modified)
                        .max(Comparator.naturalOrder())
                        .map(time -> new DataDate(time.truncatedTo(ChronoUnit.SECONDS), From.FILES));
    }

    private static Optional<Long> millis(Json.Num number) {
        double value = number.asDouble();
        return value >= 0 && value <= LAST ? Optional.of((long) value) : Optional.empty();
    }
}
