package org.shoptrace.core.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a workspace's [ReadingState] as `reading.json`. It is a convenience, never data: a damaged file or one of a newer version means a
/// fresh start and a warning, and writing replaces the file at once.
public final class ReadingStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingStore.class);
    private static final String NAME = "reading.json";
    private static final long SCHEMA_VERSION = 1;

    /// Of older runs nobody misses the place.
    private static final int KEPT = 500;

    private final OwnFolder storage;
    private final Path file;

    /// @param storage where Shoptrace writes for the workspace
    public ReadingStore(OwnFolder storage) {
        this.storage = storage;
        this.file = storage.path().resolve(NAME);
    }

    public ReadingState load() {
        if (!Files.exists(file)) {
            return ReadingState.NOTHING;
        }
        try {
            if (JsonFile.read(file) instanceof Json.Obj json
                    && json.get("schema_version").orElse(Json.NULL).equals(Json.Num.of(SCHEMA_VERSION))) {
                return decode(json);
            }
            LOG.warn("{} is of another version; every run opens at its beginning", file);
        } catch (IOException | JsonSyntaxException e) {
            LOG.warn("{} cannot be read ({}); every run opens at its beginning", file, e.getMessage());
        }
        return ReadingState.NOTHING;
    }

    /// @throws ShoptraceException when the file cannot be written
    public void save(ReadingState state) throws ShoptraceException {
        try {
            storage.write(NAME, JsonWriter.compact(encode(state)) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("where you were reading could not be kept", file, e);
        }
    }

    private static Json.Obj encode(ReadingState state) {
        SequencedMap<String, Json> kept = new LinkedHashMap<>();
        int older = Math.max(0, state.places().size() - KEPT);
        state.places().entrySet().stream().skip(older).forEach(entry -> kept.put(entry.getKey().sha256(), Json.Obj.EMPTY
                .with("step", Json.Num.of((long) entry.getValue().step()))
                .with("top", Json.Num.of((long) entry.getValue().top()))
                .with("offset", Json.Num.of(entry.getValue().offset()))
                .with("opened", Json.texts(entry.getValue().opened().stream().sorted().toList()))));
        return Json.Obj.EMPTY
                .with("schema_version", Json.Num.of(SCHEMA_VERSION))
                .with("run", state.run().<Json>map(run -> Json.of(run.sha256())).orElse(Json.NULL))
                .with("compact", new Json.Bool(state.compact()))
                .with("raw_answers", new Json.Bool(state.rawAnswers()))
                .with("hidden", Json.texts(state.hidden().stream().map(ReadingStore::name).sorted().toList()))
                .with("outline", state.outline().<Json>map(Json.Bool::new).orElse(Json.NULL))
                .with("places", new Json.Obj(kept));
    }

    private static ReadingState decode(Json.Obj json) {
        SequencedMap<RunId, ReadingState.Place> places = new LinkedHashMap<>();
        json.object("places").orElse(Json.Obj.EMPTY).fields().forEach((run, value) -> {
            if (value instanceof Json.Obj place) {
                places.put(new RunId(run), new ReadingState.Place(
                        Math.max(1, (int) number(place, "step", 1)), (int) number(place, "top", -1), number(place, "offset", 0),
                        texts(place, "opened")));
            }
        });
        Set<EventKind> hidden = new HashSet<>();
        texts(json, "hidden").forEach(name -> kind(name).ifPresent(hidden::add));
        return new ReadingState(json.text("run").map(RunId::new), isTrue(json, "compact"), isTrue(json, "raw_answers"), hidden,
                choice(json, "outline"), places);
    }

    private static double number(Json.Obj json, String key, double otherwise) {
        double value = json.get(key).orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : otherwise;
        return Double.isFinite(value) && Math.abs(value) < 1e9 ? value : otherwise;
    }

    private static boolean isTrue(Json.Obj json, String key) {
        return json.get(key).orElse(Json.NULL).equals(new Json.Bool(true));
    }

    private static Optional<Boolean> choice(Json.Obj json, String key) {
        return json.get(key).filter(Json.Bool.class::isInstance).map(value -> value.equals(new Json.Bool(true)));
    }

    private static Set<String> texts(Json.Obj json, String key) {
        Set<String> texts = new HashSet<>();
        json.items(key).forEach(item -> item.asText().ifPresent(texts::add));
        return texts;
    }

    private static String name(EventKind kind) {
        return switch (kind) {
            case EventKind.Thought() -> "thought";
            case EventKind.Calls(String tool) -> "calls:" + tool;
            case EventKind.Speaks(var speaker) -> speaker.wireName();
            case EventKind.Answer() -> "answer";
            case EventKind.Response() -> "response";
            case EventKind.Failure() -> "failure";
        };
    }

    private static Optional<EventKind> kind(String name) {
        return switch (name) {
            case "thought" -> Optional.of(new EventKind.Thought());
            case "answer" -> Optional.of(new EventKind.Answer());
            case "response" -> Optional.of(new EventKind.Response());
            case "failure" -> Optional.of(new EventKind.Failure());
            case String calls when calls.startsWith("calls:") -> Optional.of(new EventKind.Calls(calls.substring(6)));
            default -> Arrays.stream(Interjection.Speaker.values())
                    .filter(speaker -> speaker.wireName().equals(name))
                    .map(speaker -> (EventKind) new EventKind.Speaks(speaker))
                    .findFirst();
        };
    }
}
