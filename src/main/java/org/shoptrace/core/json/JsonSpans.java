package org.shoptrace.core.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Where the values of a JSON file lie, found without reading them into memory: a file may hold one value over many lines, or several.
///
/// @param values  those that are complete, in order
/// @param cut     the complete items of an array that is not, where one ends the file
/// @param failure what ends the file before its end
public record JsonSpans(List<Value> values, List<Span> cut, Optional<Failure> failure) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(JsonBounds.constraints(JsonBounds.DEPTH))
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /// Bytes of a file.
    ///
    /// @param offset of the first byte
    /// @param end    behind the last
    /// @param line   that it starts on, counted from 1
    public record Span(long offset, long end, long line) {
        public long length() {
            return end - offset;
        }
    }

    /// A value.
    ///
    /// @param items  of an array, where its items lie; of others none
    /// @param fields of an object, its fields by name; of others none
    public record Value(Span span, List<Span> items, Map<String, Field> fields) {
        public Value {
            items = List.copyOf(items);
            fields = Map.copyOf(fields);
        }
    }

    /// A field of an object.
    ///
    /// @param items of an array that was asked for, where its items lie; of others none
    public record Field(Span span, List<Span> items) {
        public Field {
            items = List.copyOf(items);
        }
    }

    /// @param line  where reading ended, counted from 1
    /// @param cause what is wrong there, in a sentence
    /// @param atEnd whether the file ends inside a value, so that somebody may still be writing it
    public record Failure(long line, String cause, boolean atEnd) {}

    public JsonSpans {
        values = List.copyOf(values);
        cut = List.copyOf(cut);
    }

    /// @param utf8  the file, unpacked; it is read to its end and stays open
    /// @param lists the fields of an object whose items are asked for, where they are arrays
    public static JsonSpans of(InputStream utf8, Set<String> lists) {
        List<Value> values = new ArrayList<>();
        List<Span> items = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            JsonBounds bounds = JsonBounds.ofLine();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Start start = Start.of(parser);
                Map<String, Field> fields = new HashMap<>();
                if (token == JsonToken.START_ARRAY) {
                    items(parser, items, bounds);
                } else if (token == JsonToken.START_OBJECT) {
                    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                        boolean list = parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name);
                        Start field = Start.of(parser);
                        if (list) {
                            items(parser, items, bounds);
                        }
                        bounds.count(JsonBounds.OBJECT);
                        fields.put(name, new Field(field.toEnd(parser), items));
                        items.clear();
                    }
                }
                bounds.count(JsonBounds.OBJECT);
                values.add(new Value(start.toEnd(parser), items, fields));
                items.clear();
            }
            return new JsonSpans(values, List.of(), Optional.empty());
        } catch (JacksonException e) {
            boolean atEnd = JsonSentences.isEnd(e);
            String cause = atEnd ? "the file ends inside a JSON value" : JsonSentences.what(e);
            return new JsonSpans(values, items, Optional.of(new Failure(line(e, values, items), cause, atEnd)));
        } catch (JsonSyntaxException e) {
            long last = items.isEmpty() ? lastLine(values) : items.getLast().line();
            return new JsonSpans(values, List.of(), Optional.of(new Failure(last, String.valueOf(e.getMessage()), false)));
        }
    }

    private static void items(JsonParser parser, List<Span> items, JsonBounds bounds) throws JsonSyntaxException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            bounds.count(JsonBounds.SPAN);
            Start item = Start.of(parser);
            items.add(item.toEnd(parser));
        }
    }

    /// The library knows no place where something is beyond its bounds; then it is where the last value was.
    private static long line(JacksonException e, List<Value> values, List<Span> items) {
        if (e.getLocation() != null) {
            return Math.max(1, e.getLocation().getLineNr());
        }
        return items.isEmpty() ? lastLine(values) : items.getLast().line();
    }

    private static long lastLine(List<Value> values) {
        return values.isEmpty() ? 1 : values.getLast().span().line();
    }

    /// Where the parser's current value starts.
    private record Start(long offset, long line) {
        static Start of(JsonParser parser) {
            return new Start(parser.currentTokenLocation().getByteOffset(), parser.currentTokenLocation().getLineNr());
        }

        /// Goes to the end of the value.
        Span toEnd(JsonParser parser) {
            parser.skipChildren();
            // A text is passed over lazily: only asking for it finds its end.
            parser.getString();
            return new Span(offset, parser.currentLocation().getByteOffset(), line);
        }
    }
}
