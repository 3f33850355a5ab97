package org.shoptrace.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [KeySettings] as `keys.json`, by the rules of [SettingsStore]. A file of a newer version is left alone: its keys count as far as
/// they are understood, and it is not written over.
public final class KeySettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeySettingsStore.class);
    private static final String NAME = "keys.json";
    private static final long SCHEMA_VERSION = 1;

    private final OwnFolder folder;
    private final Path file;

    public KeySettingsStore(Path configFolder) {
        this.folder = OwnFolder.at(configFolder);
        this.file = configFolder.resolve(NAME);
    }

    public KeySettings load() {
        if (!Files.exists(file)) {
            return KeySettings.USUAL;
        }
        try {
            if (JsonFile.read(file) instanceof Json.Obj json) {
                return decode(json);
            }
            LOG.warn("{} holds no keys; the usual ones are used", file);
        } catch (IOException | JsonSyntaxException e) {
            LOG.warn("{} cannot be read ({}); the usual keys are used", file, e.getMessage());
        }
        return KeySettings.USUAL;
    }

    /// @throws ShoptraceException when the file cannot be written, or is of a newer version
    public void save(KeySettings settings) throws ShoptraceException {
        if (version() > SCHEMA_VERSION) {
            throw new ShoptraceException(
                    "the keys could not be saved: the file is of a newer version of Shoptrace", file.toString(), "Change them there");
        }
        try {
            folder.write(NAME, JsonWriter.indented(encode(settings)) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the keys could not be saved", file, e);
        }
    }

    private double version() {
        try {
            return Files.exists(file) && JsonFile.read(file) instanceof Json.Obj json
                    && json.get("schema_version").orElse(Json.NULL) instanceof Json.Num number
                            ? number.asDouble()
                            : SCHEMA_VERSION;
        } catch (IOException | JsonSyntaxException e) {
            // A damaged file holds nothing to keep.
            return SCHEMA_VERSION;
        }
    }

    private static KeySettings decode(Json.Obj json) {
        Map<String, String> keys = new TreeMap<>();
        json.object("keys").orElse(Json.Obj.EMPTY).fields().forEach((id, value) -> value.asText().ifPresent(text -> keys.put(id, text)));
        return new KeySettings(keys, !json.get("bare_keys").equals(Optional.of(new Json.Bool(false))));
    }

    private static Json.Obj encode(KeySettings settings) {
        SequencedMap<String, Json> keys = new LinkedHashMap<>();
        new TreeMap<>(settings.keys()).forEach((id, value) -> keys.put(id, Json.of(value)));
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("schema_version", Json.Num.of(SCHEMA_VERSION));
        fields.put("bare_keys", new Json.Bool(settings.bareKeys()));
        fields.put("keys", new Json.Obj(keys));
        return new Json.Obj(fields);
    }
}
