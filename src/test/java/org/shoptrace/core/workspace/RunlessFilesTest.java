package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.export.ChosenRuns;
import org.shoptrace.core.export.RunChoice;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutLibrary;

/// A file of a known format without a run is passed over with its reason, and is no failure; whoever names it gets one line.
class RunlessFilesTest {
    private static final String INSPECT = "an Inspect log without samples, so that it holds no run";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "{\"eval\": {\"model\": \"m\"}, \"samples\": []} | an Inspect log without samples, so that it holds no run",
                    "{\"eval\": {\"model\": \"m\"}, \"status\": \"started\"} | an Inspect log without samples, so that it holds no run",
                    "{\"info\": {}, \"tasks\": [], \"simulations\": []} | a tau2-bench result without simulations, so that it holds no run",
                    "{\"eval_set_id\": \"a\", \"eval_case_results\": []} "
                            + "| an evaluation of the Google ADK without results, so that it holds no run",
                    "{\"resourceSpans\": []} | OpenTelemetry spans without a request to a model, which Shoptrace does not read"
            })
    void isPassedOverWithItsReason(String json, String reason) throws Exception {
        said(reason, Files.writeString(folder.resolve("a.json"), json));
        said(reason, Files.write(folder.resolve("a.json.gz"), gzipped(json)));
        said(reason, Files.writeString(folder.resolve("a.json"), json.replaceAll("[{,]", "$0\n")));
    }

    @Test
    void aPackedLogToo() throws Exception {
        String header = "{\"version\": 2, \"eval\": {\"task\": \"t\", \"model\": \"m\"}, \"plan\": {}}";
        said(INSPECT, zip("begun.eval", Map.of("_journal/start.json", header)));
        said(INSPECT, zip("ended.eval", Map.of("_journal/start.json", header, "header.json", header.replace("plan", "status"))));
    }

    @Test
    void aLogWhoseEmptyListComesLateToo() throws Exception {
        String task = "t".repeat(100_000);
        said(INSPECT, Files.writeString(
                folder.resolve("long.json"), "{\"eval\": {\"task\": \"" + task + "\", \"model\": \"m\"}, \"samples\": []}"));
    }

    @Test
    void aLogThatGetsItsFirstSampleIsReadFromThenOn() throws Exception {
        Path log = Files.writeString(folder.resolve("log.json"), "{\"eval\": {\"model\": \"m\"}, \"samples\": []}");
        try (RolloutLibrary library = new RolloutLibrary(List.of(log), folder.resolve("scratch"))) {
            library.index(_ -> {}, Progress.NONE);
            assertEquals(Map.of(log, INSPECT), library.runless());
            Files.writeString(log, "{\"eval\": {\"model\": \"m\"}, \"samples\": [{\"id\": 1, \"epoch\": 1, \"messages\": ["
                    + "{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", \"content\": \"a\"}]}]}");
            assertEquals(1, library.refresh(Progress.NONE).added().size());
            assertEquals(Map.of(), library.runless());
        }
    }

    private void said(String reason, Path file) throws Exception {
        Workspace workspace = new WorkspaceScanner(_ -> false)
                .scan(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false), Progress.NONE);
        assertEquals(Optional.of(reason), FolderContents.of(workspace, Progress.NONE).files().getFirst().reason());
        try (RolloutLibrary library = new RolloutLibrary(workspace.rolloutFiles(), folder.resolve(".shoptrace"))) {
            assertEquals(List.of(), library.index(_ -> {}, Progress.NONE));
            UnreadFiles left = UnreadFiles.of(workspace).and(library.runless());
            assertEquals(List.of(new Workspace.Problem(file, reason)), left.passedOver());
            assertEquals(List.of(), left.problems());
        }
        ShoptraceException refused = assertThrows(ShoptraceException.class, () -> ChosenRuns.of(
                new ChosenRuns.From(file, Optional.empty(), folder.resolve(".shoptrace")), RunChoice.ALL, TaskBelonging.of(List.of()),
                rejection -> {
                    throw new AssertionError("a second line: " + rejection);
                }, Progress.NONE));
        assertEquals("the file is " + reason + ": " + file + ". Choose a file with runs.", refused.getMessage());
        Files.delete(file);
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
