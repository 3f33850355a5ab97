package org.shoptrace.core.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a workspace keeps of its findings.
final class KeptFiles {
    private KeptFiles() {}

    /// How many lines all files of findings have: one for what they hang on, and one a run.
    static long lines(Path workspace) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(workspace.resolve(".shoptrace/findings"))) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).count();
            }
        }
        return lines;
    }
}
