package org.shoptrace.core.json;

import java.io.IOException;
import java.nio.file.Path;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.model.json.Json;

/// A file that is one JSON value and is held whole, such as settings, a label set or a kept evaluation.
public final class JsonFile {
    private JsonFile() {}

    /// The value of a file, gzip or not, with a mark of the byte order or without.
    ///
    /// @throws IOException         when it is no file, cannot be read, or is too long to be held; [FileInput#cause] words it
    /// @throws JsonSyntaxException when it is not exactly one JSON value, no UTF-8, or has too many parts to be held
    public static Json read(Path file) throws IOException, JsonSyntaxException {
        byte[] content = FileInput.readAll(file, FileInput.longestHeld());
        return JsonReader.read(content, 0, content.length, null, JsonBounds.ofFile());
    }
}
