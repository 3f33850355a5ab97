package org.shoptrace.core.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads one JSON value, as strictly as Python's `json` does: `NaN` and the infinities pass, comments, single quotes
/// and trailing commas do not; of a repeated key the last value counts. Safe for use by several threads.
public final class JsonReader {
    /// A rollout line repeats its whole history in every step, so strings of many megabytes are normal.
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /// What ujson, the reader of the benchmark's own code, takes beyond JSON.
    private static final JsonFactory UJSON_FACTORY = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    private JsonReader() {}

    /// The value of a text.
    ///
    /// @throws JsonSyntaxException when `text` is not exactly one JSON value
    public static Json read(String text) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return single(parser, null);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// The value of a text as bytes.
    ///
    /// @throws JsonSyntaxException when `utf8` is not exactly one JSON value, or no valid UTF-8
    public static Json read(byte[] utf8, int offset, int length) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return single(parser, null);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    public static Json read(byte[] utf8) throws JsonSyntaxException {
        return read(utf8, 0, utf8.length);
    }

    /// Reads `utf8` but leaves out every field named `key`, at any depth, so that long values which nobody looks at
    /// take no memory.
    ///
    /// @throws JsonSyntaxException as [#read(byte[], int, int)]; what is left out is checked too
    public static Json readWithout(String key, byte[] utf8, int offset, int length) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return single(parser, key);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// All values of a text that holds several, one after the other, as a file of one value a line does.
    ///
    /// @throws JsonSyntaxException when something in it is no JSON value, or nothing is in it
    public static List<Json> readAll(byte[] utf8, int offset, int length) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            List<Json> values = new ArrayList<>();
            while (parser.nextToken() != null) {
                values.add(readValue(parser));
            }
            if (values.isEmpty()) {
                throw new JsonSyntaxException("there is no JSON value, only white space", 1);
            }
            return values;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// Reads `text` as ujson does, which the benchmark's code uses on what a model wrote: raw line breaks and tabs inside
    /// strings, leading zeros and `1.` pass as well.
    ///
    /// @throws JsonSyntaxException when that does not make exactly one JSON value of it
    public static Json readAsUjson(String text) throws JsonSyntaxException {
        try (JsonParser parser = UJSON_FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return single(parser, null);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// Reads the items of one JSON array, one by one: `items` gets each as soon as it is read, with the line that it starts
    /// on, counted from 1.
    ///
    /// @throws JsonSyntaxException when `utf8` is not exactly one JSON array; the items before the fault have been handed over
    public static void readItems(byte[] utf8, ObjLongConsumer<Json> items) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new JsonSyntaxException("no JSON array starts here", 1);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long line = parser.currentTokenLocation().getLineNr();
                items.accept(readValue(parser), line);
            }
            end(parser);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// The keys of the first object of a text that may break off anywhere: of the object that it starts with, or of the first
    /// object in the array, or the array of arrays, that it starts with. The keys before the break or the first fault; none when it
    /// starts otherwise.
    public static Set<String> firstKeys(byte[] utf8, int offset, int length) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return keys(parser);
        }
    }

    /// Whether a value ends in a text that may break off, or whether something is wrong in it before.
    public static boolean endsWithin(byte[] utf8, int offset) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, utf8.length - offset)) {
            parser.nextToken();
            parser.skipChildren();
            return true;
        } catch (UnexpectedEndOfInputException e) {
            return false;
        } catch (JacksonException e) {
            // Between the entries of an object the parser reports the end as it reports bad characters.
            return !e.getOriginalMessage().startsWith("Unexpected end-of-input");
        }
    }

    private static Set<String> keys(JsonParser parser) {
        Set<String> keys = new LinkedHashSet<>();
        try {
            JsonToken token = parser.nextToken();
            for (int arrays = 0; arrays < 2 && token == JsonToken.START_ARRAY; arrays++) {
                token = parser.nextToken();
            }
            if (token == JsonToken.START_OBJECT) {
                for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                    keys.add(key);
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // The text breaks off or is no JSON from here on; what was seen before tells what it is.
            return keys;
        }
        return keys;
    }

    /// As [#firstKeys(byte[], int, int)], of a value of any size; all of its keys.
    ///
    /// @param utf8 read as far as the value goes; stays open
    public static Set<String> keys(InputStream utf8) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            return keys(parser);
        }
    }

    /// Reads the value that starts at the parser's current token and leaves the parser on its last token.
    /// For readers that walk a large file themselves.
    public static Json readValue(JsonParser parser) {
        return readValue(parser, null);
    }

    private static Json readValue(JsonParser parser, @Nullable String leftOut) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> readObject(parser, leftOut);
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(readValue(parser, leftOut));
                }
                yield new Json.Arr(items);
            }
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw new IllegalStateException("no value starts at " + token);
        };
    }

    /// Jackson's own `INF` is no number to Python.
    private static Json.Num number(JsonParser parser) {
        String text = parser.getString();
        if (text.endsWith("INF")) {
            throw new StreamReadException(parser, "unexpected " + text + ", the infinities are written Infinity and -Infinity");
        }
        return new Json.Num(text);
    }

    private static Json.Obj readObject(JsonParser parser, @Nullable String leftOut) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            if (key.equals(leftOut)) {
                parser.skipChildren();
            } else {
                fields.put(key, readValue(parser, leftOut));
            }
        }
        return new Json.Obj(fields);
    }

    private static Json single(JsonParser parser, @Nullable String leftOut) throws JsonSyntaxException {
        if (parser.nextToken() == null) {
            throw new JsonSyntaxException("there is no JSON value, only white space", 1);
        }
        Json value = readValue(parser, leftOut);
        end(parser);
        return value;
    }

    private static void end(JsonParser parser) throws JsonSyntaxException {
        if (parser.nextToken() != null) {
            throw new JsonSyntaxException(
                    "text follows the JSON value", parser.currentTokenLocation().getColumnNr());
        }
    }

    private static JsonSyntaxException syntax(JacksonException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return new JsonSyntaxException(e.getOriginalMessage(), column);
    }
}
