package org.shoptrace.core.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogDirectory;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;

class DemoWorkspaceTest {
    private static final DemoPlan SMALL = new DemoPlan(5, 300, 30, 2);

    @TempDir
    private Path parent = Path.of("");

    @Test
    void equalPlansGiveEqualBytes() throws Exception {
        Path one = made("one", SMALL);
        Path two = made("two", SMALL);
        List<Path> files = plainFiles(one);
        assertEquals(18, files.size());
        assertEquals(files, plainFiles(two));
        for (Path file : files) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file.toString());
        }
    }

    @Test
    void aWorkspaceScanFindsEverythingInIt() throws Exception {
        Path folder = made("demo", SMALL);
        Workspace workspace = new WorkspaceScanner(CatalogDirectory::isCatalog).scan(WorkspaceFolder.of(folder, parent), Progress.NONE);
        assertEquals(1, workspace.catalogues().size());
        assertTrue(workspace.mainCatalogue().orElseThrow().built());
        assertEquals(4, workspace.taskFiles().size());
        assertEquals(12, workspace.rolloutFiles().size());
        assertEquals(List.of(), workspace.problems());
    }

    @Test
    void aDemoThatIsThereIsLeftAlone() throws Exception {
        Path folder = made("demo", SMALL);
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        FileTime before = Files.getLastModifiedTime(folder);
        new DemoWorkspace(SMALL).makeAt(folder, Progress.NONE);
        assertEquals(before, Files.getLastModifiedTime(folder));
        assertEquals("mine", Files.readString(note));
    }

    @Test
    void aDemoOfAnotherPlanIsPutAsideWithWhatLiesInIt() throws Exception {
        Path folder = made("demo", SMALL);
        Files.writeString(folder.resolve("note.txt"), "mine");
        made("demo", new DemoPlan(6, 300, 30, 2));
        assertFalse(Files.exists(folder.resolve("note.txt")));
        try (Stream<Path> all = Files.walk(parent, 3)) {
            assertEquals(1, all.filter(path -> path.endsWith("note.txt")).count());
        }
    }

    @Test
    void aFolderWithSomethingElseIsRefused() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("mine"));
        Files.writeString(folder.resolve("thesis.txt"), "work");
        ShoptraceException refusal = assertThrows(ShoptraceException.class, () -> new DemoWorkspace(SMALL).makeAt(folder, Progress.NONE));
        assertTrue(refusal.getMessage().contains(folder.toString()), refusal.getMessage());
        assertEquals(List.of(Path.of("mine")), entries());
        assertEquals("work", Files.readString(folder.resolve("thesis.txt")));
    }

    @Test
    void cancelLeavesNothing() {
        List<String> reports = new ArrayList<>();
        Progress impatient = new Progress() {
            @Override
            public void report(String message, double fraction) {
                reports.add(message);
            }

            @Override
            public boolean isCancelled() {
                return reports.stream().anyMatch(message -> message.startsWith("Letting"));
            }
        };
        assertThrows(
                CancellationException.class, () -> new DemoWorkspace(SMALL).makeAt(parent.resolve("demo"), impatient));
        assertEquals(List.of(), entries());
    }

    @Test
    void progressGoesForwardOnly() throws Exception {
        List<Double> fractions = new ArrayList<>();
        new DemoWorkspace(SMALL).makeAt(parent.resolve("demo"), new Progress() {
            @Override
            public void report(String message, double fraction) {
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertTrue(fractions.getLast() > 0.9);
    }

    private Path made(String name, DemoPlan plan) throws ShoptraceException {
        Path folder = parent.resolve(name);
        new DemoWorkspace(plan).makeAt(folder, Progress.NONE);
        return folder;
    }

    /// All but the index, whose inner order Lucene does not promise.
    private static List<Path> plainFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !file.startsWith(".shoptrace"))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> entries() {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(parent::relativize).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
