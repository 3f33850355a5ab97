package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// A run of one entry a line, some of whose lines are broken: they cost themselves, as lines that are runs do.
///
/// @param values of the lines that are whole
/// @param broken those that are not
record LogLines(List<Json> values, List<Broken> broken) {
    /// A line that is no JSON.
    ///
    /// @param line counted from 0, from the run's first
    record Broken(int line, String cause) {}

    LogLines {
        values = List.copyOf(values);
        broken = List.copyOf(broken);
    }

    /// Empty when that is no log: one value over many lines has hardly a line that is an object by itself.
    static Optional<LogLines> of(byte[] text, int offset, int length) {
        List<Json> values = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int end = offset + length;
        int number = 0;
        for (int start = offset; start < end; number++) {
            int stop = start;
            while (stop < end && text[stop] != '\n') {
                stop++;
            }
            if (!isBlank(text, start, stop)) {
                try {
                    Json value = JsonReader.read(text, start, stop - start);
                    if (value instanceof Json.Obj) {
                        values.add(value);
                    } else {
                        broken.add(new Broken(number, "a value that is no entry of a log"));
                    }
                } catch (JsonSyntaxException e) {
                    broken.add(new Broken(number, Objects.requireNonNull(e.getMessage())));
                }
            }
            start = stop + 1;
        }
        return values.size() > broken.size() ? Optional.of(new LogLines(values, broken)) : Optional.empty();
    }

    private static boolean isBlank(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
