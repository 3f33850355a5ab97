package org.shoptrace.model.trajectory;

import java.nio.file.Path;

/// Where a run was read: a file and a line, counted from 1. A hint for people, not the run's identity.
///
/// @param part 0 for the run that the line is; from 1 for the runs inside it, such as those of an agent's sub-agents
public record RunSource(Path file, long line, int part) {
    /// The run that a line is.
    public RunSource(Path file, long line) {
        this(file, line, 0);
    }

    /// The line, and where it holds several runs which of them, such as `12.1`.
    public String place() {
        return part == 0 ? Long.toString(line) : line + "." + part;
    }

    @Override
    public String toString() {
        return file.getFileName() + ":" + place();
    }
}
