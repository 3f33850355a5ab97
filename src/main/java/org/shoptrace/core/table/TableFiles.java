package org.shoptrace.core.table;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonWriter;

/// A table as files for programs.
public final class TableFiles {
    private TableFiles() {}

    /// `NAME.csv` and `NAME.json`, by their names. Half a character of a text becomes a question mark instead of an error.
    public static SequencedMap<String, byte[]> of(Table table) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(table.name() + ".csv", table.csv().getBytes(StandardCharsets.UTF_8));
        files.put(table.name() + ".json", (JsonWriter.indented(table.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
