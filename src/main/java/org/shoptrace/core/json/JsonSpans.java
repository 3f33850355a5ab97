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
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Where the values of a JSON file lie, found without reading them into memory: a file may hold one value over many lines, or several.
///
/// @param values  those that are complete, in order
/// @param cut     the complete items of an array that is not, where one ends the file
/// @param failure what ends the file before its end
public record JsonSpans(List<Value> values, List<Span> cut, Optional<Failure> failure) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
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
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Start start = Start.of(parser);
                Map<String, Field> fields = new HashMap<>();
                if (token == JsonToken.START_ARRAY) {
                    items(parser, items);
                } else if (token == JsonToken.START_OBJECT) {
                    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                        boolean list = parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name);
                        Start field = Start.of(parser);
                        if (list) {
                            items(parser, items);
                        }
                        fields.put(name, new Field(field.toEnd(parser), items));
                        items.clear();
                    }
                }
                values.add(new Value(start.toEnd(parser), items, fields));
                items.clear();
            }
            return new JsonSpans(values, List.of(), Optional.empty());
        } catch (JacksonException e) {
            boolean atEnd = isEnd(e);
            String cause = atEnd ? "the file ends inside a JSON value" : e.getOriginalMessage();
            return new JsonSpans(values, items, Optional.of(new Failure(line(e), cause, atEnd)));
        }
    }

    private static void items(JsonParser parser, List<Span> items) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Start item = Start.of(parser);
            items.add(item.toEnd(parser));
        }
    }

    /// Between the entries of an object the parser reports the end as it reports bad characters.
    private static boolean isEnd(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
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
