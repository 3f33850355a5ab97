package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void isMadeInsideTheUsersFolderWhileThatIsThere() throws Exception {
        Path users = Files.createDirectory(folder.resolve("w"));
        OwnFolder own = OwnFolder.of(KnownFolder.of(users), users.resolve(".shoptrace")).folder("notes");

        own.write("n", "text");
        assertEquals("text", Files.readString(users.resolve(".shoptrace/notes/n")));

        Files.move(users, folder.resolve("moved"));
        FolderGoneException said = assertThrows(FolderGoneException.class, () -> own.write("n", "more"));
        assertTrue(String.valueOf(said.getMessage()).contains("the workspace is no longer there"), said::toString);
        assertFalse(Files.exists(users), "it does not come up again");
    }

    /// As the empty folder that a share leaves where it was mounted.
    @Test
    void nothingIsMadeInAnotherFolderInItsPlace() throws Exception {
        Path users = Files.createDirectory(folder.resolve("w"));
        Files.writeString(users.resolve("runs.jsonl"), "[]");
        OwnFolder elsewhere = OwnFolder.of(KnownFolder.of(users), folder.resolve("data/w"));
        KnownFolder known = KnownFolder.of(users);
        Files.move(users, folder.resolve("moved"));
        Files.createDirectory(users);

        assertFalse(known.isThere());
        assertThrows(FolderGoneException.class, elsewhere::made);
        assertFalse(Files.exists(folder.resolve("data")));

        Files.writeString(users.resolve("runs.jsonl"), "[]");
        assertTrue(known.isThere(), "a share that is mounted again has another name for the system, and holds what it held");
    }

    @Test
    void saysWhomItBelongsTo() throws Exception {
        OwnFolder own = OwnFolder.at(folder.resolve("data/w")).labelled("whose", "w".getBytes(StandardCharsets.UTF_8));
        own.folder("notes").write("n", "text");
        assertEquals("w", Files.readString(folder.resolve("data/w/whose")));
    }
}
