package org.shoptrace.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.PythonJsonWriter;
import org.shoptrace.model.json.Json;

class PythonTextTest {

    /// Values as JSON, each with what Python 3.11 wrote for it: `{"json", "str", "repr", "dumps"}` a line.
    static List<Json.Obj> values() throws Exception {
        try (InputStream in = Objects.requireNonNull(PythonTextTest.class.getResourceAsStream("/python/values.jsonl"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Json.Obj> values = new java.util.ArrayList<>();
            for (String line : text.lines().toList()) {
                values.add((Json.Obj) JsonReader.read(line));
            }
            return values;
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesValuesAsPythonDoes(Json.Obj row) throws Exception {
        Json value = JsonReader.read(row.text("json").orElseThrow());
        assertEquals(row.text("str").orElseThrow(), PythonText.str(value));
        assertEquals(row.text("repr").orElseThrow(), PythonText.repr(value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesJsonTextAsPythonDoes(Json.Obj row) throws Exception {
        String python = row.text("dumps").orElseThrow();
        assertEquals(python, PythonJsonWriter.json(JsonReader.read(python)));
    }

    @Test
    void writesJsonTextAsUjsonDoes() throws Exception {
        Json value = JsonReader.read("{\"q\": \"1/2 \\u20b1 \\ud83d\\ude00 \\\"x\\\"\", \"page\": [1, 1.0, null, true]}");
        assertEquals(
                "{\"q\":\"1\\/2 \\u20b1 \\ud83d\\ude00 \\\"x\\\"\",\"page\":[1,1.0,null,true]}", PythonJsonWriter.ujson(value));
    }

    @Test
    void stripsPythonsWhiteSpaceAndNoMore() {
        assertEquals("x", PythonText.strip("\u00a0\u3000\u0085\u001c\t\r\n x\u2028\u202f \u1680"));
        assertEquals("\u200bx\ufeff", PythonText.strip("\u200bx\ufeff"));
        assertTrue(PythonText.strip(" \u00a0").isEmpty());
    }
}
