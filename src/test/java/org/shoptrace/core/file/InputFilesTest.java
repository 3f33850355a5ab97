package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;

class InputFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsKnownByAllItsNames() throws Exception {
        Path runs = Files.writeString(folder.resolve("runs.jsonl"), "[]");
        Path below = Files.writeString(Files.createDirectories(folder.resolve("notes/a")).resolve("n.jsonl"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link"), runs);
        Path hard = Files.createLink(folder.resolve("hard"), runs);
        InputFiles inputs = InputFiles.of(List.of(runs, folder.resolve("notes"), folder.resolve("gone")));

        for (Path name : List.of(runs, link, hard, below, folder.resolve("notes/../runs.jsonl"))) {
            assertTrue(inputs.hold(name), name.toString());
        }
        for (Path other : List.of(folder.resolve("gone"), folder.resolve("new"), folder.resolve("notes/new"), folder)) {
            assertFalse(inputs.hold(other), other.toString());
        }
        ShoptraceException said = assertThrows(ShoptraceException.class, () -> inputs.spare(link));
        assertTrue(said.getMessage().contains("never written over"), said.getMessage());
    }
}
