package org.shoptrace.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.json.Json;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {
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
}
