package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

class RunTextsTest {
    private static Run run(String line) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(bytes, 0, bytes.length, new RunSource(Path.of("rollout_x.jsonl"), 1), "x");
    }

    private static final String STEP = """
            [{"prompt":[{"role":"system","content":"You shop."}],"completion":{"reasoning_content":"Red one","content":"raw","message":\
            {"think":"A red lamp","tool_call":[{"name":"find_product","parameters":{"q":"red lamp","page":1},"tool_call_id":"a"},\
            {"name":"click","parameters":{"value":"red"},"tool_call_id":"b"}],"obs":[{"tool_call_id":"a","results":[{"product_id":"11",\
            "title":"Lamp, red","price":34.5,"price_text":"$34.50","service":[]}]},{"tool_call_id":"b","results":{"state":{"colour":"red"}}}],\
            "response":"Buy the red one"}},"extra_info":{"query":"Find red","score":null,"raw":"RED"}},\
            {"prompt":[{"role":"user","content":"red red red"}],"completion":{"message":{"think":"Done"}},"extra_info":{"query":"Find red"}}]""";

    @Test
    void findsInThoughtsArgumentsAnswersAndResponses() throws Exception {
        List<Match> matches = FindInRun.all(run(STEP), TextQuery.of("red", false), false, Progress.NONE);
        assertEquals(
                List.of("THOUGHT 2", "REASONING 0", "CALL 16", "CALL 13", "RESPONSE 8"),
                matches.stream().filter(m -> m.part().kind() != Part.Kind.ANSWER).map(m -> m.part().kind() + " " + m.start()).toList());
        assertEquals(
                List.of(Part.ofItem(1, 1, 1), Part.ofCall(1, 2, Part.Kind.ANSWER)),
                matches.stream().map(Match::part).filter(part -> part.kind() == Part.Kind.ANSWER).toList());
    }

    @Test
    void leavesTheRepeatedPromptsOutAndTakesOtherFieldsWhenAsked() throws Exception {
        Run run = run(STEP);
        List<String> names = RunTexts.fields(run.steps().getFirst()).stream().map(text -> text.part().name()).toList();
        assertEquals(List.of("prompt[1].role", "prompt[1].content", "completion.content", "extra_info.query", "extra_info.raw"),
                names.stream()
                        .filter(name -> !name.startsWith("completion.message"))
                        .toList());
        assertEquals(List.of(), RunTexts.fields(run.steps().getLast()));
        assertEquals(1, FindInRun.all(run, TextQuery.of("RED", true), true, Progress.NONE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"product_alpha", "shop_alpha", "voucher_beta", "web_beta"})
    void everyTitleAndThoughtOfARealRunIsFound(String name) throws Exception {
        int titles = 0;
        for (String line : GoldenSet.lines(GoldenSet.file("rollout_" + name + ".jsonl.gz")).subList(0, 4)) {
            Run run = run(line);
            for (Step step : run.steps()) {
                Set<String> sought = new LinkedHashSet<>();
                step.think().filter(text -> !text.isBlank()).ifPresent(sought::add);
                step.calls().stream().flatMap(call -> call.observation().stream()).forEach(answer -> {
                    if (answer instanceof Observation.Found(var hits, _) && !hits.isEmpty()) {
                        sought.add(hits.getLast().title());
                    }
                });
                for (String text : sought) {
                    List<Match> matches = FindInRun.all(run, TextQuery.of(text.strip(), true), false, Progress.NONE);
                    assertTrue(matches.stream().anyMatch(match -> match.part().step() == step.number()), text);
                    titles++;
                }
            }
        }
        assertTrue(titles > 4, "the file has something to look for");
    }

    @Test
    void matchesStandWhereTheySay() throws Exception {
        for (String line : GoldenSet.lines(GoldenSet.rollouts("shop", "beta")).subList(0, 5)) {
            Run run = run(line);
            for (Step step : run.steps()) {
                for (PartText text : RunTexts.of(step, true)) {
                    for (TextQuery.Range range : TextQuery.of("sho", false).in(text.text())) {
                        assertEquals("sho", text.text().substring(range.start(), range.end()).toLowerCase(java.util.Locale.ROOT));
                    }
                }
            }
        }
    }

    @Test
    void showsAnswersOfOtherShopsAsProductsOrAsReadableText() throws Exception {
        Json products = JsonReader
                .read("[{\"product_id\":\"B1\",\"title\":\"Salt\",\"price\":29.9,\"currency\":\"USD\"}]".getBytes(StandardCharsets.UTF_8));
        ShownAnswer shown = ShownAnswer.of(new Observation.Other(products));
        assertTrue(shown instanceof ShownAnswer.Offers(var offers) && offers.getFirst().price().orElse("").equals("USD 29.9"),
                shown.toString());
        Json state = JsonReader
                .read("{\"cart\":[{\"id\":1,\"tags\":[\"a\",\"b\"]},{\"id\":2}],\"open\":true,\"note\":\"x\\ny\",\"none\":{}}"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                new ShownAnswer.Words("""
                        cart:
                          • id: 1
                            tags: a, b
                          • id: 2
                        open: true
                        note: x
                          y
                        none: nothing"""),
                ShownAnswer.of(new Observation.Other(state)));
    }

    @Test
    void keepsTheLinesOfAProgramInTheArguments() throws Exception {
        Run run = run("""
                [{"completion":{"message":{"tool_call":[{"name":"python_execute","parameters":{"code":"a = 1\\nprint(a)","n":2}}]}}}]""");
        assertEquals("code=\na = 1\nprint(a)\n\nn=2", RunTexts.arguments(run.steps().getFirst().calls().getFirst()));
    }

    @Test
    void countsTheKindsOfEvent() throws Exception {
        Run run = run("""
                [{"completion":{"message":{"think":"t","tool_call":[{"name":"a","parameters":{},"tool_call_id":"1"},\
                {"name":"b","parameters":{},"tool_call_id":"2"}],"obs":[{"tool_call_id":"1","results":null},{"tool_call_id":"2","results":"ok"}]}}},\
                {"completion":{"message":{}}},{"completion":{"message":{"response":"r"}}}]""");
        assertEquals(
                "{Thought[]=1, Calls[tool=a]=1, Calls[tool=b]=1, Answer[]=1, Response[]=1, Failure[]=2}", StepEvents.count(run).toString());
        assertFalse(StepEvents.anyShown(run.steps().getLast(), Set.of(new EventKind.Response())));
        assertTrue(StepEvents.anyShown(run.steps().getFirst(), Set.of(new EventKind.Thought())));
        assertEquals("1,3", run.steps().stream()
                .filter(step -> StepEvents.noReply(step).isEmpty())
                .map(step -> String.valueOf(step.number()))
                .collect(Collectors.joining(",")));
    }
}
