package org.shoptrace.core.trajectory.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shoptrace.model.json.Json;

/// Long values that Inspect writes once beside a sample's messages, which name them: `attachment://ID`.
final class Attachments {
    private static final String NAMED = "attachment://";

    private final Json.Obj texts;

    private Attachments(Json.Obj texts) {
        this.texts = texts;
    }

    static Attachments of(Json.Obj sample) {
        return new Attachments(sample.object("attachments").orElse(Json.Obj.EMPTY));
    }

    /// A message with what it names in its place.
    Json.Obj in(Json.Obj message) {
        return texts.equals(Json.Obj.EMPTY) ? message : (Json.Obj) put(message);
    }

    private Json put(Json value) {
        return switch (value) {
            case Json.Str(String text) when text.startsWith(NAMED) ->
                texts.text(text.substring(NAMED.length())).<Json>map(Json::of).orElse(value);
            case Json.Arr(List<Json> items) -> new Json.Arr(items.stream().map(this::put).toList());
            case Json.Obj(Map<String, Json> fields) -> {
                var put = new LinkedHashMap<String, Json>();
                fields.forEach((key, field) -> put.put(key, put(field)));
                yield new Json.Obj(put);
            }
            default -> value;
        };
    }
}
