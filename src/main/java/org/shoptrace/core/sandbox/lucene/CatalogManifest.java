package org.shoptrace.core.sandbox.lucene;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

    String toJson() {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("schema_version", new Json.Num(SCHEMA_VERSION));
        fields.put("index", Json.of(index));
        fields.put("documents", Json.Num.of(info.documents()));
        fields.put("rejected", Json.Num.of(info.rejected()));
        fields.put("fingerprint", Json.of(info.fingerprint().sha256()));
        fields.put("built", Json.of(info.built().toString()));
        fields.put("sources", Json.texts(info.sources()));
        return JsonWriter.indented(new Json.Obj(fields)) + "\n";
    }

    /// Empty when the text is no manifest of this version.
    static Optional<CatalogManifest> parse(byte[] json) {
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
                    sources);
            return fields.text("index").map(index -> new CatalogManifest(index, info));
        } catch (JsonSyntaxException | NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String number(Json.Obj fields, String key) {
        return fields.get(key).orElse(Json.NULL) instanceof Json.Num(String text) ? text : "";
    }
}
