package org.shoptrace.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What goes out in one format and comes back is the same run.
class RoundTripTest {
    private static final RunSource SOURCE = new RunSource(Path.of("rollout_product_m.jsonl"), 1);

    private record Call(String name, Json parameters, Optional<String> id, Optional<Observation> answer) {
        static Call of(ToolCall call) {
            return new Call(call.name(), call.parameters(), call.id(), call.observation());
        }
    }

    /// What a step says, whatever its format.
    private record Said(
            Optional<String> query, Optional<String> think, List<Call> calls, Optional<String> response, String content, String reasoning,
            String time) {
        static List<Said> of(Run run) {
            return run.steps().stream()
                    .map((Step step) -> new Said(
                            step.query(), step.think(), step.calls().stream().map(Call::of).toList(), step.response(),
                            step.content().orElse(""),
                            step.reasoning().orElse(""), step.timestamp().map(Json.Num::text).orElse("")))
                    .toList();
        }
    }

    private static Run read(Json json) throws Exception {
        byte[] bytes = JsonWriter.compact(json).getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(bytes, 0, bytes.length, SOURCE, "m");
    }

    private static List<Run> golden(String name) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(GoldenSet.file(name + ".gz"), runs::add, Progress.NONE);
        assertTrue(runs.size() > 1);
        return runs;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "rollout_product_alpha.jsonl", "rollout_product_beta.jsonl", "rollout_shop_alpha.jsonl", "rollout_shop_beta.jsonl",
                    "rollout_voucher_alpha.jsonl", "rollout_voucher_beta.jsonl", "rollout_web_alpha.jsonl", "rollout_web_beta.jsonl"
            })
    void rolloutsSurviveAtifAndBack(String name) throws Exception {
        for (Run run : golden(name)) {
            Json.Obj document = AtifExport.document(run, new SeenWith(Optional.of("f".repeat(64)), Optional.of("s")));
            check(document);
            Run atif = read(document);
            assertEquals(Said.of(run), Said.of(atif));
            assertEquals(Optional.of("f".repeat(64)), ((Envelope.Atif) atif.envelope()).catalogue());
            Run back = read(BenchmarkExport.steps(atif));
            assertEquals(Envelope.Bare.class, back.envelope().getClass());
            assertEquals(Said.of(run).size(), back.steps().size());
            for (int i = 0; i < run.steps().size(); i++) {
                Said before = Said.of(run).get(i);
                Said after = Said.of(back).get(i);
                assertEquals(before.calls().stream().map(c -> List.of(c.name(), c.parameters(), c.answer())).toList(),
                        after.calls().stream().map(c -> List.of(c.name(), c.parameters(), c.answer())).toList());
                assertEquals(before.think(), after.think());
                assertEquals(before.response(), after.response());
                assertEquals(before.time(), after.time());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollout_product_alpha.jsonl", "rollout_voucher_beta.jsonl", "rollout_web_alpha.jsonl"})
    void rolloutsSurviveAsMessages(String name) throws Exception {
        for (Run run : golden(name)) {
            Run chat = read(MessageExport.document(run));
            assertEquals(run.query(), chat.query());
            assertEquals(run.model(), chat.model());
            assertEquals(run.steps().size(), chat.steps().size());
            for (int i = 0; i < run.steps().size(); i++) {
                Step before = run.steps().get(i);
                Step after = chat.steps().get(i);
                assertEquals(before.think(), after.think());
                assertEquals(before.response().map(String::strip), after.response());
                assertEquals(before.calls().stream().map(c -> List.of(c.name(), c.parameters(), c.observation())).toList(),
                        after.calls().stream().map(c -> List.of(c.name(), c.parameters(), c.observation())).toList());
            }
        }
    }

    /// The rules of Harbor's validator.
    private static void check(Json.Obj document) {
        int id = 0;
        for (Json json : document.items("steps")) {
            Json.Obj step = (Json.Obj) json;
            assertEquals(Json.Num.of(++id), step.get("step_id").orElseThrow());
            assertTrue(step.text("message").isPresent());
            boolean agent = step.text("source").orElseThrow().equals("agent");
            assertTrue(agent || (step.get("tool_calls").isEmpty() && step.get("reasoning_content").isEmpty()));
            Set<String> ids = new HashSet<>();
            for (Json call : step.items("tool_calls")) {
                assertTrue(ids.add(((Json.Obj) call).text("tool_call_id").orElseThrow()), "ids are unique");
                assertTrue(((Json.Obj) call).object("arguments").isPresent());
            }
            for (Json result : step.object("observation").map(o -> o.items("results")).orElse(List.of())) {
                assertTrue(ids.contains(((Json.Obj) result).text("source_call_id").orElseThrow()));
                Json content = ((Json.Obj) result).get("content").orElseThrow();
                assertTrue(content instanceof Json.Str || content instanceof Json.Null);
            }
        }
    }

    @Test
    void oddStepsSurviveAtif() throws Exception {
        Run run = read(org.shoptrace.core.json.JsonReader.read("""
                [{"completion": {"content": "x", "message": {"user": "hi", "think": " ", "tool_call": [
                    {"name": "find_product", "parameters": {"page": 1.0}, "tool_call_id": "a"}, {"name": "find_product", "parameters": {"page": 1.0}, "tool_call_id": "a"},
                    {"name": "gone", "parameters": "text"}, 7, {"name": "python_execute", "parameters": {}}],
                  "obs": [{"tool_call_id": "a", "results": "[1]"}, {"tool_call_id": "a", "results": null}, {"results": {"observation": "2", "success": true}}]}},
                  "extra_info": {"query": " q ", "timestamp": 1.5}},
                 {"completion": {"message": null}, "extra_info": {"timestamp": 1754400000123}},
                 {"completion": {"message": {"user": "go on", "response": "bye"}}, "extra_info": {"timestamp": -5}}]
                """));
        Run atif = read(AtifExport.document(run, SeenWith.UNKNOWN));
        List<Said> before = Said.of(run);
        List<Said> after = Said.of(atif);
        assertEquals(before.getFirst(), after.getFirst());
        for (int i = 1; i < 3; i++) {
            assertEquals(before.get(i).response(), after.get(i).response());
            assertEquals(before.get(i).time(), after.get(i).time());
        }
        assertEquals(Optional.of(Json.NULL), atif.steps().get(1).message());
        assertEquals(Optional.of("go on"), Preamble.user(atif.steps().get(2)));
        Run back = read(BenchmarkExport.steps(atif));
        assertEquals(Json.of("text"), back.steps().getFirst().calls().get(2).parameters());
        assertEquals(Optional.of(Json.NULL), back.steps().get(1).message());
    }
}
