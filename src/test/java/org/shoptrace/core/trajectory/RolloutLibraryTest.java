package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutLibrary.Changes;
import org.shoptrace.model.trajectory.RunSummary;

class RolloutLibraryTest {
    @TempDir
    Path folder;

    private final List<RunSummary> found = new ArrayList<>();
    private Path a;
    private Path b;
    private Path begun;

    private static String run(String query) {
        return "[{\"completion\":{\"message\":{}},\"extra_info\":{\"query\":\"" + query + "\"}}]\n";
    }

    private static List<String> queries(List<RunSummary> runs) {
        return runs.stream().map(run -> run.query().orElse("")).toList();
    }

    @BeforeEach
    void write() throws Exception {
        a = Files.writeString(folder.resolve("a"), run("1") + "{\n" + run("2"));
        b = Files.writeString(folder.resolve("b"), run("3"));
        begun = Files.writeString(folder.resolve("begun"), "");
    }

    @Test
    void readsAllFilesAndReportsTheOnesItCannotRead() throws Exception {
        try (RolloutLibrary library = new RolloutLibrary(List.of(a, begun, b, folder.resolve("gone")), folder)) {
            List<Rejection> rejections = library.index(found::addAll, Progress.NONE);
            assertEquals(List.of("1", "2", "3"), queries(found));
            assertEquals(List.of(a, begun, folder.resolve("gone")), rejections.stream().map(Rejection::file).toList());
            for (RunSummary summary : found) {
                assertEquals(summary, RunSummary.of(library.read(summary), summary.bytes()));
            }
        }
    }

    @Test
    void followsFilesThatGrowBeginOrAreReplaced() throws Exception {
        try (RolloutLibrary library = new RolloutLibrary(List.of(a, b, begun), folder)) {
            library.index(found::addAll, Progress.NONE);
            assertEquals(new Changes(List.of(), List.of(), List.of()), library.refresh(Progress.NONE));
            Files.writeString(a, run("4") + "[\n", StandardOpenOption.APPEND);
            Files.writeString(b, run("5"));
            Files.writeString(begun, run("6"));
            Changes changes = library.refresh(Progress.NONE);
            assertEquals(List.of("4", "5", "6"), queries(changes.added()));
            assertEquals(List.of(b), changes.replaced());
            assertEquals(List.of(new Rejection(a, 5, changes.rejected().getFirst().cause())), changes.rejected());
            for (RunSummary summary : changes.added()) {
                assertEquals(summary.id(), library.read(summary).id());
            }
            assertThrows(ShoptraceException.class, () -> library.read(found.getLast()));
        }
    }

    @Test
    void reportsAFileThatIsGoneOnce() throws Exception {
        try (RolloutLibrary library = new RolloutLibrary(List.of(a, b), folder)) {
            library.index(found::addAll, Progress.NONE);
            Files.delete(b);
            assertEquals(List.of(b), library.refresh(Progress.NONE).rejected().stream().map(Rejection::file).toList());
            assertEquals(List.of(), library.refresh(Progress.NONE).rejected());
            Files.writeString(b, run("3") + run("7"));
            assertEquals(List.of("7"), queries(library.refresh(Progress.NONE).added()));
        }
    }

    @Test
    void saysWhenAFileHoldsNothingButHalfALine() throws Exception {
        Files.writeString(a, "[{\"completion");
        try (RolloutLibrary library = new RolloutLibrary(List.of(a), folder)) {
            assertEquals(List.of(a), library.index(found::addAll, Progress.NONE).stream().map(Rejection::file).toList());
        }
    }
}
