package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;

/// What of a folder is not read, by folder.
class UnreadFilesTest {
    @TempDir
    private Path folder;

    private UnreadFiles look() throws Exception {
        return UnreadFiles.of(new WorkspaceScanner(_ -> false).scan(WorkspaceFolder.of(folder, folder.resolve("user")), Progress.NONE));
    }

    @Test
    void everyFileThatIsPassedOverStandsInItsFolderWithItsReason() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("notes.json"), "{\"note\":1}");
        Files.writeString(folder.resolve("read.md"), "nobody expects it to be read");
        Files.write(folder.resolve("a/b/all.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        Files.writeString(folder.resolve("a/one.json"),
                "{\"task_name\":\"x\",\"trial_name\":\"y\",\"verifier_result\":{},\"agent_info\":{}}");
        UnreadFiles left = look();
        assertEquals(3, left.size());
        assertEquals(List.of(".", "a", "a/b"), left.folders().stream().map(UnreadFiles.Folder::folder).toList());
        UnreadFiles.Entry packed = left.folders().getLast().entries().getFirst();
        assertEquals("all.zip", packed.name());
        assertTrue(packed.cause().contains("zip"), packed.cause());
        UnreadFiles.Entry known = left.folders().get(1).entries().getFirst();
        assertTrue(known.cause().startsWith("a Harbor result"), known.cause());
        assertTrue(left.text().contains("\na/b\n  all.zip: "), left.text());
    }

    @Test
    void whatCouldNotBeLookedAtStandsBesideTheOthers() {
        UnreadFiles left = new UnreadFiles(
                Path.of("/w"), List.of(new Workspace.Problem(Path.of("/w/a/b.json"), "may not be read")),
                List.of(new Workspace.Problem(Path.of("/w/a/a.json"), "JSON"), new Workspace.Problem(Path.of("/else/c.json"), "JSON")));
        assertEquals(List.of("a", "/else"),
                left.folders().stream().map(UnreadFiles.Folder::folder).sorted(java.util.Comparator.reverseOrder())
                        .toList());
        List<UnreadFiles.Entry> entries = left.folders().stream().filter(each -> each.folder().equals("a")).findFirst().orElseThrow()
                .entries();
        assertEquals(List.of(true, false), entries.stream().map(UnreadFiles.Entry::isProblem).toList());
    }

    @Test
    void aFolderOfWhichEverythingIsReadLeavesNothingOut() throws Exception {
        assertTrue(look().isEmpty());
        assertTrue(UnreadFiles.NOTHING.isEmpty());
    }
}
