package org.shoptrace.core.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.container.Text;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RunFormats;
import org.shoptrace.model.json.Json;

/// What a file holds, by its first bytes; its name does not count.
public enum FileKind {
    /// A catalogue's documents, one a line.
    DOCUMENTS,
    /// Tasks, one a line or a suite's array.
    TASKS,
    /// Trajectories, one a line.
    ROLLOUTS;

    /// Enough for the first keys of every format; a rollout's are its very first bytes.
    private static final int PREFIX = 1 << 16;

    private static final int MAX_LINES = 20;

    /// How many of a file's texts are looked at.
    private static final int MAX_TEXTS = 20;

    /// The kind of `file`, packed or not; empty when it is none of them. A file that holds texts is one of rollouts when a text is.
    ///
    /// @throws IOException when it cannot be read
    public static Optional<FileKind> of(Path file) throws IOException {
        if (FileInput.unread(file).isPresent()) {
            return Optional.empty();
        }
        try (Container container = Container.open(file)) {
            Optional<IOException> failure = Optional.empty();
            for (Text text : container.texts().subList(0, Math.min(MAX_TEXTS, container.texts().size()))) {
                try (InputStream in = text.opener().open(); InputStream again = text.opener().open()) {
                    Optional<FileKind> kind = of(in).or(() -> behindLongLine(again));
                    if (kind.isPresent() && (text.name().isEmpty() || kind.get() == ROLLOUTS)) {
                        return kind;
                    }
                } catch (IOException e) {
                    failure = failure.or(() -> Optional.of(e));
                }
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            return Optional.empty();
        }
    }

    private static Optional<FileKind> of(InputStream in) throws IOException {
        byte[] prefix = prefix(in);
        Optional<FileKind> kind = of(prefix);
        return kind.isPresent() || prefix.length < PREFIX ? kind : ofAllKeys(prefix, in);
    }

    /// The first bytes. What is packed may be damaged behind them, or have a wrong checksum at its end: whoever reads it says so, and gets
    /// what can be read.
    private static byte[] prefix(InputStream in) throws IOException {
        byte[] bytes = new byte[PREFIX];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < PREFIX; length += Math.max(0, read)) {
                read = in.read(bytes, length, PREFIX - length);
            }
        } catch (PackedStreamException e) {
            if (of(Arrays.copyOf(bytes, length)).isEmpty()) {
                throw e;
            }
        }
        // The mark of UTF-16 before a text that is none is an error of the first line, as a reader of the file says.
        return Arrays.copyOfRange(bytes, isMarkedWrongly(bytes) ? 2 : 0, length);
    }

    private static boolean isMarkedWrongly(byte[] bytes) {
        int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return (mark == 0xfffe || mark == 0xfeff) && (bytes[2] == '{' || bytes[2] == '[') && bytes[3] != 0;
    }

    /// A first line that is longer than the prefix and none may stand before good ones.
    private static Optional<FileKind> behindLongLine(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(PREFIX);
            int end = indexOfBreak(bytes);
            if (end >= 0) {
                return Optional.empty();
            }
            while (bytes.length > 0 && end < 0) {
                bytes = in.readNBytes(PREFIX);
                end = indexOfBreak(bytes);
            }
            byte[] rest = in.readNBytes(PREFIX);
            byte[] next = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length + rest.length);
            System.arraycopy(rest, 0, next, next.length - rest.length, rest.length);
            return of(next);
        } catch (IOException e) {
            // What could be read of it has told nothing.
            return Optional.empty();
        }
    }

    private static int indexOfBreak(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// The keys that tell may stand behind long values, such as the tools that an agent had. Only a value that goes on beyond the prefix is
    /// read on, and none of its values is kept.
    private static Optional<FileKind> ofAllKeys(byte[] prefix, InputStream rest) {
        int start = prefix[0] == (byte) 0xef ? 3 : 0;
        return JsonReader.endsWithin(prefix, start)
                ? Optional.empty()
                : of(JsonReader.keys(new SequenceInputStream(new ByteArrayInputStream(prefix), rest)), prefix[start] == '[');
    }

    /// Whether a file, packed or not, starts as JSON does.
    ///
    /// @throws IOException when it cannot be read
    static boolean mayBeJson(Path file) throws IOException {
        try (InputStream in = FileInput.open(file)) {
            return mayBeJson(in.readNBytes(4));
        }
    }

    private static boolean mayBeJson(byte[] first) {
        int bom = first.length >= 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf ? 3 : 0;
        for (int i = bom; i < first.length; i++) {
            if (first[i] == '{' || first[i] == '[') {
                return true;
            }
            if (first[i] != ' ' && first[i] != '\n' && first[i] != '\r' && first[i] != '\t') {
                return false;
            }
        }
        return first.length > 0;
    }

    /// The first of some lines that tells: a file may start with a run that failed, or with a bad line.
    private static Optional<FileKind> of(byte[] prefix) {
        int start = 0;
        for (int line = 0; line < MAX_LINES && start < prefix.length; line++) {
            if (line == 0 || prefix[start] == '{' || prefix[start] == '[') {
                Optional<FileKind> kind = of(JsonReader.firstKeys(prefix, start, prefix.length - start), prefix[start] == '[');
                if (kind.isPresent() && (kind.get() != ROLLOUTS || !isOtherwise(prefix, start))) {
                    return kind;
                }
            }
            while (start < prefix.length && prefix[start] != '\n') {
                start++;
            }
            start++;
        }
        return Optional.empty();
    }

    /// Whether the value that starts there ends within the prefix and is no run, whatever its first keys promised.
    private static boolean isOtherwise(byte[] prefix, int start) {
        if (!JsonReader.endsWithin(prefix, start)) {
            return false;
        }
        int end = start;
        while (end < prefix.length && prefix[end] != '\n') {
            end++;
        }
        return value(prefix, start, end).or(() -> value(prefix, start, prefix.length)).filter(value -> !RunFormats.holdsRuns(value))
                .isPresent();
    }

    private static Optional<Json> value(byte[] bytes, int start, int end) {
        try {
            return Optional.of(JsonReader.read(bytes, start, end - start));
        } catch (JsonSyntaxException e) {
            // Several values, or one over several lines: their first keys have to do.
            return Optional.empty();
        }
    }

    private static Optional<FileKind> of(Set<String> keys, boolean array) {
        if (RunFormats.mayHave(keys, array)) {
            return Optional.of(ROLLOUTS);
        }
        if (keys.contains("query") && keys.contains("reward") && !keys.contains("messages")) {
            return Optional.of(TASKS);
        }
        if (!array && keys.contains("id") && (keys.contains("contents") || keys.contains("product"))) {
            return Optional.of(DOCUMENTS);
        }
        return Optional.empty();
    }
}
