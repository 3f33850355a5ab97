package org.shoptrace.core.task;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.task.Task;

/// Writes task files that read back equal.
public final class TaskWriter {

    private TaskWriter() {}

    /// Writes `tasks` to `file`, replacing it.
    ///
    /// @throws ShoptraceException when it cannot be written
    public static void write(Path file, TaskFile.Form form, List<Task> tasks) throws ShoptraceException {
        boolean array = form == TaskFile.Form.ARRAY;
        try (Writer out = Files.newBufferedWriter(file)) {
            String before = array ? "[\n" : "";
            for (Task task : tasks) {
                out.write(before);
                out.write(JsonWriter.compact(TaskCodec.encode(task)));
                out.write(array ? "" : "\n");
                before = array ? ",\n" : "";
            }
            out.write(array ? "\n]\n" : "");
        } catch (IOException e) {
            throw new ShoptraceException("the tasks cannot be written", file.toString(), "Choose a place that can be written to", e);
        }
    }
}
