package org.shoptrace.core.provenance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.file.ShortName;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// A file that lies beside exports which cannot carry their provenance, and says it for them: `provenance.json` in a folder that is written
/// as a whole, `NAME.provenance.json` beside a single file. It has the hash of each, so that one which was copied away is found again.
///
/// @param files   the hashes of the files that it speaks for, by their names
/// @param leftOut what had no place in them, a sentence; empty when nothing is known to be missing
public record Sidecar(Provenance provenance, SequencedMap<String, String> files, Optional<String> leftOut) {
    /// The name in a folder that is written as a whole.
    public static final String OF_A_FOLDER = "provenance.json";

    private static final String LEFT_OUT = "left_out";
    private static final String ENDING = ".provenance.json";

    public Sidecar {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /// The one of these files.
    public static Sidecar of(Provenance provenance, Map<String, byte[]> files) {
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, content) -> hashes.put(name, sha256(content)));
        return new Sidecar(provenance, hashes, Optional.empty());
    }

    /// The name beside something that is written alone.
    ///
    /// @param of the name of a file, or what the names of several files begin with, such as a table's
    public static String name(String of) {
        return ShortName.of(of, ShortName.LONGEST - ENDING.length()) + ENDING;
    }

    /// Whether a file of that name may be one.
    public static boolean isName(String name) {
        return name.equals(OF_A_FOLDER) || name.endsWith(ENDING);
    }

    /// Its own content.
    public byte[] content() {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put(ProvenanceJson.FIELD, ProvenanceJson.encode(provenance));
        fields.put("files", Json.array(files.entrySet().stream()
                .map(file -> Json.Obj.EMPTY.with("name", Json.of(file.getKey())).with("sha256", Json.of(file.getValue())))
                .toList()));
        leftOut.ifPresent(sentence -> fields.put(LEFT_OUT, Json.of(sentence)));
        return (JsonWriter.indented(new Json.Obj(fields)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Empty when it is none.
    public static Optional<Sidecar> read(byte[] content) {
        try {
            return JsonReader.read(content) instanceof Json.Obj fields && fields.get("files").isPresent()
                    ? fields.get(ProvenanceJson.FIELD).flatMap(ProvenanceJson::decode)
                            .map(from -> new Sidecar(from, files(fields.items("files")), fields.text(LEFT_OUT)))
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether it speaks for a file of these bytes.
    public boolean speaksFor(byte[] content) {
        return files.containsValue(sha256(content));
    }

    /// The name under which a file of these bytes was written; empty when it does not speak for one.
    public Optional<String> nameOf(byte[] content) {
        String hash = sha256(content);
        return files.entrySet().stream().filter(file -> file.getValue().equals(hash)).map(Map.Entry::getKey).findFirst();
    }

    /// Whether the file of that name has these bytes; one that it does not list has not.
    public boolean isRight(String name, byte[] content) {
        return sha256(content).equals(files.get(name));
    }

    /// A sidecar speaks for files beside it: a name that leads elsewhere is none of ours.
    private static boolean isPlain(String name) {
        return !name.isEmpty() && !name.contains("/") && !name.contains("\\") && !name.equals("..") && !name.equals(".");
    }

    private static SequencedMap<String, String> files(List<Json> items) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        for (Json item : items) {
            if (item instanceof Json.Obj file && file.text("name").isPresent()) {
                file.text("name").filter(Sidecar::isPlain).ifPresent(name -> files.put(name, file.text("sha256").orElse("")));
            }
        }
        return files;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
