package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// A trace of thousands of requests is read in the time that its length takes, whether they repeat each other or not.
class LongTracesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Json request(int number, List<Json> input, Json output) {
        return Json.Obj.EMPTY.with("id", Json.of("o" + number)).with("traceId", Json.of("t")).with("type", Json.of("GENERATION"))
                .with("startTime", Json.of(Instant.EPOCH.plusSeconds(number).toString())).with("name", Json.of("chat"))
                .with("input", new Json.Arr(input)).with("output", output);
    }

    private static Json said(String role, String text) {
        return Json.Obj.EMPTY.with("role", Json.of(role)).with("content", Json.of(text));
    }

    private static Run read(List<Json> observations) {
        Json trace = Json.Obj.EMPTY.with("trace", Json.Obj.EMPTY.with("id", Json.of("t"))).with("observations", new Json.Arr(observations));
        byte[] line = JsonWriter.compact(trace).getBytes(StandardCharsets.UTF_8);
        return assertTimeoutPreemptively(PATIENCE, () -> RunCodec.decode(line, 0, line.length, new RunSource(Path.of("t.json"), 1), "m"));
    }

    @Test
    void requestsThatHaveNothingInCommon() {
        List<Json> observations = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            observations.add(request(i, List.of(said("user", "Rate text " + i)), said("assistant", "good " + i)));
        }
        Run run = read(observations);
        assertEquals(12_000, run.steps().size());
        assertEquals("Rate text 11999", run.steps().getLast().others().getFirst().text());
    }

    @Test
    void requestsThatRepeatAllBefore() throws Exception {
        List<Json> observations = new ArrayList<>();
        List<Json> before = new ArrayList<>(List.of(said("user", "Go")));
        for (int i = 0; i < 150; i++) {
            Json output = JsonReader.read("""
                    {"role": "assistant", "content": null,
                     "tool_calls": [{"id": "c%1$d", "type": "function", "function": {"name": "find", "arguments": "{\\"q\\": %1$d}"}}]}
                    """.formatted(i));
            observations.add(request(i, before, output));
            before.add(output);
            before.add(JsonReader.read("{\"role\": \"tool\", \"tool_call_id\": \"c" + i + "\", \"content\": \"found\"}"));
        }
        Run run = read(observations);
        assertEquals(150, run.steps().size());
        assertEquals(149, run.steps().stream().filter(step -> step.calls().getFirst().observation().isPresent()).count());
    }
}
