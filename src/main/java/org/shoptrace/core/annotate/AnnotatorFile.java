package org.shoptrace.core.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Remembers how the user wants to be called as an annotator, in all workspaces: `{"annotator":"ann"}` in `annotator.json`.
public final class AnnotatorFile {
    private static final String NAME = "annotator";
    private static final String FILE = "annotator.json";

    private final OwnFolder folder;
    private final Path file;

    /// @param configFolder the user's; made when a name is kept
    public AnnotatorFile(Path configFolder) {
        this.folder = OwnFolder.at(configFolder);
        this.file = configFolder.resolve(FILE);
    }

    /// The name; empty when none was kept, or the file is damaged, and then the user is asked again.
    public Optional<String> load() {
        try {
            return Files.exists(file) && JsonFile.read(file) instanceof Json.Obj json
                    ? json.text(NAME).filter(name -> !name.isBlank())
                    : Optional.empty();
        } catch (IOException | JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /// @throws ShoptraceException when it cannot be written
    public void save(String name) throws ShoptraceException {
        try {
            folder.write(FILE, JsonWriter.indented(Json.Obj.EMPTY.with(NAME, Json.of(name))) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("your name could not be kept beyond this window", file, e);
        }
    }
}
