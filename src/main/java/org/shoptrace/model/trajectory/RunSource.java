package org.shoptrace.model.trajectory;

import java.nio.file.Path;

/// Where a run was read: a file and a line, counted from 1. A hint for people, not the run's identity.
public record RunSource(Path file, long line) {
    @Override
    public String toString() {
        return file.getFileName() + ":" + line;
    }
}
