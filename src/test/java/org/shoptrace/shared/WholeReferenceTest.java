package org.shoptrace.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Says once where the whole reference set is absent, and holds every test that reads it to saying that it needs it.
class WholeReferenceTest {
    @Test
    void isBesideTheProject() {
        assertTrue(Files.isDirectory(SharedFiles.require("golden")));
        assertTrue(Files.isDirectory(SharedFiles.require("data")));
    }

    @Test
    void whoeverReadsItSaysSo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith("src/test/java/org/shoptrace/shared"))
                    .filter(file -> {
                        String text = read(file);
                        return text.contains("SharedFiles.require(") && !text.contains("@NeedsShared");
                    })
                    .toList();
            assertEquals(List.of(), silent, "annotate the class or its tests with @NeedsShared, or read the small golden set");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
