package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.workspace.FolderContents.FileContents;

/// What a scan says of each file.
class FolderContentsTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatItReadsAndSaysWhyItReadNothing() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},"
                + "{\"role\":\"assistant\",\"content\":\"a\"}]}\n{\"messages\":[{\"role\":\"user\",\"content\":\"\n");
        Files.writeString(folder.resolve("b.json"), "{\"eval\": {\"model\": \"m\"}, \"samples\": []}");
        Workspace workspace = new WorkspaceScanner(_ -> false).scan(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false),
                Progress.NONE);
        FolderContents contents = FolderContents.of(workspace, Progress.NONE);
        FileContents runs = contents.files().getFirst();
        assertEquals(1, runs.runs());
        assertEquals(1, runs.steps());
        assertTrue(runs.reason().orElseThrow().startsWith("1 part is no run, line 2: "), runs.toString());
        assertEquals(Optional.of("an Inspect log without samples, so that it holds no run"), contents.files().getLast().reason());
    }
}
