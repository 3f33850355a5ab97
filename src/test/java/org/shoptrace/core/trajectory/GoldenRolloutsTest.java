package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// The reference's rollouts, read step by step.
@NeedsShared
class GoldenRolloutsTest {
    private static final String WEBSHOP = "data/rollouts_webshop_react.jsonl.gz";

    private static List<String> lines(String path) throws IOException {
        Path file = SharedFiles.require(path);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        }
    }

    private static Run run(String line, boolean prompts) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        RunSource source = new RunSource(Path.of("rollout_x_y.jsonl"), 1);
        return prompts
                ? RunCodec.decode(bytes, 0, bytes.length, source, "y")
                : RunCodec.decodeWithoutPrompts(bytes, 0, bytes.length, source, "y").getFirst();
    }

    private static List<Run> golden() throws Exception {
        List<Run> runs = new ArrayList<>();
        for (String intent : List.of("product", "web", "shop", "voucher")) {
            for (String model : List.of("alpha", "beta")) {
                for (String line : lines("golden/rollout_" + intent + "_" + model + ".jsonl")) {
                    runs.add(run(line, true));
                }
            }
        }
        assertEquals(320, runs.size());
        return runs;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "golden/rollout_product_alpha.jsonl", "golden/rollout_web_beta.jsonl", "golden/rollout_shop_alpha.jsonl",
                    "golden/rollout_voucher_beta.jsonl", WEBSHOP
            })
    void writesEveryLineAsItWasRead(String path) throws Exception {
        for (String line : lines(path)) {
            Run run = run(line, true);
            Json json = JsonReader.read(line);
            assertEquals(json, RunCodec.encode(run));
            assertEquals(json, JsonReader.read(JsonWriter.compact(RunCodec.encode(run))));
        }
    }

    @Test
    void computesEveryCallId() throws Exception {
        int calls = 0;
        List<Run> runs = new ArrayList<>(golden());
        for (String line : lines(WEBSHOP)) {
            runs.add(run(line, true));
        }
        for (Run run : runs) {
            for (Step step : run.steps()) {
                for (ToolCall call : step.calls()) {
                    assertEquals(call.id(), Optional.of(ToolCallId.of(call.name(), call.parameters())));
                    calls++;
                }
            }
        }
        assertTrue(calls > 3_000);
    }

    @Test
    void answersEveryCallButThoseOfUnknownTools() throws Exception {
        for (Run run : golden()) {
            for (Step step : run.steps()) {
                for (ToolCall call : step.calls()) {
                    Class<?> kind = switch (call.name()) {
                        case ToolCall.FIND_PRODUCT -> Observation.Found.class;
                        case ToolCall.VIEW_PRODUCT_INFORMATION -> Observation.Viewed.class;
                        case "search_shop" -> Void.class;
                        default -> Observation.Said.class;
                    };
                    assertEquals(kind, call.observation().<Class<?>>map(Observation::getClass).orElse(Void.class));
                }
            }
        }
    }

    @Test
    void findsInAModelsTextWhatItsMessageHolds() throws Exception {
        int compared = 0;
        for (Run run : golden()) {
            for (Step step : run.steps()) {
                String content = step.content().orElseThrow();
                MessageTags tags = MessageTags.parse(content, step.reasoning().orElse(""));
                // Where the text has no thought, these files made up a reasoning that is not the message's thought.
                if (content.contains("<think>")) {
                    assertEquals(step.think(), tags.think());
                }
                assertEquals(step.response().map(PythonText::strip), tags.response());
                // Some texts of these files lack a closing tag on purpose; their messages hold the calls all the same.
                if (content.contains("<tool_call>") == content.contains("</tool_call>")) {
                    assertEquals(
                            step.calls().stream().map(call -> List.of(call.name(), call.parameters())).toList(),
                            tags.calls().stream().map(call -> List.of(call.name(), call.parameters())).toList());
                    compared++;
                }
            }
        }
        assertTrue(compared > 1_000);
    }

    @Test
    void summarisesWithoutThePromptsAsWithThem() throws Exception {
        for (String line : lines("golden/rollout_shop_beta.jsonl")) {
            assertEquals(RunSummary.of(run(line, true), line.length()), RunSummary.of(run(line, false), line.length()));
        }
    }
}
