package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.json.Json;

/// Sentence by sentence: what `src/site/markdown/scoring.md` says about `format`.
class FormatRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<think>a</think><response>b</response>",
                    "before <response></response> between <think></think> after",
                    "<think></think><tool_call>[]</tool_call>",
                    "<think></think><tool_call> [{\"name\":\"f\",\"parameters\":{}}]\n</tool_call><response>r</response>",
                    "<think></think><tool_call>[{\"name\":\"f\",\"parameters\":{\"a\":\"x\ty\nz\"}}]</tool_call>",
                    "<think></think><tool_call>[{\"name\":\"f\",\"parameters\":{"
                            + "\"b\":007,\"c\":1.,\"d\":[NaN,Infinity,-Infinity]}}]</tool_call>",
                    "<think></think><tool_call>[{\"name\":1,\"name\":\"f\",\"parameters\":{},\"more\":null}]</tool_call>",
                    "<think> < think > </ think></think><response></response>"
            })
    void isWellFormed(String text) {
        assertEquals(true, FormatRule.isWellFormed(text, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "", "plain text", "<think>only</think>", "<response>only</response>",
                    "<think>a</think><think>b</think><response>c</response>",
                    "<think>a</think></think><response>c</response>",
                    "</think><think><response>c</response>",
                    "<think>a<response>c</response></think>",
                    "<think>a<response>b</think>c</response>",
                    "<think>a</think><response>c",
                    "<think></think><tool_call></tool_call>",
                    "<think></think><tool_call>{\"name\":\"f\",\"parameters\":{}}</tool_call>",
                    "<think></think><tool_call>[1]</tool_call>",
                    "<think></think><tool_call>[\"name parameters\"]</tool_call>",
                    "<think></think><tool_call>[{\"name\":\"f\"}]</tool_call>",
                    "<think></think><tool_call>[{\"name\":\"f\",\"parameters\":[]}]</tool_call>",
                    "<think></think><tool_call>[{\"name\":null,\"parameters\":{}}]</tool_call>",
                    "<think></think><tool_call>[{\"name\":\"f\",\"parameters\":{}},]</tool_call>",
                    "<think></think><tool_call>[{'name':'f','parameters':{}}]</tool_call>",
                    "<think></think><tool_call>[] // none</tool_call>",
                    "<think></think><tool_call>calls: []</tool_call>",
                    "<think></think><tool_call>[{\"name\":\"f\",\"parameters\":{\"a\":INF}}]</tool_call>"
            })
    void isNotWellFormed(String text) {
        assertEquals(false, FormatRule.isWellFormed(text, false));
    }

    @Test
    void withoutThoughtsNothingButTheCallsIsLookedAt() {
        assertEquals(true, FormatRule.isWellFormed("</think><tool_call>[]</tool_call><response>", true));
        assertEquals(true, FormatRule.isWellFormed("<think><tool_call>[]</tool_call></think>", true));
        assertEquals(false, FormatRule.isWellFormed("<think></think><response></response>", true));
    }

    @Test
    void aMessageIsWrittenBackRoleByRole() throws Exception {
        Json.Obj message = (Json.Obj) ScoreFixtures.json(
                "{'response':'r','obs':[],'tool_call':[{'name':'f','parameters':{'u':'a/b'}}],'user':'u','think':'t'}");
        assertEquals(
                "<think>t</think>\n<tool_call>[{\"name\":\"f\",\"parameters\":{\"u\":\"a\\/b\"}}]</tool_call>\n<response>r</response>",
                FormatRule.written(message));
        assertEquals("", FormatRule.written((Json.Obj) ScoreFixtures.json("{'think':'','tool_call':[]}")));
    }

    @Test
    void aClosingTagInsideAnArgumentDoesNotCountAndAnOpeningOneDoes() throws Exception {
        assertEquals(true, written("{'think':'t','tool_call':[{'name':'f','parameters':{'q':'a </think> b </tool_call>'}}]}"));
        assertEquals(false, written("{'think':'t','tool_call':[{'name':'f','parameters':{'q':'a <think> b'}}]}"));
    }

    private static boolean written(String message) throws Exception {
        return FormatRule.isWellFormed(FormatRule.written((Json.Obj) ScoreFixtures.json(message)), false);
    }
}
