package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

class StepEncoderTest {
    private static final Json.Obj CUP = Json.Obj.EMPTY.with("q", Json.of("1/2 cup"));

    @Test
    void repeatsTheWholeDialogueInEveryPrompt() {
        StepEncoder encoder = new StepEncoder("system", "a cup");
        encoder.add(Turn.of("hm", List.of(new Exchange("find_product", CUP, Optional.of(Json.NULL))), "", 1L));
        encoder.add(Turn.of("", List.of(new Exchange("search_shop", CUP, Optional.empty())), "wait", 2L));
        String id = ToolCallId.of("find_product", CUP);
        assertEquals(
                "# Dialogue Records History\n<user>a cup</user>\n\n<think>hm</think>\n"
                        + "<tool_call>[{\"name\":\"find_product\",\"parameters\":{\"q\":\"1\\/2 cup\"},"
                        + "\"tool_call_id\":\"" + id + "\"}]</tool_call>\n"
                        + "<obs>[{\"tool_call_id\":\"" + id + "\",\"results\":null}]</obs>\n\n"
                        + "<tool_call>[{\"name\":\"search_shop\",\"parameters\":{\"q\":\"1\\/2 cup\"},\"tool_call_id\":\""
                        + ToolCallId.of("search_shop", CUP) + "\"}]</tool_call>\n<response>wait</response>",
                ((Json.Obj) encoder.prompt().items().get(1)).text("content").orElseThrow());
    }

    @Test
    void givesStepsThatReadAsTheyWereMade() {
        Step step = new StepEncoder("system", "a cup")
                .add(Turn.of("hm", List.of(new Exchange("find_product", CUP, Optional.of(new Json.Arr(List.of())))), "", 7L));
        assertEquals(Optional.of("a cup"), step.query());
        assertEquals(Optional.of(new Json.Num("7")), step.timestamp());
        assertEquals(
                new ToolCall(
                        1,
                        "find_product",
                        CUP,
                        Optional.of(ToolCallId.of("find_product", CUP)),
                        Optional.of(new Observation.Found(List.of(), new Json.Arr(List.of())))),
                step.calls().getFirst());
        MessageTags tags = MessageTags.parse(step.content().orElseThrow(), "");
        assertEquals(step.think(), tags.think());
        assertEquals(List.of(new MessageTags.Call("find_product", CUP)), tags.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "product_alpha", "product_beta", "web_alpha", "web_beta", "shop_alpha", "shop_beta", "voucher_alpha", "voucher_beta"
            })
    void buildsEveryStepOfTheReferenceAgain(String name) throws Exception {
        for (String line : GoldenSet.lines(GoldenSet.file("rollout_" + name + ".jsonl.gz"))) {
            Json.Arr steps = (Json.Arr) JsonReader.read(line);
            Step first = StepCodec.decode(steps.items().getFirst(), 1);
            StepEncoder encoder = new StepEncoder("You are a shopping assistant.", first.query().orElseThrow());
            for (int i = 0; i < steps.items().size(); i++) {
                Step step = StepCodec.decode(steps.items().get(i), i + 1);
                assertEquals(steps.items().get(i), encoder.add(turn(step)).source());
            }
        }
    }

    private static Turn turn(Step step) {
        List<Exchange> exchanges = step.calls().stream()
                .map(call -> new Exchange(
                        call.name(), (Json.Obj) call.parameters(), call.observation().map(Observation::results)))
                .toList();
        return new Turn(
                step.think().orElse(""),
                exchanges,
                step.response().orElse(""),
                step.content().orElseThrow(),
                step.reasoning().orElse(""),
                Long.parseLong(step.timestamp().orElseThrow().text()));
    }
}
