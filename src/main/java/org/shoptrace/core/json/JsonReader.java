package org.shoptrace.core.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads one JSON value, as strictly as Python's `json` does: `NaN` and the infinities pass, comments, single quotes
/// and trailing commas do not; of a repeated key the last value counts. Safe for use by several threads.
///
/// What is read has bounds: [JsonBounds]. A mark of the byte order before a value is passed over; bytes have to be UTF-8, in what is left
/// out too, so that every reading of the same bytes comes to the same verdict.
public final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(JsonBounds.constraints(JsonBounds.DEPTH))
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /// What ujson, the reader of the benchmark's own code, takes beyond JSON.
    private static final JsonFactory UJSON_FACTORY = JsonFactory.builder()
            .streamReadConstraints(JsonBounds.constraints(JsonBounds.UJSON_DEPTH))
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    private JsonReader() {}

    /// The value of a text.
    ///
    /// @throws JsonSyntaxException when `text` is not exactly one JSON value, or is beyond the bounds
    public static Json read(String text) throws JsonSyntaxException {
        return read(FACTORY, text);
    }

    /// The value of a text as bytes.
    ///
    /// @throws JsonSyntaxException when `utf8` is not exactly one JSON value, no valid UTF-8, or beyond the bounds
    public static Json read(byte[] utf8, int offset, int length) throws JsonSyntaxException {
        return read(utf8, offset, length, null, JsonBounds.ofLine());
    }

    /// As [#read(byte[], int, int)].
    public static Json read(byte[] utf8) throws JsonSyntaxException {
        return read(utf8, 0, utf8.length);
    }

    /// Reads `utf8` but leaves out every field named `key`, at any depth, so that long values which nobody looks at
    /// take no memory.
    ///
    /// @throws JsonSyntaxException as [#read(byte[], int, int)]; what is left out is checked and counted too
    public static Json readWithout(String key, byte[] utf8, int offset, int length) throws JsonSyntaxException {
        return read(utf8, offset, length, key, JsonBounds.ofLine());
    }

    static Json read(byte[] utf8, int offset, int length, @Nullable String leftOut, JsonBounds bounds) throws JsonSyntaxException {
        Utf8.check(utf8, offset, length);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return single(parser, new JsonValues(parser, leftOut, bounds));
        } catch (JacksonException e) {
            throw JsonSentences.of(e);
        }
    }

    /// All values of a text that holds several, one after the other, as a file of one value a line does.
    ///
    /// @throws JsonSyntaxException when something in it is no JSON value, or nothing is in it, or it is beyond the bounds
    public static List<Json> readAll(byte[] utf8, int offset, int length) throws JsonSyntaxException {
        Utf8.check(utf8, offset, length);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            JsonValues reader = new JsonValues(parser, null, JsonBounds.ofLine());
            List<Json> values = new ArrayList<>();
            while (parser.nextToken() != null) {
                values.add(reader.next());
            }
            if (values.isEmpty()) {
                throw new JsonSyntaxException("there is no JSON value, only white space", 1);
            }
            return values;
        } catch (JacksonException e) {
            throw JsonSentences.of(e);
        }
    }

    /// Reads `text` as ujson does, which the benchmark's code uses on what a model wrote: raw line breaks and tabs inside
    /// strings, leading zeros and `1.` pass as well.
    ///
    /// @throws JsonSyntaxException when that does not make exactly one JSON value of it
    public static Json readAsUjson(String text) throws JsonSyntaxException {
        return read(UJSON_FACTORY, text);
    }

    private static Json read(JsonFactory factory, String text) throws JsonSyntaxException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return single(parser, new JsonValues(parser, null, JsonBounds.ofLine()));
        } catch (JacksonException e) {
            throw JsonSentences.of(e);
        }
    }

    /// Reads the items of one JSON array, one by one: `items` gets each as soon as it is read, with the line that it starts
    /// on, counted from 1. The bounds are of an item.
    ///
    /// @throws JsonSyntaxException when `utf8` is not exactly one JSON array; the items before the fault have been handed over
    public static void readItems(byte[] utf8, ObjLongConsumer<Json> items) throws JsonSyntaxException {
        Utf8.check(utf8, 0, utf8.length);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new JsonSyntaxException("no JSON array starts here", 1);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long line = parser.currentTokenLocation().getLineNr();
                items.accept(new JsonValues(parser, null, JsonBounds.ofLine()).next(), line);
            }
            end(parser);
        } catch (JacksonException e) {
            throw JsonSentences.of(e);
        }
    }

    /// The keys of the first object of a text that may break off anywhere: of the object that it starts with, or of the first
    /// object in the array, or the array of arrays, that it starts with. The keys before the break or the first fault; none when it
    /// starts otherwise.
    public static Set<String> firstKeys(byte[] utf8, int offset, int length) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return keys(parser);
        } catch (JacksonException e) {
            // Its first bytes look like those of an encoding that there is not; so it starts otherwise.
            return Set.of();
        }
    }

    /// Whether an array or an object ends in a text that may break off anywhere, also within a word or a character.
    public static boolean endsWithin(byte[] utf8, int offset) {
        int depth = 0;
        boolean inString = false;
        for (int i = offset; i < utf8.length; i++) {
            byte b = utf8[i];
            if (inString) {
                i += b == '\\' ? 1 : 0;
                inString = b != '"';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth <= 0) {
                return true;
            }
        }
        return depth == 0;
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
                    if (keys.size() == JsonBounds.KEYS) {
                        return keys;
                    }
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

    /// As [#firstKeys(byte[], int, int)], of a value of any size.
    ///
    /// @param utf8 read as far as the value goes; stays open
    public static Set<String> keys(InputStream utf8) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            return keys(parser);
        } catch (JacksonException e) {
            // Its first bytes look like those of an encoding that there is not; so it starts otherwise.
            return Set.of();
        }
    }

    private static Json single(JsonParser parser, JsonValues values) throws JsonSyntaxException {
        if (parser.nextToken() == null) {
            throw new JsonSyntaxException("there is no JSON value, only white space", 1);
        }
        Json value = values.next();
        end(parser);
        return value;
    }

    private static void end(JsonParser parser) throws JsonSyntaxException {
        if (parser.nextToken() != null) {
            throw JsonSentences.at("text follows the JSON value", Optional.of(parser.currentTokenLocation()));
        }
    }
}
