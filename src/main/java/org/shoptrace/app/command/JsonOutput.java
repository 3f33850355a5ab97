package org.shoptrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// `--json OUT`: a file for figures, checked before the work that makes them.
record JsonOutput(Path file) {
    /// @throws ShoptraceException when there is no folder to write to
    static JsonOutput at(Path file) throws ShoptraceException {
        if (file.toAbsolutePath().getParent() instanceof Path folder && !Files.isDirectory(folder)) {
            throw new ShoptraceException("there is no folder to write the figures to", folder.toString(), "Create it");
        }
        return new JsonOutput(file);
    }

    void write(Json figures) throws ShoptraceException {
        try {
            WholeFile.write(file, JsonWriter.indented(figures) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the figures cannot be written", file, e);
        }
    }
}
