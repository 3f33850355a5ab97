package org.shoptrace.core.json;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes JSON values as text; numbers are written as they stand. Safe for use by several threads.
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // What was read is written, and what we put around it.
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
            .build();

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private JsonWriter() {}

    /// On one line, without spaces.
    public static String compact(Json value) {
        return write(value, ObjectWriteContext.empty());
    }

    /// Indented by two spaces, for people.
    public static String indented(Json value) {
        return write(value, INDENTED);
    }

    private static String write(Json value, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            write(generator, value);
        }
        return halvesEscaped(text.toString());
    }

    /// Half a character stands only inside texts, since a key with one is not read. UTF-8 cannot hold it; escaped it comes back as it was.
    private static String halvesEscaped(String json) {
        StringBuilder escaped = null;
        int taken = 0;
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                if (Character.isHighSurrogate(json.charAt(i)) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                    i++;
                    continue;
                }
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(json, taken, i).append("\\u").append(Integer.toHexString(json.charAt(i)));
                taken = i + 1;
            }
        }
        return escaped == null ? json : escaped.append(json, taken, json.length()).toString();
    }

    /// What is open, with what is left of it. Without recursion, since values are nested as deep as a reader takes them.
    private record Open(boolean isObject, Iterator<? extends Map.Entry<String, Json>> fields, Iterator<Json> items) {}

    private static void write(JsonGenerator generator, Json value) {
        Deque<Open> open = new ArrayDeque<>();
        begin(generator, value, open);
        while (!open.isEmpty()) {
            Open last = open.element();
            if (last.fields().hasNext()) {
                Map.Entry<String, Json> field = last.fields().next();
                generator.writeName(field.getKey());
                begin(generator, field.getValue(), open);
            } else if (last.items().hasNext()) {
                begin(generator, last.items().next(), open);
            } else {
                open.pop();
                if (last.isObject()) {
                    generator.writeEndObject();
                } else {
                    generator.writeEndArray();
                }
            }
        }
    }

    private static void begin(JsonGenerator generator, Json value, Deque<Open> open) {
        switch (value) {
            case Json.Obj(var fields) -> {
                generator.writeStartObject();
                open.push(new Open(true, fields.entrySet().iterator(), Collections.emptyIterator()));
            }
            case Json.Arr(var items) -> {
                generator.writeStartArray();
                open.push(new Open(false, Collections.emptyIterator(), items.iterator()));
            }
            case Json.Str(var text) -> generator.writeString(text);
            case Json.Num(var text) -> generator.writeRawValue(text);
            case Json.Bool(var truth) -> generator.writeBoolean(truth);
            case Json.Null _ -> generator.writeNull();
        }
    }
}
