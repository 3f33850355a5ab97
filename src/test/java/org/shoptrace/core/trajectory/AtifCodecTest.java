package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

class AtifCodecTest {
    private static Run run(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Run run = RunCodec.decode(bytes, 0, bytes.length, new RunSource(Path.of("trajectory.json"), 1), "file");
        assertEquals(JsonReader.read(json), RunCodec.encode(run));
        return run;
    }

    @Test
    void readsTheAgentsTurns() throws Exception {
        Run run = run("""
                {"schema_version": "ATIF-v1.7", "session_id": "s-1",
                 "agent": {"name": "shopper", "version": "2", "model_name": "qwen3"},
                 "steps": [
                   {"step_id": 1, "source": "system", "message": "You shop."},
                   {"step_id": 2, "source": "user", "message": [{"type": "text", "text": "a hat"}], "timestamp": "2026-01-02T03:04:04Z"},
                   {"step_id": 3, "source": "agent", "message": "", "reasoning_content": "look", "timestamp": "2026-01-02T03:04:05+00:00",
                    "tool_calls": [{"tool_call_id": "a", "function_name": "find_product", "arguments": {"q": "hat"}},
                                   {"tool_call_id": "b", "function_name": "compare", "arguments": {}}],
                    "observation": {"results": [
                      {"source_call_id": "b", "content": "nothing to compare"},
                      {"source_call_id": "a", "content": "[{\\"product_id\\": \\"7\\", \\"title\\": \\"Hat\\", \\"price\\": 9}]"}]},
                    "metrics": {"prompt_tokens": 10}},
                   {"step_id": 4, "source": "agent", "message": "This hat.",
                    "tool_calls": [{"tool_call_id": "c", "function_name": "recommend_product", "arguments": {"product_ids": "7"}}],
                    "observation": {"results": [{"content": null}]}}],
                 "final_metrics": {"total_steps": 4}}
                """);
        assertEquals("qwen3", run.model());
        Envelope.Atif envelope = assertInstanceOf(Envelope.Atif.class, run.envelope());
        assertEquals(Optional.of("s-1"), envelope.session());
        assertEquals(Optional.of("a hat"), run.query());
        Step first = run.steps().getFirst();
        assertEquals(Optional.of("look"), first.think());
        assertEquals(Optional.of(new Json.Num("1767323045000")), first.timestamp());
        assertInstanceOf(Observation.Found.class, first.calls().getFirst().observation().orElseThrow());
        assertEquals("nothing to compare",
                assertInstanceOf(Observation.Said.class, first.calls().get(1).observation().orElseThrow()).text());
        assertInstanceOf(Observation.Failed.class, run.steps().getLast().calls().getFirst().observation().orElseThrow());
        assertEquals(Optional.of(Json.of("7")), run.recommendation());
    }

    @Test
    void whatOthersSayInMidRunIsRead() throws Exception {
        Run run = run("""
                {"schema_version": "ATIF-v1.6", "agent": {"name": "a", "model_name": "m"}, "steps": [
                  {"step_id": 1, "source": "system", "message": "You shop."},
                  {"step_id": 2, "source": "user", "message": "a hat"},
                  {"step_id": 3, "source": "agent", "message": "ls", "observation": {"results": [{"content": "hat.txt"}]}},
                  {"step_id": 4, "source": "system", "message": "The context was cut."},
                  {"step_id": 5, "source": "agent", "message": "Done."},
                  {"step_id": 6, "source": "user", "message": "Thanks."}]}
                """);
        assertEquals(List.of(new Interjection(Speaker.ENVIRONMENT, false, "hat.txt")), run.steps().getFirst().others());
        assertEquals(
                List.of(new Interjection(Speaker.SYSTEM, true, "The context was cut."), new Interjection(Speaker.USER, false, "Thanks.")),
                run.steps().getLast().others());
    }

    @Test
    void isKnownWithoutItsVersionAndReadWithoutItsParts() throws Exception {
        Run run = run("{\"steps\": [{\"source\": \"agent\", \"message\": \"hi\"}, 3, {\"source\": \"agent\", \"tool_calls\": [null]}]}");
        assertEquals("file", run.model());
        assertEquals(2, run.steps().size());
        assertEquals(Optional.of("hi"), run.steps().getFirst().response());
        assertEquals(1, run.steps().getLast().calls().size());
    }
}
