package org.shoptrace.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.trajectory.Run;

/// Whatever is written of a file reads back as the same runs, once each, whatever holds them together where they come from.
class FormatsReadBackTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder = Path.of("");

    /// What tells a run from others, in any form.
    private record Told(Optional<String> query, int steps, int calls) {
        static Told of(Run run) {
            return new Told(run.query(), run.steps().size(), run.steps().stream().mapToInt(step -> step.calls().size()).sum());
        }
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FORMATS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".txt")).sorted().toList();
        }
    }

    private static List<Told> read(Path file) throws Exception {
        List<Told> runs = new ArrayList<>();
        assertEquals(List.of(), RolloutFile.forEachRun(file, run -> runs.add(Told.of(run)), Progress.NONE));
        return runs;
    }

    @ParameterizedTest
    @MethodSource("files")
    void linesReadBackAsTheSameRuns(String name) throws Exception {
        Path file = FORMATS.resolve(name);
        List<Told> runs = read(file);
        for (ExportFormat format : List.of(ExportFormat.ATIF, ExportFormat.MESSAGES, ExportFormat.BENCHMARK)) {
            Path out = folder.resolve(format.wireName() + ".jsonl");
            Conversion.Converted converted = new Conversion(format, folder.resolve("scratch"), _ -> {})
                    .of(List.of(file), Optional.of(out), Progress.NONE).converted().getFirst();
            assertEquals(runs, read(out), format::wireName);
            assertEquals(runs.size(), converted.runs());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void documentsReadBackAsTheSameRuns(String name) throws Exception {
        Path file = FORMATS.resolve(name);
        List<Told> runs = read(file);
        Path out = Files.createDirectory(folder.resolve("atif"));
        new Conversion(ExportFormat.ATIF, folder.resolve("scratch"), _ -> {}).of(List.of(file), Optional.of(out), Progress.NONE);
        List<Told> again = new ArrayList<>();
        for (Path document : documents(out)) {
            again.addAll(read(document));
        }
        assertEquals(runs.stream().map(Told::toString).sorted().toList(), again.stream().map(Told::toString).sorted().toList());
    }

    @Test
    void aDocumentWithSubAgentsIsOneDocument() throws Exception {
        String inside = document("inside", "");
        Path file = Files.writeString(folder.resolve("whole.json"), document("whole", ", \"subagent_trajectories\": [" + inside + "]"));
        Path out = folder.resolve("again.json");
        assertEquals(2, new Conversion(ExportFormat.ATIF, folder.resolve("scratch"), _ -> {})
                .of(List.of(file), Optional.of(out), Progress.NONE).converted().getFirst().runs());
        assertEquals(read(file), read(out));
        assertEquals(2, read(out).size());
    }

    private static String document(String asked, String more) {
        return "{\"schema_version\": \"ATIF-v1.7\", \"session_id\": \"" + asked + "\", \"agent\": {\"name\": \"a\"}, \"steps\": ["
                + "{\"step_id\": 1, \"source\": \"user\", \"message\": \"" + asked + "\"}, "
                + "{\"step_id\": 2, \"source\": \"agent\", \"message\": \"done\"}]" + more + "}";
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachRunIsAPage(String name) throws Exception {
        Path file = FORMATS.resolve(name);
        Path out = Files.createDirectory(folder.resolve("pages"));
        new Conversion(ExportFormat.HTML, folder.resolve("scratch"), _ -> {}).of(List.of(file), Optional.of(out), Progress.NONE);
        try (Stream<Path> pages = Files.list(out)) {
            assertEquals(read(file).size(), pages.filter(page -> page.toString().endsWith(".html")).count());
        }
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().contains("provenance")).sorted().toList();
        }
    }
}
