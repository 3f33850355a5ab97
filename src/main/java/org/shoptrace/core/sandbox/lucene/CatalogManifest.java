package org.shoptrace.core.sandbox.lucene;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.model.json.Json;

/// What `catalog.json` says: which folder holds the index, and what it was built from.
///
/// @param index the name of the index's folder inside the catalogue directory
record CatalogManifest(String index, CatalogInfo info) {
    /// Raised when the fields of the index or of the manifest change their meaning.
    private static final String SCHEMA_VERSION = "1";

    /// @param directory of the catalogue; its files are named from there, so that both can be moved together
    String toJson(Path directory) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("schema_version", new Json.Num(SCHEMA_VERSION));
        fields.put("index", Json.of(index));
        fields.put("documents", Json.Num.of(info.documents()));
        fields.put("rejected", Json.Num.of(info.rejected()));
        fields.put("fingerprint", Json.of(info.fingerprint().sha256()));
        fields.put("built", Json.of(info.built().toString()));
        fields.put("sources", Json.texts(info.sources()));
        fields.put("files", Json.array(info.files().stream().map(file -> json(file, directory)).toList()));
        return JsonWriter.indented(new Json.Obj(fields)) + "\n";
    }

    private static Json.Obj json(InputFile file, Path directory) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        Path root = directory.toAbsolutePath().normalize();
        Path path = file.path().toAbsolutePath().normalize();
        boolean together = root.getRoot() != null && root.getRoot().equals(path.getRoot());
        fields.put("path", Json.of((together ? root.relativize(path) : path).toString().replace('\\', '/')));
        fields.put("bytes", Json.Num.of(file.bytes()));
        fields.put("modified", Json.of(file.modified().toString()));
        fields.put("sha256", Json.of(file.sha256()));
        return new Json.Obj(fields);
    }

    private static InputFile file(Json json, Path directory) {
        Json.Obj fields = json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new InputFile(
                directory.toAbsolutePath().normalize().resolve(fields.text("path").orElse("")).normalize(),
                Long.parseLong(number(fields, "bytes")),
                Instant.parse(fields.text("modified").orElse("")),
                fields.text("sha256").orElse(""));
    }

    /// Empty when the text is no manifest of this version. Manifests of earlier programs have no files.
    ///
    /// @param directory of the catalogue
    static Optional<CatalogManifest> parse(byte[] json, Path directory) {
        try {
            if (!(JsonReader.read(json) instanceof Json.Obj fields) || !SCHEMA_VERSION.equals(number(fields, "schema_version"))) {
                return Optional.empty();
            }
            List<String> sources = fields.items("sources").stream().flatMap(name -> name.asText().stream()).toList();
            CatalogInfo info = new CatalogInfo(
                    Integer.parseInt(number(fields, "documents")),
                    Long.parseLong(number(fields, "rejected")),
                    new CatalogFingerprint(fields.text("fingerprint").orElse("")),
                    Instant.parse(fields.text("built").orElse("")),
                    sources,
                    fields.items("files").stream().map(file -> file(file, directory)).toList());
            return fields.text("index").map(index -> new CatalogManifest(index, info));
        } catch (JsonSyntaxException | NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String number(Json.Obj fields, String key) {
        return fields.get(key).orElse(Json.NULL) instanceof Json.Num(String text) ? text : "";
    }
}
