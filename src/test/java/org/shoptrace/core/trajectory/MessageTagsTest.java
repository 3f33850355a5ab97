package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            <think>a</think>|a
            x<think> a b </think><think>c</think>|a b
            <think></think>b</think>|</think>b
            <think>a<think>b</think>|a<think>b
            <think>a|reasoned
            <think> </think>|reasoned
            plain|reasoned
            """)
    void takesTheFirstShortestMatchElseTheReasoning(String content, String think) {
        assertEquals(Optional.of(think), MessageTags.parse(content, "reasoned").think());
    }

    @Test
    void allowsLineBreaksAndTrims() {
        assertEquals(Optional.of("a\nb"), MessageTags.parse("<response>\u00a0\na\nb\n</response>", "").response());
        assertEquals(Optional.empty(), MessageTags.parse("", "").think());
    }

    private static List<String> names(String toolCall) {
        return MessageTags.parse("<tool_call>" + toolCall + "</tool_call>", "").calls().stream()
                .map(MessageTags.Call::name)
                .toList();
    }

    @Test
    void takesASingleObjectAsAnArrayOfOne() {
        assertEquals(List.of("a"), names("{\"name\":\"a\",\"parameters\":{}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"b\"}", "7", "{\"name\":\"b\",\"parameters\":[]}", "{\"name\":1,\"parameters\":{}}"})
    void keepsTheCallsBeforeTheFirstBadOne(String bad) {
        assertEquals(
                List.of("a"), names("[{\"name\":\"a\",\"parameters\":{}}," + bad + ",{\"name\":\"c\",\"parameters\":{}}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\":\"a\",\"parameters\":{}},]", "[{'name':'a','parameters':{}}]", "[{\"name\":\"a\"", "see"})
    void findsNoCallsInBadJson(String text) {
        assertEquals(List.of(), names(text));
    }

    @Test
    void readsTheJsonAsUjsonDoes() {
        assertEquals(List.of("a"), names("[{\"name\":\"a\",\"parameters\":{\"q\":\"two\nlines\",\"page\":01,\"x\":NaN}}]"));
    }
}
