package org.shoptrace.core.diagnose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// What diagnoses boiled down to, kept in a workspace so that it opens at once tomorrow, and so that the window and the commands diagnose a
/// run once: files of JSON lines, the first of which says what all of it hangs on. There is one for each such set of catalogue, profile,
/// similarity and step limit, so that a command with another similarity takes nothing from the window; of too many those go that were
/// not used for the longest time.
/// Lines are only ever added; a line that cannot be read, such as the half one of a process that was killed, is as if it
/// were not there. It is a cache: without it everything is worked out again. Used by one thread at a time.
public final class KeptFindings {
    /// Names the rules by what they find in runs that never change (ADR 0031); a test says when it is another.
    static final String RULES = "6bacb3837aba";

    /// Where they are, in the folder of what Shoptrace writes for a workspace.
    static final String FOLDER = "findings";

    private static final String ENDING = ".jsonl";

    /// How many files are kept, of as many catalogues, profiles, similarities and step limits.
    private static final int FILES = 8;

    /// No finding is of that size.
    private static final int LONGEST_LINE = 16 << 20;

    private final OwnFolder folder;
    private final Path file;
    private final Json.Obj head;
    private final Map<Key, Kept> kept = new HashMap<>();
    private boolean begun;

    private record Key(RunId run, String task) {}

    /// What is kept of a run.
    ///
    /// @param score empty without a task, and for a run that the harness lost
    public record Kept(RunFacts facts, Optional<TaskScore> score) {}

    private KeptFindings(OwnFolder folder, Json.Obj head) {
        this.folder = folder;
        this.file = folder.path().resolve(digest(head) + ENDING);
        this.head = head;
    }

    /// Reads what was kept in a folder under the same catalogue, profile, similarity, step limit and rules; anything else is forgotten.
    public static KeptFindings open(OwnFolder folder, CatalogFingerprint catalog, Profile profile, int stepLimit) {
        return open(folder, catalog, profile, stepLimit, "");
    }

    /// As the other one.
    ///
    /// @param variant what else the findings hang on that the names of profile and similarity do not say; empty text for nothing
    public static KeptFindings open(OwnFolder folder, CatalogFingerprint catalog, Profile profile, int stepLimit, String variant) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("findings", Json.of(RULES));
        fields.put("catalog", Json.of(catalog.sha256()));
        fields.put("profile", Json.of(profile.name()));
        fields.put("similarity", Json.of(profile.similarity().name()));
        fields.put("thresholds", Json.texts(
                profile.titleThresholds().stream().map(t -> Double.toString(profile.similarity().threshold(t))).toList()));
        fields.put("step_limit", Json.Num.of((long) stepLimit));
        if (!variant.isEmpty()) {
            fields.put("variant", Json.of(variant));
        }
        Json.Obj head = new Json.Obj(fields);
        KeptFindings findings = new KeptFindings(folder.folder(FOLDER), head);
        findings.read();
        return findings;
    }

    public Optional<Kept> get(RunId run, Optional<Task> task) {
        return Optional.ofNullable(kept.get(new Key(run, digest(task))));
    }

    /// What was found out about a run of a task.
    ///
    /// @param task  that it was held against; empty for none
    public record Found(Optional<Task> task, RunFacts facts, Optional<TaskScore> score) {}

    /// Keeps what was found out.
    ///
    /// @throws ShoptraceException when the file cannot be written
    public void add(List<Found> found) throws ShoptraceException {
        // A process that was killed may have left half a line.
        StringBuilder lines = new StringBuilder("\n");
        for (Found each : found) {
            lines.append(JsonWriter.compact(line(digest(each.task()), new Kept(each.facts(), each.score())))).append('\n');
        }
        try {
            keep(lines.toString());
        } catch (IOException e) {
            throw WriteFailure.of("what was found out about runs cannot be kept and is worked out again next time", file, e);
        }
    }

    /// Adds lines, whoever began the file or deleted it meanwhile.
    private void keep(String lines) throws IOException {
        try {
            if (!isOurs()) {
                if (begun) {
                    // Somebody began anew since, under another catalogue or step limit: what hangs on ours has no place there.
                    return;
                }
                folder.made();
                WholeFile.write(file, JsonWriter.compact(head) + "\n");
            }
            append(lines);
        } catch (NoSuchFileException e) {
            begin(lines);
        }
        begun = true;
    }

    /// Makes the file. When another process makes it at the same moment it has two heads, of which the second is a line that says nothing.
    private void begin(String lines) throws IOException {
        folder.made();
        append(JsonWriter.compact(head) + "\n" + lines, StandardOpenOption.CREATE);
        try {
            makeRoom();
            // Where versions before kept theirs, which no version reads any more.
            Files.deleteIfExists(file.resolveSibling("..").resolve("findings.jsonl").normalize());
        } catch (IOException e) {
            // Another process tidies too, or holds one open: what is kept is worth more than the room.
        }
    }

    /// In one write, so that lines of two processes do not lie in each other.
    private void append(String lines, OpenOption... more) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(more));
        options.add(StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer rest = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /// Deletes the files that nobody used for the longest time.
    private void makeRoom() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.toAbsolutePath().getParent(), "*" + ENDING)) {
            for (Path each : files) {
                if (!each.getFileName().equals(file.getFileName())) {
                    lastUse(each).ifPresent(time -> times.put(each, time));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        List<Path> newestFirst = times.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed()).map(Map.Entry::getKey).toList();
        for (Path old : newestFirst.subList(Math.min(FILES - 1, newestFirst.size()), newestFirst.size())) {
            delete(old);
        }
    }

    /// Empty for one that another process has deleted meanwhile.
    private static Optional<FileTime> lastUse(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays until somebody else makes room.
        }
    }

    /// Opening it is a use, too: one that knows every run is never added to again.
    private void markUse() {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // In a folder that cannot be written nobody makes room either.
        }
    }

    /// What is no text, as half a character of a process that was killed, spoils its line alone.
    private LineReader lines() throws IOException {
        FileInput.requireFile(file);
        return new LineReader(Files.newInputStream(file), LONGEST_LINE);
    }

    private boolean isOurs() throws IOException {
        try (LineReader lines = lines()) {
            return lines.next() && isHead(lines);
        }
    }

    private boolean isHead(LineReader lines) {
        return value(lines).equals(Optional.of(head));
    }

    private void read() {
        try (LineReader lines = lines()) {
            if (!lines.next() || !isHead(lines)) {
                return;
            }
            begun = true;
            markUse();
            while (lines.next()) {
                read(lines);
            }
        } catch (IOException e) {
            // There is none yet, or it cannot be read: everything is worked out again, and a new one takes its place.
            kept.clear();
            begun = false;
        }
    }

    private void read(LineReader line) {
        try {
            if (value(line).orElse(Json.NULL) instanceof Json.Obj json) {
                RunFacts facts = RunFactsJson.decode(json.object("facts").orElse(Json.Obj.EMPTY));
                kept.put(
                        new Key(facts.id(), json.text("task").orElse("")),
                        new Kept(facts, json.object("score").map(KeptFindings::score)));
            }
        } catch (IllegalArgumentException e) {
            // One of another version: as if it were not there.
        }
    }

    /// Empty for half a line, or one that is none.
    private static Optional<Json> value(LineReader line) {
        try {
            return line.isTooLong() ? Optional.empty() : Optional.of(JsonReader.read(line.buffer(), line.start(), line.length()));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Json.Obj line(String task, Kept kept) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("task", Json.of(task));
        fields.put("facts", RunFactsJson.encode(kept.facts()));
        kept.score().ifPresent(score -> fields.put("score", score(score)));
        return new Json.Obj(fields);
    }

    private static Json.Obj score(TaskScore score) {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        score.values().forEach((column, value) -> values.put(column.name(), Json.Num.of(value)));
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("query", Json.of(score.query()));
        fields.put("intent", Json.of(score.intent().name()));
        fields.put("values", new Json.Obj(values));
        fields.put("success", new Json.Bool(score.success()));
        fields.put("crashes", new Json.Bool(score.crashesReference()));
        fields.put("hangs", new Json.Bool(score.hangsOnTitle()));
        return new Json.Obj(fields);
    }

    private static TaskScore score(Json.Obj json) {
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        json.object("values").orElse(Json.Obj.EMPTY).fields().forEach((column, value) -> {
            if (value instanceof Json.Num number) {
                values.put(Column.valueOf(column), number.asDouble());
            }
        });
        return new TaskScore(
                json.text("query").orElse(""), Intent.valueOf(json.text("intent").orElse("")), values, is(json, "success"),
                is(json, "crashes"), is(json, "hangs"));
    }

    private static boolean is(Json.Obj json, String key) {
        return json.get(key).orElse(Json.NULL) instanceof Json.Bool(boolean truth) && truth;
    }

    /// A changed task makes what was found out about its runs worthless.
    private static String digest(Optional<Task> task) {
        return task.map(known -> digest(TaskCodec.encode(known))).orElse("");
    }

    private static String digest(Json json) {
        try {
            byte[] text = JsonWriter.compact(json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
