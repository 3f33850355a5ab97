package org.shoptrace.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.json.Json;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "null", "true", "\"a\\n\\u00e9\"", "[1,1.0,1e3,-0.5,NaN,-Infinity,12345678901234567890123]",
                    "{\"b\":1,\"a\":{\"c\":[[],{}]}}"
            })
    void writesWhatItRead(String text) throws Exception {
        Json value = JsonReader.read(text);
        assertEquals(value, JsonReader.read(JsonWriter.compact(value)));
        assertEquals(value, JsonReader.read(JsonWriter.indented(value)));
    }

    @Test
    void keepsTheFormOfNumbersAndTheOrderOfKeys() throws Exception {
        assertEquals("{\"z\":1.0,\"a\":100}", JsonWriter.compact(JsonReader.read("{\"z\": 1.0, \"a\": 100}")));
        assertNotEquals(JsonReader.read("1"), JsonReader.read("1.0"));
    }

    @Test
    void indentsForPeople() throws Exception {
        assertEquals(
                "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}",
                JsonWriter.indented(JsonReader.read("{\"a\":[1,{}],\"b\":[]}")));
    }

    @Test
    void takesTheLastOfRepeatedKeys() throws Exception {
        assertEquals(JsonReader.read("{\"a\":2}"), JsonReader.read("{\"a\":1,\"a\":2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[1,]", "{'a':1}", "[1] 2", "{\"a\":1", "01", "\"\n\"", "// c\n1", "INF", "-INF"})
    void refusesWhatIsNoJson(String text) {
        assertThrows(JsonSyntaxException.class, () -> JsonReader.read(text));
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] bytes = "\"aXb\"".getBytes(StandardCharsets.US_ASCII);
        bytes[2] = (byte) 0xff;
        assertThrows(JsonSyntaxException.class, () -> JsonReader.read(bytes));
    }

    @Test
    void readsStringsOfManyMegabytes() throws Exception {
        String big = "x".repeat(30_000_000);
        assertEquals(new Json.Arr(List.of(Json.of(big))), JsonReader.read("[\"" + big + "\"]"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void leavesOutFieldsAtAnyDepthButStillChecksThem() throws Exception {
        byte[] text = utf8("{\"a\":1,\"long\":[{\"a\":[2]}],\"b\":[{\"long\":\"x\",\"c\":3}]}");
        assertEquals(JsonReader.read("{\"a\":1,\"b\":[{\"c\":3}]}"), JsonReader.readWithout("long", text, 0, text.length));
        byte[] bad = utf8("{\"long\":\"X\"}");
        bad[9] = (byte) 0xff;
        assertThrows(JsonSyntaxException.class, () -> JsonReader.readWithout("long", bad, 0, bad.length));
    }

    @Test
    void readsWhatUjsonReads() throws Exception {
        assertEquals(Json.texts(List.of("a\tb\nc")), JsonReader.readAsUjson("[\"a\tb\nc\"]"));
        List<Json> numbers = ((Json.Arr) JsonReader.readAsUjson("[007, 1., NaN]")).items();
        assertEquals(List.of(7.0, 1.0, Double.NaN), numbers.stream().map(n -> ((Json.Num) n).asDouble()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,]", "['a']", "[1] 2", "/* c */ [1]", "[1"})
    void refusesWhatUjsonRefuses(String text) {
        assertThrows(JsonSyntaxException.class, () -> JsonReader.readAsUjson(text));
    }

    @Test
    void handsOverItemsWithTheirLinesUpToAFault() {
        List<String> items = new ArrayList<>();
        assertThrows(
                JsonSyntaxException.class,
                () -> JsonReader.readItems(
                        utf8("[1,\n\n {\"a\":\n2}, [3]\n,}"), (item, line) -> items.add(line + ":" + JsonWriter.compact(item))));
        assertEquals(List.of("1:1", "3:{\"a\":2}", "4:[3]"), items);
        assertThrows(JsonSyntaxException.class, () -> JsonReader.readItems(utf8("{}"), (_, _) -> {}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "{\"a\":[{\"x\":1}],\"b\":2}|[a, b]", "[{\"a\":1,\"b\":\"cut|[a, b]", " [ {\"a\":1 ?|[a]", "[[{\"a\":1}]]|[a]",
                    "[[[{\"a\":1}]]]|[]", "7|[]", "''|[]"
            })
    void findsTheFirstKeysOfATextThatMayBreakOff(String text, String keys) {
        byte[] bytes = utf8(text);
        assertEquals(keys, JsonReader.firstKeys(bytes, 0, bytes.length).toString());
    }
}
