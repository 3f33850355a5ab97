package org.shoptrace.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;

class AnnotationFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileThatCannotBeReadKeepsNobodyFromReadingTheOthers() throws Exception {
        Files.writeString(folder.resolve("ann.jsonl"), "{\"v\":2,\"id\":\"a\"}\n");
        Path sealed = Files.writeString(folder.resolve("bob.jsonl"), "{\"v\":2,\"id\":\"b\"}\n");
        Files.writeString(folder.resolve("eve.jsonl"), "{\"v\":2,\"id\":\"e\"}\n");
        AtomicBoolean forbidden = new AtomicBoolean(true);
        AnnotationFiles files = new AnnotationFiles((file, offset) -> {
            if (file.equals(sealed) && forbidden.get()) {
                throw new AccessDeniedException(file.toString());
            }
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(offset);
            return in;
        });
        files.readFolder(folder);
        files.readFolder(folder);
        assertEquals(2, files.newer());
        assertEquals(List.of(new Rejection(sealed, 1, "the file cannot be read, it may not be read")), files.rejections(), "told once");
        forbidden.set(false);
        files.readFolder(folder);
        assertEquals(3, files.newer());
        assertEquals(List.of(), files.rejections());
    }
}
