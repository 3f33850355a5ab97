package org.shoptrace.core.task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.Rejections;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.json.JsonBounds;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// Reads a task file: JSON lines, or one JSON array as the ORO suites are, gzip or not. A line (or item) that is no task is
/// rejected with its cause and the rest is read.
public final class TaskFileReader {
    private static final int MAX_LINE = JsonBounds.longestLine(64 << 20);
    private static final int MAX_ARRAY = 512 << 20;
    private static final String REMEDY = "Choose a file of tasks: JSON lines with `query` and `reward`, or a suite's JSON array";

    /// As the codec says it; a file may have millions of them, which are told without an exception each.
    private static final String NO_TASK = "a task is a JSON object";

    private final Path path;
    private final List<Task> tasks = new ArrayList<>();
    private final Rejections rejections = new Rejections();

    private TaskFileReader(Path path) {
        this.path = path;
    }

    /// Reads a whole file.
    ///
    /// @throws ShoptraceException when the file cannot be opened, is empty or holds no task at all
    public static TaskFile read(Path path) throws ShoptraceException {
        return new TaskFileReader(path).read();
    }

    private TaskFile read() throws ShoptraceException {
        TaskFile.Form form;
        try {
            form = form();
            if (form == TaskFile.Form.ARRAY) {
                readArray();
            } else {
                readLines();
            }
        } catch (IOException e) {
            throw new ShoptraceException("the task file cannot be read, " + FileInput.cause(e), path.toString(), REMEDY, e);
        }
        List<Rejection> rejected = rejections.all();
        if (tasks.isEmpty()) {
            throw rejected.isEmpty()
                    ? new ShoptraceException("the task file is empty", path.toString(), REMEDY)
                    : new ShoptraceException("the file holds no task", rejected.getFirst().toString(), REMEDY);
        }
        return new TaskFile(path, form, tasks, rejected);
    }

    /// A file whose first character is `[` is an array; no task starts so.
    private TaskFile.Form form() throws IOException {
        try (InputStream in = FileInput.open(path)) {
            int c = in.read();
            while (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xef || c == 0xbb || c == 0xbf) {
                c = in.read();
            }
            return c == '[' ? TaskFile.Form.ARRAY : TaskFile.Form.LINES;
        }
    }

    private void readArray() throws IOException {
        byte[] bytes = FileInput.readAll(path, JsonBounds.longestLine(MAX_ARRAY));
        try {
            JsonReader.readItems(bytes, this::add);
        } catch (JsonSyntaxException e) {
            reject(lines(bytes), "the array breaks off: " + e.getMessage());
        }
    }

    private static long lines(byte[] bytes) {
        long lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void readLines() throws IOException {
        try (LineReader lines = new LineReader(FileInput.open(path), MAX_LINE)) {
            while (next(lines)) {
                if (lines.isTooLong()) {
                    reject(lines.number(), JsonBounds.tooLong(MAX_LINE));
                } else if (!lines.isBlank()) {
                    readLine(lines);
                }
            }
        }
    }

    private boolean next(LineReader lines) throws IOException {
        try {
            return lines.next();
        } catch (IOException e) {
            if (tasks.isEmpty()) {
                throw e;
            }
            reject(lines.number() + 1, FileInput.cause(e) + "; what follows is lost");
            return false;
        }
    }

    private void readLine(LineReader lines) {
        try {
            add(JsonReader.read(lines.buffer(), lines.start(), lines.length()), lines.number());
        } catch (JsonSyntaxException e) {
            rejections.add(Rejection.of(path, lines.number(), e));
        }
    }

    private void add(Json json, long line) {
        if (!(json instanceof Json.Obj)) {
            reject(line, NO_TASK);
            return;
        }
        try {
            Task task = TaskCodec.decode(json);
            TaskSense.require(task);
            tasks.add(task);
        } catch (IllegalArgumentException e) {
            rejections.add(Rejection.of(path, line, e));
        }
    }

    private void reject(long line, String cause) {
        rejections.add(new Rejection(path, line, cause));
    }
}
