package org.shoptrace.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
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

    private JsonReader() {}

    /// @throws JsonSyntaxException when `text` is not exactly one JSON value
    public static Json read(String text) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return single(parser);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /// @throws JsonSyntaxException when `utf8` is not exactly one JSON value, or no valid UTF-8
    public static Json read(byte[] utf8, int offset, int length) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length)) {
            return single(parser);
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    public static Json read(byte[] utf8) throws JsonSyntaxException {
        return read(utf8, 0, utf8.length);
    }

    /// Reads the value that starts at the parser's current token and leaves the parser on its last token.
    /// For readers that walk a large file themselves.
    public static Json readValue(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(readValue(parser));
                }
                yield new Json.Arr(items);
            }
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw new IllegalStateException("no value starts at " + token);
        };
    }

    private static Json.Obj readObject(JsonParser parser) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            fields.put(key, readValue(parser));
        }
        return new Json.Obj(fields);
    }

    private static Json single(JsonParser parser) throws JsonSyntaxException {
        if (parser.nextToken() == null) {
            throw new JsonSyntaxException("there is no JSON value, only white space", 1);
        }
        Json value = readValue(parser);
        if (parser.nextToken() != null) {
            throw new JsonSyntaxException(
                    "text follows the JSON value", parser.currentTokenLocation().getColumnNr());
        }
        return value;
    }

    private static JsonSyntaxException syntax(JacksonException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return new JsonSyntaxException(e.getOriginalMessage(), column);
    }
}
