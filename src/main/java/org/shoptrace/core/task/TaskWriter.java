package org.shoptrace.core.task;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.WholeFiles;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.task.Task;

/// Writes task files that read back equal.
public final class TaskWriter {

    private TaskWriter() {}

    /// Writes `tasks` to `file`, replacing it.
    ///
    /// @throws ShoptraceException when it cannot be written
    public static void write(Path file, TaskFile.Form form, List<Task> tasks) throws ShoptraceException {
        try (WholeFiles files = new WholeFiles()) {
            write(new OutputStreamWriter(files.open(file), StandardCharsets.UTF_8), form, tasks);
            files.commit();
        } catch (IOException e) {
            throw WriteFailure.of("the tasks cannot be written", file, e);
        }
    }

    private static void write(Writer to, TaskFile.Form form, List<Task> tasks) throws IOException {
        boolean array = form == TaskFile.Form.ARRAY;
        try (Writer out = new BufferedWriter(to)) {
            String before = array ? "[\n" : "";
            for (Task task : tasks) {
                out.write(before);
                out.write(JsonWriter.compact(TaskCodec.encode(task)));
                out.write(array ? "" : "\n");
                before = array ? ",\n" : "";
            }
            out.write(array ? "\n]\n" : "");
        }
    }
}
