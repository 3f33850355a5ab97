package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

class MessageListTest {
    private static final String HIT = "[{\\\"product_id\\\": \\\"7\\\", \\\"shop_id\\\": \\\"s\\\", \\\"title\\\": \\\"Hat\\\","
            + " \\\"price\\\": 9.50, \\\"service\\\": [\\\"COD\\\"], \\\"sold_count\\\": 3}]";

    private static Run run(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Run run = RunCodec.decode(bytes, 0, bytes.length, new RunSource(Path.of("chats.jsonl"), 1), "chats");
        assertEquals(JsonReader.read(json), RunCodec.encode(run), "what was read is written");
        return run;
    }

    private static Observation answer(Step step, int call) {
        return step.calls().get(call - 1).observation().orElseThrow();
    }

    @Test
    void whatStandsBesideTheTextIsRead() throws Exception {
        Run run = run("""
                [{"role": "user", "content": "a hat"},
                 {"role": "assistant", "content": null, "reasoning_details": [{"type": "reasoning.text", "text": "Deep."}], "tool_calls": [
                   {"id": "k", "type": "custom", "custom": {"name": "find_product", "input": "{\\"q\\": \\"hat\\", \\"page\\": 1}"}}]},
                 {"role": "tool", "tool_call_id": "k", "content": "[]"},
                 {"role": "assistant", "content": null, "audio": {"id": "a", "transcript": "Which size?"}},
                 {"role": "assistant", "content": null, "refusal": "I cannot help with that."}]
                """);
        assertEquals(Optional.of("Deep."), run.steps().getFirst().think());
        assertEquals(Optional.of(Json.of("hat")), run.steps().getFirst().calls().getFirst().parameter("q"));
        assertEquals(Optional.of("Which size?"), run.steps().get(1).response());
        assertEquals(Optional.of("I cannot help with that."), run.steps().get(2).response());
    }

    @Test
    void whatOthersSayInMidRunStandsBeforeTheStepOrAfterTheLast() throws Exception {
        Run run = run("""
                [{"role": "system", "content": "You shop."},
                 {"role": "user", "content": "a boat"},
                 {"role": "assistant", "content": "Which harbour?"},
                 {"role": "system", "content": "Two turns are left."},
                 {"role": "user", "content": "The old harbour."},
                 {"role": "tool", "content": "A bell rings."},
                 {"role": "assistant", "content": "Done."},
                 {"role": "user", "content": "Thanks."}]
                """);
        assertEquals(Optional.of("a boat"), run.query());
        assertEquals(List.of(), run.steps().getFirst().others(), "the first words are prompt and query");
        assertEquals(
                List.of(
                        new Interjection(Speaker.SYSTEM, true, "Two turns are left."),
                        new Interjection(Speaker.USER, true, "The old harbour."),
                        new Interjection(Speaker.ENVIRONMENT, true, "A bell rings."),
                        new Interjection(Speaker.USER, false, "Thanks.")),
                run.steps().getLast().others());
    }

    @Test
    void readsChatCompletionsWithParallelCallsByTheirIds() throws Exception {
        Run run = run("""
                {"model": "gpt-5", "messages": [
                  {"role": "system", "content": "You shop."},
                  {"role": "user", "content": "a hat under 10"},
                  {"role": "assistant", "content": null, "reasoning_content": "Two searches.", "tool_calls": [
                    {"id": "c1", "type": "function", "function": {"name": "find_product", "arguments": "{\\"q\\": \\"hat\\", \\"page\\": 1}"}},
                    {"id": "c2", "type": "function", "function": {"name": "mcp__shop__view_product_information", "arguments": {"product_ids": "7"}}}]},
                  {"role": "tool", "tool_call_id": "c2", "content": "null"},
                  {"role": "tool", "tool_call_id": "c1", "content": "%s"},
                  {"role": "assistant", "content": "Take this one.", "tool_calls": [
                    {"id": "c3", "type": "function", "function": {"name": "recommend_product", "arguments": "{\\"product_ids\\": \\"7\\"}"}},
                    {"id": "c4", "type": "function", "function": {"name": "terminate", "arguments": ""}}]},
                  {"role": "tool", "tool_call_id": "c3", "content": "Having recommended the products to the user: 7."},
                  {"role": "tool", "tool_call_id": "c4", "content": [{"type": "text", "text": "done"}]}]}
                """.formatted(HIT));
        assertEquals("gpt-5", run.model());
        assertInstanceOf(Envelope.Messages.class, run.envelope());
        assertEquals(Optional.of("a hat under 10"), run.query());
        assertEquals(2, run.steps().size());
        Step first = run.steps().getFirst();
        assertEquals(Optional.of("Two searches."), first.think());
        assertEquals(List.of("find_product", "view_product_information"), first.calls().stream().map(ToolCall::name).toList());
        assertEquals(Optional.of(new Json.Num("1")), first.calls().getFirst().parameter("page"));
        Observation.Found found = assertInstanceOf(Observation.Found.class, answer(first, 1));
        assertEquals("Hat", found.hits().getFirst().title());
        assertEquals(Optional.of(new Json.Num("9.50")), found.hits().getFirst().price());
        assertInstanceOf(Observation.Failed.class, answer(first, 2));
        assertEquals(5, ((Json.Arr) first.source()).items().size(), "the step's source is its messages");
        Step last = run.steps().getLast();
        assertEquals(Optional.of("Take this one."), last.think(), "text beside calls and without reasoning is the model thinking aloud");
        assertEquals(Json.Obj.EMPTY, last.calls().get(1).parameters());
        assertEquals("done", assertInstanceOf(Observation.Said.class, answer(last, 2)).text());
        assertEquals(Optional.of(Json.of("7")), run.recommendation());
        RunSummary summary = RunSummary.of(run, 1);
        assertTrue(summary.terminated() && summary.recommended() && summary.conversation());
        assertEquals(0, summary.emptyReplies() + summary.unanswered());
    }

    @Test
    void readsContentBlocks() throws Exception {
        Run run = run("""
                [{"role": "user", "content": [{"type": "text", "text": "a hat"}]},
                 {"role": "assistant", "content": [
                   {"type": "thinking", "thinking": "hm", "signature": "x"},
                   {"type": "text", "text": "Searching."},
                   {"type": "tool_use", "id": "t1", "name": "find_product", "input": {"q": "hat", "page": 1}}]},
                 {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t1", "content": [{"type": "text", "text": "%s"}]},
                                              {"type": "text", "text": "cheaper please"}]},
                 {"role": "assistant", "content": "No cheaper one."}]
                """.formatted(HIT));
        assertEquals(Optional.of("a hat"), run.query());
        Step first = run.steps().getFirst();
        assertEquals(Optional.of("hm"), first.think());
        assertEquals(Optional.of("Searching."), first.response());
        assertInstanceOf(Observation.Found.class, answer(first, 1));
        Step second = run.steps().get(1);
        assertEquals(Optional.of(Json.of("cheaper please")), ((Json.Obj) second.message().orElseThrow()).get("user"));
        assertEquals(Optional.of("No cheaper one."), second.response());
    }

    @Test
    void readsResponsesItems() throws Exception {
        Run run = run("""
                [{"role": "user", "content": "a hat"},
                 {"type": "reasoning", "summary": [{"type": "summary_text", "text": "look first"}]},
                 {"type": "function_call", "call_id": "f1", "name": "find_product", "arguments": "{\\"q\\": \\"hat\\"}"},
                 {"type": "function_call", "call_id": "f2", "name": "find_product", "arguments": "{\\"q\\": \\"cap\\"}"},
                 {"type": "function_call_output", "call_id": "f2", "output": "[]"},
                 {"type": "function_call_output", "call_id": "f1", "output": "%s"},
                 {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "The hat."}]}]
                """.formatted(HIT));
        assertEquals(2, run.steps().size());
        assertEquals(Optional.of("look first"), run.steps().getFirst().think());
        assertEquals(1, assertInstanceOf(Observation.Found.class, answer(run.steps().getFirst(), 1)).hits().size());
        assertEquals(0, assertInstanceOf(Observation.Found.class, answer(run.steps().getFirst(), 2)).hits().size());
        assertEquals(Optional.of("The hat."), run.steps().getLast().response());
    }

    @Test
    void readsWhatOpenModelsWriteInTags() throws Exception {
        Run run = run("""
                [{"role": "user", "content": "# Dialogue Records History\\n<user>a hat</user>"},
                 {"role": "assistant", "content": "<think>\\nsearch\\n</think>\\n<tool_call>\\n{\\"name\\": \\"find_product\\", \\"arguments\\": {\\"q\\": \\"hat\\"}}\\n</tool_call>\\n<tool_call>\\n{\\"name\\": \\"web_search\\", \\"arguments\\": {\\"query\\": \\"h\\"}}\\n</tool_call>"},
                 {"role": "user", "content": "<tool_response>\\n%s\\n</tool_response>\\n<tool_response>\\n{\\"observation\\": [], \\"success\\": true}\\n</tool_response>"},
                 {"role": "assistant", "content": "search more</think><tool_call>[{\\"name\\": \\"terminate\\", \\"parameters\\": {\\"status\\": \\"success\\"}}]</tool_call><response>bye</response>"}]
                """.formatted(HIT));
        assertEquals(Optional.of("a hat"), run.query());
        Step first = run.steps().getFirst();
        assertEquals(Optional.of("search"), first.think());
        assertInstanceOf(Observation.Found.class, answer(first, 1));
        assertInstanceOf(Observation.Outcome.class, answer(first, 2));
        assertEquals(Optional.of("search more"), run.steps().getLast().think());
        assertEquals("terminate", run.steps().getLast().calls().getFirst().name());
        assertEquals(Optional.of("bye"), run.steps().getLast().response());
    }

    @Test
    void findsTheProductsInWhateverStandsAroundThem() throws Exception {
        for (String content : List.of(
                "{\"result\": [{\"product_id\": \"7\", \"title\": \"Hat\"}]}",
                "{\"result\": \"[{\\\"product_id\\\": \\\"7\\\"}]\"}",
                "[{'product_id': '7', 'title': \"men's hat\", 'price': 1.0, 'brand': None}]",
                "{\"observation\": [{\"product_id\": \"7\"}], \"success\": true}",
                "\"[{\\\"product_id\\\": 7}]\"")) {
            Json read = RecordedAnswer.of("find_product", Json.of(content));
            Observation.Found found = assertInstanceOf(Observation.Found.class, ObservationCodec.decode("find_product", read), content);
            assertEquals("7", found.hits().getFirst().productId());
        }
        assertEquals(Json.of("[not json"), RecordedAnswer.of("find_product", Json.of("[not json")));
        Run run = run("""
                [{"role": "assistant", "tool_calls": [{"id": "a", "function": {"name": "search_items", "arguments": "{}"}}]},
                 {"role": "tool", "tool_call_id": "a", "content": "%s"}]
                """.formatted(HIT));
        assertInstanceOf(Observation.Found.class, answer(run.steps().getFirst(), 1), "a tool of another name that answers alike");
    }

    @Test
    void keepsWhatItCannotUse() throws Exception {
        Run run = run("""
                [{"role": "user", "content": null}, 7, null, {"role": "critic", "content": "?"},
                 {"role": "assistant", "content": {"odd": 1}, "tool_calls": [5, {"function": {"arguments": "{broken"}}, {"id": "a", "name": "find_product"}]},
                 {"role": "tool", "tool_call_id": "of nobody", "content": "late"}, {"role": "tool"}, {"role": "assistant"}]
                """);
        assertEquals(2, run.steps().size());
        assertEquals(3, run.steps().getFirst().calls().size());
        assertEquals(Json.of("{broken"), run.steps().getFirst().calls().get(1).parameters());
        assertEquals(Optional.empty(), run.query());
        int kept = run.steps().stream().mapToInt(step -> ((Json.Arr) step.source()).items().size()).sum();
        assertEquals(8, kept);
    }

    @Test
    void aConversationWithoutAnAnswerIsOneEmptyStep() throws Exception {
        Run run = run("{\"messages\": [{\"role\": \"user\", \"content\": \"a hat\"}], \"model\": \"m\"}");
        assertEquals(1, run.steps().size());
        assertEquals(Optional.of("a hat"), run.query());
        assertEquals(1, RunSummary.of(run, 1).emptyReplies());
    }

    @Test
    void takesQueryTimeAndOlderSpellings() throws Exception {
        Run run = run("""
                {"query": "the task", "conversations": [{"from": "human", "value": "hello"},
                 {"from": "gpt", "value": "hi", "timestamp": "2026-01-02T03:04:05Z"},
                 {"from": "function_call", "value": "{\\"name\\": \\"find_product\\", \\"arguments\\": {\\"q\\": \\"x\\"}}"},
                 {"from": "observation", "value": "%s"}]}
                """.formatted(HIT));
        assertEquals(Optional.of("the task"), run.query());
        assertEquals(Optional.of(new Json.Num("1767323045000")), run.steps().getFirst().timestamp());
        assertInstanceOf(Observation.Found.class, answer(run.steps().get(1), 1));
    }
}
