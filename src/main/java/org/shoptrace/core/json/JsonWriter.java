package org.shoptrace.core.json;

import java.io.StringWriter;
import java.util.Map;
import org.shoptrace.model.json.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes JSON values as text; numbers are written as they stand. Safe for use by several threads.
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

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
        return text.toString();
    }

    private static void write(JsonGenerator generator, Json value) {
        switch (value) {
            case Json.Obj(var fields) -> {
                generator.writeStartObject();
                for (Map.Entry<String, Json> field : fields.entrySet()) {
                    generator.writeName(field.getKey());
                    write(generator, field.getValue());
                }
                generator.writeEndObject();
            }
            case Json.Arr(var items) -> {
                generator.writeStartArray();
                items.forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Json.Str(var text) -> generator.writeString(text);
            case Json.Num(var text) -> generator.writeRawValue(text);
            case Json.Bool(var truth) -> generator.writeBoolean(truth);
            case Json.Null _ -> generator.writeNull();
        }
    }
}
