package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A long file is where two jobs hide in one: views hold at most 250 lines, other files 420.
class FileSizeTest {
    @Test
    void noFileDoesTwoJobs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertFalse(sources.isEmpty());
            List<String> tooLong = sources.stream()
                    .filter(file -> lines(file) > limit(file))
                    .map(file -> file + ": " + lines(file) + " lines, at most " + limit(file))
                    .sorted()
                    .toList();
            assertEquals(List.of(), tooLong, "split by what the parts do");
        }
    }

    private static long limit(Path file) {
        return file.getFileName().toString().endsWith("View.java") ? 250 : 420;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
