package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;

/// `shoptrace scan`.
class ScanCommandTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    @Test
    void saysOfEveryFileWhatItIsOrWhyItIsPassedOver() throws Exception {
        for (String name : List.of("tau2-results.json", "claude-code-session.jsonl")) {
            Files.copy(FORMATS.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("half.jsonl"), "[{\"completion\": {}}]\n{broken\n");
        Files.writeString(folder.resolve("config.json"), "{\"a\": 1}");
        Path json = folder.resolve("../scan-" + folder.getFileName() + ".json");
        CommandLineRun said = CommandLineRun.of("scan", folder.toString(), "--json", json.toString());
        assertEquals(0, said.exitCode(), said.err());
        Json.Obj told = (Json.Obj) JsonReader.read(Files.readString(json));
        Map<String, Json.Obj> files = told.items("files").stream()
                .map(Json.Obj.class::cast)
                .collect(Collectors.toMap(file -> file.text("path").orElseThrow(), file -> file));
        assertEquals(List.of("tau2-bench simulation", "1", "3", "1", "1"), fields(files.get("tau2-results.json")));
        assertEquals(List.of("Claude Code session", "1", "2", "1", "1"), fields(files.get("claude-code-session.jsonl")));
        assertEquals(List.of("benchmark rollout", "1", "1", "0", "0"), fields(files.get("half.jsonl")));
        assertTrue(Objects.requireNonNull(files.get("half.jsonl")).text("reason").orElseThrow().startsWith("1 part is no run, line 2: "));
        assertEquals(Json.NULL, Objects.requireNonNull(files.get("config.json")).get("format").orElseThrow());
        CommandLineRun verified = CommandLineRun.of("verify", json.toString(), "--inputs", folder.toString());
        assertEquals(1, verified.exitCode());
        assertTrue(verified.out().contains(": cannot be re-made: it lists what was in a folder"), verified.out());
        assertFalse(Files.readString(json).contains(folder.toString()), "the folder by its name alone");
        assertTrue(said.out().contains("config.json\tpassed over, JSON, but no runs, tasks or documents"), said.out());
    }

    private static List<String> fields(Json.@Nullable Obj found) {
        Json.Obj file = Objects.requireNonNull(found);
        return List.of("format", "runs", "steps", "calls", "answers").stream()
                .map(key -> file.get(key).orElseThrow().asText().orElseGet(() -> ((Json.Num) file.get(key).orElseThrow()).text()))
                .toList();
    }
}
