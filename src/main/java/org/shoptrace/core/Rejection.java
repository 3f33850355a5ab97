package org.shoptrace.core;

import java.nio.file.Path;
import java.util.Objects;

/// An input line that could not be read. The rest of the file is used.
///
/// @param line  counted from 1
/// @param cause what is wrong with it, in a sentence
public record Rejection(Path file, long line, String cause) {
    /// The rejection of a line that made reading fail with `failure`, whose message is the cause.
    public static Rejection of(Path file, long line, Exception failure) {
        return new Rejection(file, line, Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    /// `file:line: cause`, the form that terminals and editors link.
    @Override
    public String toString() {
        return file + ":" + line + ": " + cause;
    }
}
