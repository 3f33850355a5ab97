package org.shoptrace.core.evaluate.kept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.task.Task;

/// A task as it was, by the beginnings of two hashes: enough to tell tomorrow whether it is another.
///
/// @param query of its query, 16 hexadecimal digits
/// @param whole of all of it, 16 hexadecimal digits
public record TaskPrint(String query, String whole) {
    private static final int DIGITS = 16;

    static List<TaskPrint> of(List<Task> tasks) {
        return tasks.stream().map(TaskPrint::of).toList();
    }

    static TaskPrint of(Task task) {
        return new TaskPrint(print(task.query()), print(JsonWriter.compact(TaskCodec.encode(task))));
    }

    /// As it is kept, on one line.
    String written() {
        return query + ":" + whole;
    }

    /// @throws IllegalArgumentException when the text is none
    static TaskPrint read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no print of a task: " + text);
        }
        return new TaskPrint(text.substring(0, colon), text.substring(colon + 1));
    }

    private static String print(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
