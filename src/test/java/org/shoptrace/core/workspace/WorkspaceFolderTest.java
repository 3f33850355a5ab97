package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FolderGoneException;

class WorkspaceFolderTest {
    @TempDir
    private Path folder = Path.of("");

    /// A workspace that nobody may write to, as one on a share.
    private Path sealed(String name, String... runs) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        for (String run : runs) {
            Files.writeString(place.resolve(run + ".jsonl"), "[] " + run);
        }
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
        return place;
    }

    private static void open(Path place) throws Exception {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private WorkspaceFolder of(Path place) {
        return WorkspaceFolder.of(place, folder.resolve("data"));
    }

    @Test
    void aReadOnlyWorkspaceIsFoundAgainWhereverItIsMounted() throws Exception {
        Path here = sealed("mnt/a/runs", "one", "two", "three");
        WorkspaceFolder first = of(here);
        assertTrue(first.readOnly());
        first.own().folder("annotations").write("a.jsonl", "said");
        open(here);
        Path there = folder.resolve("elsewhere");
        Files.move(here, there);
        Files.writeString(there.resolve("four.jsonl"), "its owner added a file");
        sealed("elsewhere");

        WorkspaceFolder again = of(there);
        assertEquals(first.storage(), again.storage());
        assertEquals("said", Files.readString(again.storage().resolve("annotations/a.jsonl")));
        open(there);
    }

    @Test
    void anotherWorkspaceAtTheSamePlaceHasItsOwnStorage() throws Exception {
        Path place = sealed("mnt/a", "one", "two");
        WorkspaceFolder first = of(place);
        first.own().made();
        open(place);
        Files.move(place, folder.resolve("away"));
        sealed("mnt/a", "other");
        assertNotEquals(first.storage(), of(place).storage());
        open(place);
    }

    @Test
    void whatWasWrittenByPathAloneIsStillFound() throws Exception {
        Path place = sealed("mnt/a", "one");
        WorkspaceFolder first = of(place);
        Files.createDirectories(first.storage().resolve("annotations"));
        assertEquals(first.storage(), of(place).storage());
        open(place);
    }

    @Test
    void nothingIsWrittenForAWorkspaceThatIsGone() throws Exception {
        Path place = Files.createDirectory(folder.resolve("w"));
        WorkspaceFolder workspace = of(place);
        workspace.own().write("x", "text");
        assertEquals("text", Files.readString(place.resolve(".shoptrace/x"), StandardCharsets.UTF_8));
        Files.move(place, folder.resolve("moved"));

        assertThrows(FolderGoneException.class, () -> workspace.own().write("x", "more"));
        ShoptraceException said = assertThrows(ShoptraceException.class, () -> workspace.requireFor(place.resolve("page.html")));
        assertTrue(said.getMessage().startsWith("the workspace is no longer there: "), said.getMessage());
        workspace.requireFor(folder.resolve("page.html"));
        assertFalse(Files.exists(place));
        assertThrows(ShoptraceException.class, () -> WorkspaceFolder.existing(place, folder.resolve("data")));
    }
}
