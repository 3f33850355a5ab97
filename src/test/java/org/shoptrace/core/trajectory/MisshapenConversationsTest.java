package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// Conversations and documents put together from the keys of their formats and values of every kind.
class MisshapenConversationsTest {
    private static final List<String> KEYS = List.of(
            "role", "content", "tool_calls", "function", "name", "arguments", "id", "tool_call_id", "type", "text", "reasoning_content",
            "thinking", "input", "tool_use_id", "call_id", "output", "source", "message", "step_id", "function_name", "observation",
            "results", "source_call_id", "extra", "shoptrace", "call", "parameters", "timestamp", "agent", "model_name", "product_id",
            "title", "price",
            "value", "from", "summary", "function_call", "steps", "messages", "schema_version");
    private static final List<String> TEXTS = List.of(
            "user", "assistant", "tool", "agent", "system", "text", "tool_use", "tool_result", "function_call", "function_call_output",
            "reasoning",
            "a", "b", "", "find_product", "{\"q\": 1}", "[{'product_id': 1}]", "<think>x</think>",
            "<tool_call>[{\"name\": \"a\"}]</tool_call>",
            "</think><tool_call>", "<tool_response>", "null", "\"\"", "2026-01-01T00:00:00Z", "ATIF-v1.2");

    private static final class Source {
        private final Random random;

        Source(long seed) {
            random = new Random(seed);
        }

        Json value(int depth) {
            return switch (random.nextInt(depth > 4 ? 5 : 12)) {
                case 0 -> Json.NULL;
                case 1 -> new Json.Bool(random.nextBoolean());
                case 2 -> new Json.Num(List.of("0", "1e400", "NaN", "1.5", "1767323045000", "99999999999999999999").get(random.nextInt(6)));
                case 3, 4, 5 -> Json.of(TEXTS.get(random.nextInt(TEXTS.size())));
                case 6, 7 -> array(depth);
                default -> object(depth);
            };
        }

        Json.Arr array(int depth) {
            List<Json> items = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                items.add(value(depth + 1));
            }
            return new Json.Arr(items);
        }

        Json.Obj object(int depth) {
            SequencedMap<String, Json> fields = new LinkedHashMap<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                fields.put(KEYS.get(random.nextInt(KEYS.size())), value(depth + 1));
            }
            return new Json.Obj(fields);
        }

        Json run() {
            List<Json> items = new ArrayList<>();
            items.add(object(2).with("role", Json.of("user")).with("content", value(3)).with("source", Json.of("user")).with("message",
                    value(3)));
            for (int i = random.nextInt(6); i > 0; i--) {
                items.add(random.nextInt(9) == 0
                        ? value(2)
                        : object(2).with("role", Json.of(TEXTS.get(random.nextInt(5)))).with("source", Json.of("agent")));
            }
            Json.Arr list = new Json.Arr(items);
            return switch (random.nextInt(3)) {
                case 0 -> list;
                case 1 -> Json.Obj.EMPTY.with("messages", list).with("extra", value(1));
                default -> object(0).with("schema_version", Json.of("ATIF-v1.7")).with("steps", list);
            };
        }
    }

    @Property(tries = 3_000)
    void areReadWithoutFailureAndNothingIsLost(@ForAll long seed) throws Exception {
        Json json = new Source(seed).run();
        byte[] bytes = JsonWriter.compact(json).getBytes(StandardCharsets.UTF_8);
        Run run = RunCodec.decode(bytes, 0, bytes.length, new RunSource(Path.of("r"), 1), "m");
        assertEquals(json, RunCodec.encode(run));
        List<Json> kept = new ArrayList<>();
        for (Step step : run.steps()) {
            kept.addAll(((Json.Arr) step.source()).items());
        }
        List<Json> read = json instanceof Json.Arr(List<Json> items)
                ? items
                : ((Json.Obj) json).get("steps").filter(_ -> AtifCodec.isDocument(json)).map(s -> ((Json.Arr) s).items())
                        .orElseGet(() -> ((Json.Obj) json).items("messages"));
        assertEquals(read.size(), kept.size(), "every item belongs to one step");
        assertTrue(kept.containsAll(read));
    }

    /// Whatever a file holds, each part of it is a run or is named as none; reading ends and says one thing of a broken document.
    @Property(tries = 300)
    void filesOfAnyLayoutAreReadOrRefused(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Source source = new Source(seed);
        StringBuilder text = new StringBuilder();
        int runs = 1 + random.nextInt(3);
        boolean indented = random.nextBoolean();
        for (int i = 0; i < runs; i++) {
            Json run = source.run();
            text.append(indented ? JsonWriter.indented(run) : JsonWriter.compact(run)).append(random.nextInt(5) == 0 ? "" : "\n");
        }
        int cut = random.nextInt(3) == 0 ? random.nextInt(text.length()) : text.length();
        Path folder = Files.createTempDirectory("misshapen");
        Path file = Files.writeString(folder.resolve("x.json"), text.substring(0, cut));
        try (RolloutFile rollouts = new RolloutFile(file, folder)) {
            List<Run> walked = new ArrayList<>();
            List<Rejection> rejections = RolloutFile.forEachRun(file, walked::add, Progress.NONE);
            RolloutIndex index = rollouts.index(_ -> {}, Progress.NONE);
            assertEquals(walked.stream().map(Run::id).toList(), index.entries().stream().map(entry -> entry.summary().id()).toList());
            for (RunEntry entry : index.entries()) {
                rollouts.read(entry);
            }
            assertTrue(!walked.isEmpty() || !rejections.isEmpty());
            if (indented) {
                assertTrue(rejections.size() <= 1 + runs, rejections::toString);
            }
        } catch (ShoptraceException e) {
            assertTrue(text.substring(0, cut).isBlank(), e::getMessage);
        } finally {
            FileTree.delete(folder);
        }
    }
}
