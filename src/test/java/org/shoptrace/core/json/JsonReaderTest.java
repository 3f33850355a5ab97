package org.shoptrace.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    @ParameterizedTest
    @ValueSource(strings = {"[1, tr", "{\"a\": nul", "[-", "[\"a\\", "{\"a\": \"]}\"", "[[]", "[\"\\\"]"})
    void doesNotEndWhereItBreaksOff(String broken) {
        assertFalse(JsonReader.endsWithin(broken.getBytes(StandardCharsets.UTF_8), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\": \"]\"} {", "[[]]\n[", "{\"a\": [1]}"})
    void endsWhereItIsClosed(String whole) {
        assertTrue(JsonReader.endsWithin(whole.getBytes(StandardCharsets.UTF_8), 0));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void readsWhatIsNestedAsDeepAsPythonReadsAndWritesItAgain() throws Exception {
        Json deep = JsonReader.read(nested(JsonBounds.DEPTH));
        assertEquals(deep, JsonReader.read(JsonWriter.compact(deep)));
        assertEquals(deep.hashCode(), JsonReader.read(utf8(nested(JsonBounds.DEPTH))).hashCode());
        assertEquals("nested too deep to be held in memory", refusal(utf8(nested(100_000))));
        assertEquals("nested too deep to be held in memory", refusal(utf8("[".repeat(10_000_000))));
    }

    @Test
    void readsNumbersAsLongAsPythonMakes() throws Exception {
        String digits = "9".repeat(4300);
        assertEquals(new Json.Num(digits), JsonReader.read(digits));
        assertEquals("a number of more than 4,300 digits (column 2)", refusal(utf8("[" + digits + "9]")));
        byte[] leftOut = utf8("{\"a\":" + digits + "9}");
        assertThrows(JsonSyntaxException.class, () -> JsonReader.readWithout("a", leftOut, 0, leftOut.length));
    }

    /// Ten million numbers, and as many objects as make a gigabyte.
    @Test
    void refusesWhatIsTooDenseBeforeMemoryIsFull() throws Exception {
        long heap = Runtime.getRuntime().maxMemory();
        int numbers = (int) (heap / 8 / JsonBounds.SCALAR) + 10;
        String dense = "[" + "1,".repeat(numbers) + "1]";
        assertEquals("the value has too many parts, it is too large to be held in memory", refusal(utf8(dense)));
        byte[] leftOut = utf8("{\"a\":" + dense + "}");
        assertThrows(JsonSyntaxException.class, () -> JsonReader.readWithout("a", leftOut, 0, leftOut.length));
    }

    /// A reading that leaves a field out comes to the verdict of one that does not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "-INF", "INF", "+Infinity", "+1", "01", "\"\\x\"", "\"\t\"", "{a:1}", "\"\u00ed\u00a0\u00bd\"", "\"\u00c0\u0080\"",
                    "[1,]"
            })
    void checksWhatItLeavesOutAsWhatItReads(String value) {
        byte[] bad = ("{\"a\":" + value + "}").getBytes(StandardCharsets.ISO_8859_1);
        String whole = refusal(bad);
        JsonSyntaxException without = assertThrows(JsonSyntaxException.class, () -> JsonReader.readWithout("a", bad, 0, bad.length));
        assertEquals(whole, without.getMessage());
    }

    private static String refusal(byte[] text) {
        return String.valueOf(assertThrows(JsonSyntaxException.class, () -> JsonReader.read(text)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                    "(|`(` where a value is expected (column 1)", "[1 2]|`2` where a comma is expected (column 4)",
                    "[1|the text ends inside a JSON value (column 3)", "{\"a\":|the text ends inside a JSON value (column 6)",
                    "{a:1}|`a` where a key in double quotes is expected (column 2)",
                    "{\"a\" 1}|`1` where a colon is expected (column 6)", "hello|`hello` is no JSON value (column 1)",
                    "[01]|a number starts with a zero (column 3)", "[1.]|`]` inside a number (column 4)",
                    "[}|`}` closes what is not open (column 2)", "\"\\x\"|`x` after a backslash (column 3)",
                    "\"\\u12g4\"|`g` inside an escaped character (column 6)",
                    "[1] 2|text follows the JSON value (column 5)", "[-INF]|`-INF` is no number, the infinities are written `Infinity`"
                            + " and `-Infinity` (column 2)"
            })
    void saysWhatIsWrongInItsOwnWords(String text, String sentence) {
        assertEquals(sentence, refusal(utf8(text)));
    }

    @Test
    void namesOtherEncodings() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals("this is UTF-16 text, not UTF-8", refusal("[1]".getBytes(charset)));
        }
        assertEquals("half a character (a surrogate), which UTF-8 cannot hold (column 2)",
                refusal(new byte[] {'"', (byte) 0xed, (byte) 0xa0,
                        (byte) 0xbd, '"'}));
        assertEquals("bytes that are no UTF-8 (column 2)", refusal(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}));
    }

    @Test
    void passesOverAMarkOfTheByteOrder() throws Exception {
        assertEquals(JsonReader.read("[1]"), JsonReader.read(utf8("\uFEFF[1]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ude00k", "k\\ud83d", "\\ud83d\\n"})
    void namesHalfACharacterInAKey(String key) {
        String text = "{\"" + key + "\":1}";
        String bytes = refusal(utf8(text));
        assertTrue(bytes.startsWith("half a character (a surrogate) in a key"), bytes);
        JsonSyntaxException said = assertThrows(JsonSyntaxException.class, () -> JsonReader.read(text));
        assertTrue(String.valueOf(said.getMessage()).startsWith("half a character (a surrogate) in a key"), said::toString);
    }

    @Test
    void writesHalfACharacterSoThatItComesBack() throws Exception {
        Json halves = JsonReader.read("{\"half\":\"\\ude00a\\ud83d\",\"whole\":\"\\ud83d\\ude00\"}");
        byte[] written = utf8(JsonWriter.compact(halves));
        assertEquals(halves, JsonReader.read(written));
        assertEquals("{\"half\":\"\\ude00a\\ud83d\",\"whole\":\"\ud83d\ude00\"}", new String(written, StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatLookLikeAnEncodingThatThereIsNotHaveNoKeys() {
        for (byte[] start : List.of(new byte[] {0, 0, 0x33, 0}, new byte[] {0, 0x33, 0, 0}, new byte[] {0, 0, (byte) 0xff, (byte) 0xfe})) {
            assertEquals(Set.of(), JsonReader.firstKeys(start, 0, start.length));
            assertEquals(Set.of(), JsonReader.keys(new ByteArrayInputStream(start)));
            assertThrows(JsonSyntaxException.class, () -> JsonReader.read(start));
        }
    }
}
