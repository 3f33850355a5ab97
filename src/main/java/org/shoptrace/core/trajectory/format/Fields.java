package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
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
}
