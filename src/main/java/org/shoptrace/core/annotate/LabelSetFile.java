package org.shoptrace.core.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Reads a workspace's labels from `labels.json`, which people write:
/// `{"labels":["paged too little",{"name":"arith","title":"Arithmetic","description":"adds up wrongly"}]}`.
public final class LabelSetFile {
    /// In a workspace's storage.
    public static final String NAME = "labels.json";

    private LabelSetFile() {}

    /// The labels of the file; the failure classes when there is none.
    ///
    /// @throws ShoptraceException when it cannot be read or holds no label set
    public static LabelSet read(Path file) throws ShoptraceException {
        if (!Files.exists(file)) {
            return LabelSet.FAILURE_CLASSES;
        }
        try {
            return decode(JsonFile.read(file));
        } catch (IOException e) {
            throw failure(file, FileInput.cause(e), e);
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            throw failure(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Writes a label set in that form into a workspace's storage, as a start for people to change.
    ///
    /// @throws ShoptraceException when it cannot be written
    public static void write(OwnFolder folder, LabelSet set) throws ShoptraceException {
        List<Json> labels = new ArrayList<>();
        set.labels().forEach(label -> labels.add(Json.Obj.EMPTY
                .with("name", Json.of(label.name()))
                .with("title", Json.of(label.title()))
                .with("description", Json.of(label.description()))));
        try {
            folder.write(NAME, JsonWriter.indented(Json.Obj.EMPTY.with("labels", Json.array(labels))) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the labels cannot be written", folder.path().resolve(NAME), e);
        }
    }

    private static LabelSet decode(Json json) {
        if (!(json instanceof Json.Obj object) || object.items("labels").isEmpty()) {
            throw new IllegalArgumentException("it has no list of labels");
        }
        List<LabelSet.Label> labels = new ArrayList<>();
        for (Json item : object.items("labels")) {
            labels.add(switch (item) {
                case Json.Str(String name) -> new LabelSet.Label(name, name, "");
                case Json.Obj label -> label(label);
                default -> throw new IllegalArgumentException("a label is neither text nor an object");
            });
        }
        return new LabelSet(labels);
    }

    private static LabelSet.Label label(Json.Obj label) {
        String name = label.text("name").orElseThrow(() -> new IllegalArgumentException("a label has no name"));
        return new LabelSet.Label(name, label.text("title").orElse(name), label.text("description").orElse(""));
    }

    private static ShoptraceException failure(Path file, String why, Exception cause) {
        return new ShoptraceException(
                "the labels cannot be read, " + why,
                file.toString(),
                "Write {\"labels\":[\"first\",\"second\"]} or remove the file for the failure classes",
                cause);
    }
}
