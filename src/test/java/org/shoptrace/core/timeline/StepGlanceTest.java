package org.shoptrace.core.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.trajectory.RunSource;

class StepGlanceTest {
    private static List<String> words(String line) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(bytes, 0, bytes.length, new RunSource(Path.of("run.jsonl"), 1), "alpha")
                .steps().stream().map(step -> StepGlance.of(step).words()).toList();
    }

    /// A step with one call.
    ///
    /// @param think   empty text for none
    /// @param results the tool's answer as JSON; empty text for none
    private static String step(String think, String tool, String results) {
        String thought = think.isEmpty() ? "" : "\"think\":\"" + think + "\",";
        String answer = results.isEmpty() ? "" : ",\"obs\":[{\"tool_call_id\":\"x\",\"results\":" + results + "}]";
        return "{\"completion\":{\"message\":{%s\"tool_call\":[{\"name\":\"%s\",\"parameters\":{},\"tool_call_id\":\"x\"}]%s}}}"
                .formatted(thought, tool, answer);
    }

    @Test
    void glancesAtWhatAStepDoes() throws Exception {
        String lamp = String.join(",", List.of(
                step("I look for a lamp.", "find_product", "[{\"product_id\":\"11\"}]"),
                step("I look closer.", "view_product_information", "[{\"product_id\":\"11\"}]"),
                step("", "find_product", "null"),
                step("This one.", "recommend_product", "\"Recommended 11\""),
                step("", "terminate", "\"Ended\"")));
        assertEquals(
                List.of(
                        "Step 1: thinks, searches",
                        "Step 2: thinks, views products",
                        "Step 3: searches; a call failed in the harness",
                        "Step 4: thinks, recommends",
                        "Step 5: terminates"),
                words("[" + lamp + "]"));
    }

    @Test
    void marksBrokenMessagesAndMissingAnswers() throws Exception {
        assertEquals(
                List.of("Step 1: nothing; the model gave no reply", "Step 2: nothing; the model gave no reply"),
                words("[{\"completion\":{\"message\":null}},{\"completion\":{\"message\":{}}}]"));
        assertEquals(List.of("Step 1: nothing; the reply has no known form"), words("[{\"completion\":{\"message\":\"sorry\"}}]"));
        assertEquals(
                List.of("Step 1: thinks, calls another tool; a call has no answer"),
                words("[" + step("Hm.", "search_shop", "") + "]"));
    }
}
