package org.shoptrace.core.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

/// Keeps the answers of [Identity] in `identity.json` among what Shoptrace writes for a workspace.
/// A file that cannot be read, or that a newer version wrote, is never written over.
public final class IdentityStore {
    private static final String NAME = "identity.json";
    private static final int VERSION = 1;
    private static final String REMEDY = "Move it away to answer anew, or open it with the Shoptrace that wrote it";

    private final OwnFolder storage;
    private final Path file;

    public IdentityStore(WorkspaceFolder folder) {
        this.storage = folder.own();
        this.file = storage.path().resolve(NAME);
    }

    /// What was answered before; nothing when there is no file.
    ///
    /// @throws ShoptraceException when the file cannot be read or is of a newer version
    public Identity load() throws ShoptraceException {
        if (!Files.exists(file)) {
            return Identity.NONE;
        }
        try {
            if (!(JsonFile.read(file) instanceof Json.Obj object)) {
                throw new ShoptraceException("the answers about tasks and catalogue are no JSON object", file.toString(), REMEDY);
            }
            int version = object.get("version").orElse(Json.NULL) instanceof Json.Num number ? (int) number.asDouble() : 0;
            if (version != VERSION) {
                throw new ShoptraceException(
                        "the answers about tasks and catalogue are of version " + version + ", this Shoptrace knows " + VERSION,
                        file.toString(), REMEDY);
            }
            SequencedMap<RunId, String> runs = new LinkedHashMap<>();
            texts(object, "runs").forEach((id, query) -> runs.put(new RunId(id), query));
            return new Identity(object.text("catalogue"), texts(object, "task_files"), runs, limit(object), threshold(object),
                    asked(object));
        } catch (JsonSyntaxException e) {
            throw new ShoptraceException("the answers about tasks and catalogue are no JSON, " + e.getMessage(), file.toString(), REMEDY,
                    e);
        } catch (IOException e) {
            throw new ShoptraceException("the answers about tasks and catalogue cannot be read, " + FileInput.cause(e), file.toString(),
                    REMEDY, e);
        }
    }

    /// Writes all answers, in place of those before; a failure leaves those.
    ///
    /// @throws ShoptraceException when it cannot be written, or what is there could not be read and would be lost
    public void save(Identity identity) throws ShoptraceException {
        load();
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("version", Json.Num.of(VERSION));
        fields.put("catalogue", identity.catalogue().<Json>map(Json::of).orElse(Json.NULL));
        fields.put("task_files", object(identity.taskFiles()));
        SequencedMap<String, String> runs = new LinkedHashMap<>();
        identity.runs().forEach((id, query) -> runs.put(id.sha256(), query));
        fields.put("runs", object(runs));
        identity.stepLimit().ifPresent(limit -> fields.put("step_limit", Json.Num.of((long) limit)));
        identity.ownThreshold().ifPresent(threshold -> fields.put("own_threshold", Json.Num.of(threshold)));
        if (!identity.asked().isEmpty()) {
            fields.put("asked", Json.texts(identity.asked().stream().sorted().toList()));
        }
        try {
            storage.write(NAME, JsonWriter.indented(new Json.Obj(fields)) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the answer cannot be kept and holds for this window only", file, e);
        }
    }

    private static Set<String> asked(Json.Obj object) {
        return object.items("asked").stream().flatMap(query -> query.asText().stream()).collect(Collectors.toSet());
    }

    private static OptionalInt limit(Json.Obj object) {
        double limit = object.get("step_limit").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : 0;
        return limit >= 1 && limit <= Integer.MAX_VALUE ? OptionalInt.of((int) limit) : OptionalInt.empty();
    }

    private static OptionalDouble threshold(Json.Obj object) {
        double threshold = object.get("own_threshold").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : Double.NaN;
        return Double.isFinite(threshold) ? OptionalDouble.of(threshold) : OptionalDouble.empty();
    }

    private static SequencedMap<String, String> texts(Json.Obj object, String key) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        Optional<Json.Obj> fields = object.object(key);
        fields.ifPresent(f -> f.fields().forEach((name, value) -> value.asText().ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    private static Json.Obj object(Map<String, String> texts) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        texts.forEach((key, text) -> fields.put(key, Json.of(text)));
        return new Json.Obj(fields);
    }
}
