package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.Rejections;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.workspace.FileKind;
import org.shoptrace.model.trajectory.Run;

/// One line that cannot be held, or is none, costs itself: the others are read, and every way in comes to the same verdict.
class UnboundedInputTest {
    private static final String RUN = "[{\"prompt\":[%s],\"completion\":{\"message\":{\"response\":\"x\"}},"
            + "\"extra_info\":{\"query\":\"%s\"}}]";

    @TempDir
    private Path folder = Path.of("");

    private Path file(byte[] content) throws Exception {
        return Files.write(folder.resolve("rollout_product_m.jsonl"), content);
    }

    private static String run(String prompt, String query) {
        return RUN.formatted(prompt, query);
    }

    private static String deep(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    /// The causes of a file whose second run, or first line, is bad and whose other two are read by every way in.
    private List<String> causes(Path path) throws Exception {
        assertEquals(Optional.of(FileKind.ROLLOUTS), FileKind.of(path), "a scan finds it");
        List<Run> walked = new ArrayList<>();
        List<Rejection> rejections = RolloutFile.forEachRun(path, walked::add, Progress.NONE);
        assertEquals(List.of("a", "b"), walked.stream().map(run -> run.query().orElse("")).toList());
        try (RolloutFile rollouts = new RolloutFile(path, folder.resolve("scratch"))) {
            RolloutIndex index = rollouts.index(_ -> {}, Progress.NONE);
            assertEquals(rejections, index.rejections());
            for (RunEntry entry : index.entries()) {
                assertEquals(entry.summary().id(), rollouts.read(entry).id());
            }
            assertEquals(2, index.entries().size());
        }
        return rejections.stream().map(rejection -> rejection.line() + ": " + rejection.cause()).toList();
    }

    @Test
    void aFirstLineThatIsNoRunCostsItself() throws Exception {
        long parts = Runtime.getRuntime().maxMemory() / 8 / 60;
        for (String first : List.of("null", "12:00 INFO started", "[2026-01-01] started", "[garbage", deep(9000),
                run(deep(9000), "c"), run("9".repeat(5000), "c"), "[" + "1,".repeat((int) parts) + "1]")) {
            Path path = file((first + "\n" + run("", "a") + "\n" + run("", "b") + "\n").getBytes(StandardCharsets.UTF_8));
            List<String> causes = causes(path);
            assertEquals(1, causes.size(), causes.toString());
            assertTrue(causes.getFirst().startsWith("1: "), causes.toString());
        }
    }

    @Test
    void whatAListingLeavesOutItChecksAsAReadingDoes() throws Exception {
        ByteArrayOutputStream halves = new ByteArrayOutputStream();
        halves.writeBytes((run("", "a") + "\n[{\"prompt\":[\"").getBytes(StandardCharsets.UTF_8));
        halves.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0xbd, (byte) 0xed, (byte) 0xb8, (byte) 0x80});
        halves.writeBytes(("\"],\"completion\":{},\"extra_info\":{}}]\n" + run("", "b") + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("2: half a character (a surrogate), which UTF-8 cannot hold (column 14)"), causes(file(halves.toByteArray())));
        String infinite = run("", "a") + "\n" + run("-INF", "c") + "\n" + run("", "b") + "\n";
        assertEquals(
                List.of("2: `-INF` is no number, the infinities are written `Infinity` and `-Infinity` (column 13)"),
                causes(file(infinite.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void readsWhatPythonReads() throws Exception {
        String lines = run(deep(1000), "a") + "\n" + run("9".repeat(4300), "b") + "\n";
        assertEquals(List.of(), causes(file(lines.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refusesADeviceInOneSentence() {
        Path device = Path.of("/dev/null");
        List<ShoptraceException> refusals = List.of(
                assertThrows(ShoptraceException.class, () -> RolloutFile.forEachRun(device, _ -> {}, Progress.NONE)),
                assertThrows(ShoptraceException.class, () -> TaskFileReader.read(device)));
        refusals.forEach(
                refusal -> assertTrue(refusal.getMessage().contains("it is a pipe or a device and no file"), refusal.getMessage()));
    }

    @Test
    void aNamedPipeIsRefusedAtOnceThoughNobodyWritesToIt() throws Exception {
        Path pipe = folder.resolve("rollout_product_pipe.jsonl");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (Executable read : List.<Executable>of(
                    () -> new RolloutFile(pipe, folder).index(_ -> {}, Progress.NONE),
                    () -> RolloutFile.forEachRun(pipe, _ -> {}, Progress.NONE),
                    () -> RolloutFile.firstRuns(pipe, 1),
                    () -> TaskFileReader.read(pipe))) {
                String refusal = assertThrows(ShoptraceException.class, read).getMessage();
                assertTrue(refusal.contains("it is a pipe or a device and no file"), refusal);
            }
        });
    }

    @Test
    void aFileOfManyBadLinesNamesTheFirstAndCountsTheOthers() throws Exception {
        String lines = run("", "a") + "\n" + "1\n".repeat(Rejections.NAMED + 500) + run("", "b") + "\n";
        List<String> causes = causes(file(lines.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Rejections.NAMED + 1, causes.size());
        assertEquals(
                "1501: the last of 500 more lines that cannot be read; only the first 1000 are named", causes.getLast());
    }

    @Test
    void takesInTheFirstAnnotationBehindAMark() throws Exception {
        String line = "{\"v\":1,\"id\":\"%s\",\"time\":\"2026-03-01T12:00:00Z\",\"author\":\"ann\",\"kind\":\"withdrawn\",\"of\":\"x\"}\n";
        Path path = Files.writeString(folder.resolve("ann.jsonl"), "\uFEFF" + line.formatted("a") + line.formatted("b"));
        try (AnnotationStore store = new AnnotationStore(folder.resolve("annotations"), List.of())) {
            assertEquals(2, store.importFrom(List.of(path)).added());
        }
    }
}
