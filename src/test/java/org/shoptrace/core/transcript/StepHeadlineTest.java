package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.trajectory.RunSource;

class StepHeadlineTest {
    private static String headline(String message) throws Exception {
        byte[] line = ("[{\"completion\":{\"message\":" + message.replace('\'', '"') + "},\"extra_info\":{\"step\":1,\"query\":\"q\"}}]")
                .getBytes(StandardCharsets.UTF_8);
        return StepHeadline.of(RunCodec.decode(line, 0, line.length, new RunSource(Path.of("a.jsonl"), 1), "m").steps().getFirst());
    }

    private static String call(String name, String parameters) throws Exception {
        return headline("{'think':'hm','tool_call':[{'name':'" + name + "','parameters':" + parameters + "}]}");
    }

    @Test
    void saysWhatIsDoneAndWithWhat() throws Exception {
        assertEquals("red lamp", call("find_product", "{'q':'red lamp','page':1}"));
        assertEquals("red lamp · page 3", call("find_product", "{'q':'red lamp','page':3}"));
        assertEquals("find_product page=2", call("find_product", "{'page':2}"));
        assertEquals("recommends 1,2", call("recommend_product", "{'product_ids':'1,2'}"));
        assertEquals("who made it", call("web_search", "{'query':'who made it'}"));
        assertEquals("click value=\"< Prev\"", call("click", "{'value':'< Prev'}"));
        assertEquals("ends", call("terminate", "{}"));
        assertEquals("views 7 +1", headline(
                "{'tool_call':[{'name':'view_product_information','parameters':{'product_ids':'7'}},"
                        + "{'name':'terminate','parameters':{}}]}"));
    }

    @Test
    void saysWhatWasSaidOrThoughtElse() throws Exception {
        assertEquals("Here it is.", headline("{'think':'hm','response':'Here\\nit   is.'}"));
        assertEquals("hm", headline("{'think':'hm'}"));
        assertTrue(headline("null").length() > 3);
        assertEquals(160, headline("{'think':'" + "long ".repeat(100) + "'}").length());
    }
}
