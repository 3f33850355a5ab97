package org.shoptrace.core.trajectory.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Looks into values, and builds messages.
final class Fields {
    private Fields() {}

    static List<Json.Obj> objects(List<Json> items) {
        return items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
    }

    /// The objects of an array; empty for another value, and for an array that holds anything else.
    static List<Json.Obj> onlyObjects(Json value) {
        return value instanceof Json.Arr(List<Json> items) && items.stream().allMatch(Json.Obj.class::isInstance)
                ? objects(items)
                : List.of();
    }

    static Json.Obj message(String role, Json content) {
        return Json.Obj.EMPTY.with("role", Json.of(role)).with("content", content);
    }

    /// A tool's answer to the call of that id.
    static Json.Obj answer(Optional<String> id, String tool, Json content) {
        Json.Obj message = message("tool", content).with("name", Json.of(tool));
        return id.isPresent() ? message.with("tool_call_id", Json.of(id.get())) : message;
    }

    static Json.Obj call(Optional<String> id, String tool, Json arguments) {
        Json.Obj call = Json.Obj.EMPTY.with("name", Json.of(tool)).with("arguments", arguments);
        return id.isPresent() ? call.with("id", Json.of(id.get())) : call;
    }

    /// A text as it is, another value as JSON.
    static String text(Json value) {
        return value instanceof Json.Null ? "" : value.asText().orElseGet(() -> JsonWriter.compact(value));
    }

    /// The first number among these fields; a text that is a number counts as one.
    static Optional<Json> number(Json.Obj object, String... keys) {
        return Stream.of(keys).flatMap(key -> object.get(key).stream()).flatMap(value -> switch (value) {
            case Json.Num number -> Stream.of((Json) number);
            case Json.Str(String text) when text.matches("-?\\d{1,18}(\\.\\d{1,18})?") -> Stream.of((Json) new Json.Num(text));
            default -> Stream.<Json>empty();
        }).findFirst();
    }

    /// A text that holds JSON as what it holds, any other value as it is.
    static Json parsed(Json value) {
        if (!(value instanceof Json.Str(String text)) || !(text.strip().startsWith("{") || text.strip().startsWith("["))) {
            return value;
        }
        try {
            return JsonReader.read(text.strip());
        } catch (JsonSyntaxException e) {
            // Words that start as JSON does.
            return value;
        }
    }

    /// A time by which those of one file compare: a number, a text that is one, or an ISO time. 0 for anything else.
    static double time(Json value) {
        return switch (value) {
            case Json.Num number -> number.asDouble();
            case Json.Str(String text) when text.matches("\\d{1,25}") -> Double.parseDouble(text);
            case Json.Str(String text) -> iso(text);
            default -> 0;
        };
    }

    private static double iso(String text) {
        try {
            String zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? text : text + "Z";
            Instant instant = OffsetDateTime.parse(zoned.replace(' ', 'T')).toInstant();
            return instant.getEpochSecond() + instant.getNano() / 1e9;
        } catch (DateTimeException e) {
            // No time that can be told: the order of the file stays.
            return 0;
        }
    }
}
