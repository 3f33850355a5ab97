package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Runs put together at random from the keys of the formats and from values of every kind, most of them misshapen.
class RandomRunsTest {
    private static final List<String> KEYS = List.of(
            "prompt", "completion", "extra_info", "message", "content", "reasoning_content", "think", "tool_call", "obs", "response",
            "name", "parameters", "tool_call_id", "results", "result", "query", "timestamp", "product_id",
            "sku_options", "attributes",
            "observation", "success", "dialogue", "status", "error");
    private static final List<String> TEXTS = List.of(
            "", "find_product", "view_product_information", "terminate", "a", "[{\"name\":\"a\"}]", "₱ \ud83d\ude00\u0000\"\\", "1");
    private static final List<String> NUMBERS = List.of("0", "-1", "1.0", "1e400", "NaN", "123456789012345678901234567890");

    private final Random random = new Random(42);

    private Json value(int depth) {
        return switch (random.nextInt(depth > 7 ? 5 : 12)) {
            case 0 -> Json.NULL;
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Num(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3, 4 -> Json.of(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5, 6, 7 -> array(depth);
            default -> object(depth);
        };
    }

    private Json.Arr array(int depth) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth + 1));
        }
        return new Json.Arr(items);
    }

    private Json.Obj object(int depth) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            fields.put(KEYS.get(random.nextInt(KEYS.size())), value(depth + 1));
        }
        return new Json.Obj(fields);
    }

    /// @param sound whether its completion is an object: a text or an array beside a prompt is a sample of a data set
    private Json step(boolean sound) {
        Json.Obj message = object(3);
        Json.Obj completion = object(2).with("message", random.nextInt(5) == 0 ? value(3) : message.with("tool_call", array(3)));
        return object(1).with("completion", !sound && random.nextInt(8) == 0 ? value(2) : completion);
    }

    private Json line() {
        List<Json> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            // An array of which no element is a step is no run.
            steps.add(i > 1 && random.nextInt(8) == 0 ? value(1) : step(i == 1));
        }
        Json.Arr run = new Json.Arr(steps);
        return random.nextInt(3) == 0 ? object(0).with("status", value(1)).with("dialogue", random.nextBoolean() ? run : value(1)) : run;
    }

    @Test
    void areReadWithoutFailureAndWrittenWithoutLoss() throws Exception {
        RunSource source = new RunSource(Path.of("r"), 1);
        for (int round = 0; round < 5_000; round++) {
            Json line = line();
            byte[] bytes = JsonWriter.compact(line).getBytes(StandardCharsets.UTF_8);
            Run run = RunCodec.decode(bytes, 0, bytes.length, source, "m");
            assertEquals(line, RunCodec.encode(run));
            assertEquals(line, JsonReader.read(JsonWriter.compact(RunCodec.encode(run))));
            // Without prompts a run may lose parts that are called so elsewhere, but never its steps.
            Run light = RunCodec.decodeWithoutPrompts(bytes, 0, bytes.length, source, "m").getFirst();
            assertEquals(RunSummary.of(run, 1).steps(), RunSummary.of(light, 1).steps());
        }
    }
}
