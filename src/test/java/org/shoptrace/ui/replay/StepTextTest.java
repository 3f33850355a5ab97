package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.CallText;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.core.transcript.RunTexts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.ScoreText;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What calls and answers say of themselves on the cards.
class StepTextTest {
    private final ReplayFixture fixture = new ReplayFixture(new DirectJobRunner());

    private static ToolCall find(String parameters) throws Exception {
        return new ToolCall(1, ToolCall.FIND_PRODUCT, JsonReader.read(parameters), Optional.empty(), Optional.empty());
    }

    @Test
    void writesCallsForReadingAndForCopying() throws Exception {
        ToolCall call = find("{\"q\":\"men's lamp\",\"page\":1}");
        assertEquals("q=\"men's lamp\" page=1", RunTexts.arguments(call));
        assertEquals("{\"name\":\"find_product\",\"parameters\":{\"q\":\"men's lamp\",\"page\":1}}", CallText.call(call));
        assertEquals("[1]", RunTexts.arguments(find("[1]")));
    }

    @Test
    void sendsASearchAgainAsItWentOverTheWire() throws Exception {
        assertEquals(
                Optional.of(new FindRequest("lamp", "2", null, "0-300", "order", "COD,official")),
                ToolRequest.find(find(
                        "{\"q\":\"lamp\",\"page\":2,\"shop_id\":null,\"price\":\"0-300\",\"sort\":\"order\","
                                + "\"service\":\"COD,official\"}")));
    }

    @Test
    void offersNoSearchWhereTheParametersAreNoRequest() throws Exception {
        assertTrue(ToolRequest.find(find("{\"page\":1}")).isEmpty());
        assertTrue(ToolRequest.find(find("{\"q\":[\"lamp\"],\"page\":1}")).isEmpty());
        assertTrue(ToolRequest.find(find("\"lamp\"")).isEmpty());
        assertTrue(ToolRequest.find(new ToolCall(1, "search_shop", Json.Obj.EMPTY, Optional.empty(), Optional.empty())).isEmpty());
    }

    @Test
    void sumsUpAnswersAndSaysWhereTheTargetsAre() throws Exception {
        List<Step> steps = fixture.run("alpha", ReplayFixture.lampSteps("11")).steps();
        List<String> summaries = steps.stream().map(step -> AnswerText.summary(step.calls().getFirst(), Set.of("12"))).toList();
        assertEquals(
                List.of("2 products, target at place 2", "1 product viewed", "null: failed in the harness", "Recommended 11", "Ended"),
                summaries);
        assertTrue(AnswerText.trouble(steps.get(2).calls().getFirst()).orElseThrow().contains("harness"));
    }

    @Test
    void writesFiguresAsTheEvaluatorDoesWithoutTrailingZeros() {
        assertEquals("0.667", ScoreText.figure(2.0 / 3));
        assertEquals("1", ScoreText.figure(1));
        assertEquals("0.5", ScoreText.figure(0.5));
        assertEquals("0.062", ScoreText.figure(0.0625));
    }
}
