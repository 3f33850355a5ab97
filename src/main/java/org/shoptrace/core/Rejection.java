package org.shoptrace.core;

import java.nio.file.Path;

/// An input line that could not be read. The rest of the file is used.
///
/// @param line  counted from 1
/// @param cause what is wrong with it, in a sentence
public record Rejection(Path file, long line, String cause) {
    /// `file:line: cause`, the form that terminals and editors link.
    @Override
    public String toString() {
        return file + ":" + line + ": " + cause;
    }
}
