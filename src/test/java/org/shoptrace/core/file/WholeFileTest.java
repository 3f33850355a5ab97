package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasThereIsReplacedAndNothingStaysBesideIt() throws Exception {
        Path place = folder.resolve("new/place");
        Path file = place.resolve("keys.json");

        WholeFile.write(file, "before");
        WholeFile.write(file, "after, ₱");

        assertEquals("after, ₱", Files.readString(file));
        assertEquals(List.of(file), files(place));
    }

    @Test
    void whatCannotBePutInPlaceLeavesAllAsItWas() throws Exception {
        Path file = folder.resolve("taken");
        Files.createDirectories(file.resolve("by a folder"));

        assertThrows(IOException.class, () -> WholeFile.write(file, "text"));

        assertEquals(List.of(file), files(folder));
        assertEquals(List.of(file.resolve("by a folder")), files(file));
    }

    @Test
    void aNewFileHasTheRightsOfAnyOther() throws Exception {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        Path file = folder.resolve("whole");

        WholeFile.write(file, "text");

        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
