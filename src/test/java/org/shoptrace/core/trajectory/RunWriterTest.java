package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

class RunWriterTest {
    @TempDir
    Path folder;

    private static Run decode(String line, Path file, long number) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(bytes, 0, bytes.length, new RunSource(file, number), "m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "[]", "[null, 7, {\"completion\": {\"message\": null}}]",
                    "{\"problem_id\": \"p\", \"status\": \"SUCCESS\", \"execution_time\": 1.50, "
                            + "\"dialogue\": [{\"completion\": {}}], \"error\": null}",
                    "{\"problem_id\": \"p\", \"status\": \"FAILED\", \"dialogue\": null, \"error\": \"out of time\"}",
                    "{\"problem_id\": \"p\", \"status\": \"TIMED_OUT\"}", "{\"dialogue\": \"lost\", \"status\": null}"
            })
    void readsBackWhatItWrote(String line) throws Exception {
        Path file = folder.resolve("rollout.jsonl");
        Run run = decode(line, file, 9);
        Run written;
        try (RunWriter writer = new RunWriter(file)) {
            written = writer.append(run);
        }
        String text = Files.readString(file);
        assertEquals(JsonReader.read(line), JsonReader.read(text));
        assertEquals(written, decode(text.strip(), file, 1));
        assertEquals(run.steps(), written.steps());
    }

    @Test
    void readsTheEnvelopeOfAnOroDialogue() throws Exception {
        Path file = folder.resolve("x");
        String line = "{\"problem_id\":\"p\",\"status\":\"FAILED\",\"execution_time\":2,\"error\":\"e\",\"dialogue\":null}";
        Envelope.Oro failed = (Envelope.Oro) decode(line, file, 1).envelope();
        assertEquals("FAILED", failed.status());
        assertEquals(2.0, failed.executionTime().orElseThrow());
        assertEquals("e", failed.error().orElseThrow());
        assertEquals(false, failed.hasDialogue());
    }

    @Test
    void appendsAfterAHalfLine() throws Exception {
        Path file = Files.writeString(folder.resolve("rollout.jsonl"), "[]\n[{");
        try (RunWriter writer = new RunWriter(file)) {
            assertEquals(3, writer.append(decode("[]", file, 1)).source().line());
        }
        assertEquals(List.of("[]", "[{", "[]"), Files.readAllLines(file));
    }

    @Test
    void namesANewRunByTheLineThatItWillBe() throws Exception {
        Path file = folder.resolve("rollout.jsonl");
        StepEncoder encoder = new StepEncoder("s", "a cup");
        Run run = RunCodec.ofSteps(
                List.of(encoder.add(StepEncoder.Turn.of("hm", List.of(), "no", 1L))), new RunSource(file, 1), "m");
        try (RunWriter writer = new RunWriter(file)) {
            assertEquals(run, writer.append(run));
        }
    }
}
