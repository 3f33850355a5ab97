package org.shoptrace.core.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Makes values of what a parser finds, without recursion, and counts what they take.
final class JsonValues {
    private final JsonParser parser;
    private final @Nullable String leftOut;
    private final JsonBounds bounds;

    /// @param leftOut the key of fields that are checked and not kept; none when null
    JsonValues(JsonParser parser, @Nullable String leftOut, JsonBounds bounds) {
        this.parser = parser;
        this.leftOut = leftOut;
        this.bounds = bounds;
    }

    /// What is not closed yet.
    private sealed interface Open {
        void add(Json value);

        Json closed();
    }

    private record OpenArray(List<Json> items) implements Open {
        @Override
        public void add(Json value) {
            items.add(value);
        }

        @Override
        public Json closed() {
            return new Json.Arr(items);
        }
    }

    private static final class OpenObject implements Open {
        private final SequencedMap<String, Json> fields = new LinkedHashMap<>();
        private String key = "";

        @Override
        public void add(Json value) {
            fields.put(key, value);
        }

        @Override
        public Json closed() {
            return new Json.Obj(fields);
        }
    }

    /// Reads the value that starts at the parser's current token and leaves the parser on its last one.
    Json next() throws JsonSyntaxException {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            Json value = null;
            JsonToken token = parser.currentToken();
            count(token);
            switch (token) {
                case START_OBJECT -> open.push(new OpenObject());
                case START_ARRAY -> open.push(new OpenArray(new ArrayList<>()));
                case PROPERTY_NAME -> name(open.element());
                case END_OBJECT, END_ARRAY -> value = open.pop().closed();
                default -> value = scalar(token);
            }
            if (value != null) {
                if (open.isEmpty()) {
                    return value;
                }
                open.element().add(value);
            }
            parser.nextToken();
        }
    }

    private void name(Open object) throws JsonSyntaxException {
        String key = parser.currentName();
        if (object instanceof OpenObject fields && !key.equals(leftOut)) {
            fields.key = key;
            return;
        }
        for (int depth = 0;;) {
            JsonToken token = parser.nextToken();
            count(token);
            if (token.isNumeric()) {
                number();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0 && token != JsonToken.PROPERTY_NAME) {
                return;
            }
        }
    }

    private void count(JsonToken token) throws JsonSyntaxException {
        bounds.count(switch (token) {
            case START_OBJECT -> JsonBounds.OBJECT;
            case START_ARRAY -> JsonBounds.ARRAY;
            case PROPERTY_NAME -> JsonBounds.FIELD;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonBounds.SCALAR;
            default -> Integer.BYTES;
        });
    }

    private Json scalar(JsonToken token) throws JsonSyntaxException {
        return switch (token) {
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw new IllegalStateException("no value starts at " + token);
        };
    }

    /// The library's `INF` and `+Infinity` are no numbers to Python.
    private Json.Num number() throws JsonSyntaxException {
        String text = parser.getString();
        char last = text.charAt(text.length() - 1);
        if (last == 'F' || text.charAt(0) == '+') {
            throw JsonSentences.at(
                    "`" + text + "` is no number, the infinities are written `Infinity` and `-Infinity`",
                    Optional.of(parser.currentTokenLocation()));
        }
        if (text.length() > JsonBounds.DIGITS) {
            throw JsonSentences.at("a number of more than 4,300 digits", Optional.of(parser.currentTokenLocation()));
        }
        return new Json.Num(text);
    }
}
