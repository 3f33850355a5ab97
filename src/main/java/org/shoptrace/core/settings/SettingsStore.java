package org.shoptrace.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [Settings] as `settings.json`: unknown fields are ignored, a damaged file means defaults and a warning, and writing replaces the
/// file at once, so that no half-written one is ever read.
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final String NAME = "settings.json";
    private static final long SCHEMA_VERSION = 1;

    private final OwnFolder folder;
    private final Path file;

    public SettingsStore(Path configFolder) {
        this.folder = OwnFolder.at(configFolder);
        this.file = configFolder.resolve(NAME);
    }

    public Settings load() {
        if (!Files.exists(file)) {
            return Settings.DEFAULTS;
        }
        try {
            if (JsonFile.read(file) instanceof Json.Obj json) {
                return decode(json);
            }
            LOG.warn("{} holds no settings; the defaults are used", file);
        } catch (IOException | JsonSyntaxException | InvalidPathException e) {
            LOG.warn("{} cannot be read ({}); the defaults are used", file, e.getMessage());
        }
        return Settings.DEFAULTS;
    }

    /// @throws ShoptraceException when the file cannot be written
    public void save(Settings settings) throws ShoptraceException {
        try {
            folder.write(NAME, JsonWriter.indented(encode(settings)) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the settings could not be saved", file, e);
        }
    }

    private static Settings decode(Json.Obj json) {
        Settings defaults = Settings.DEFAULTS;
        return new Settings(
                json.get("dark").map(value -> value.equals(new Json.Bool(true))).orElse(defaults.dark()),
                json.text("last_workspace").map(Path::of),
                size(json, "width", defaults.width()),
                size(json, "height", defaults.height()),
                textPercent(json),
                json.text("last_screen"));
    }

    private static int textPercent(Json.Obj json) {
        double value = json.get("text_percent").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : 0;
        return value >= 100 && value <= 200 ? (int) value : Settings.DEFAULTS.textPercent();
    }

    private static double size(Json.Obj json, String key, double otherwise) {
        double value = json.get(key).orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : otherwise;
        return value >= 640 && value <= 10_000 ? value : otherwise;
    }

    private static Json.Obj encode(Settings settings) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("schema_version", Json.Num.of(SCHEMA_VERSION));
        fields.put("dark", new Json.Bool(settings.dark()));
        Optional<Json> workspace = settings.lastWorkspace().map(path -> Json.of(path.toString()));
        workspace.ifPresent(path -> fields.put("last_workspace", path));
        fields.put("width", Json.Num.of(settings.width()));
        fields.put("height", Json.Num.of(settings.height()));
        fields.put("text_percent", Json.Num.of((long) settings.textPercent()));
        settings.lastScreen().ifPresent(screen -> fields.put("last_screen", Json.of(screen)));
        return new Json.Obj(fields);
    }
}
