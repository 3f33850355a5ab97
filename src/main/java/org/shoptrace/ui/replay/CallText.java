package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// A call as text, and as a request that can be sent again.
final class CallText {
    private CallText() {}

    /// The arguments as people read them: `q="rear light" page=1`.
    static String arguments(ToolCall call) {
        if (!(call.parameters() instanceof Json.Obj(var fields))) {
            return JsonWriter.compact(call.parameters());
        }
        List<String> parts = new ArrayList<>();
        fields.forEach((key, value) -> parts.add(key + "=" + JsonWriter.compact(value)));
        return String.join(" ", parts);
    }

    /// The call as a model writes it: `{"name": …, "parameters": …}`.
    static String json(ToolCall call) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", Json.of(call.name()));
        fields.put("parameters", call.parameters());
        return JsonWriter.compact(new Json.Obj(fields));
    }

    /// The search that a `find_product` call stands for. Texts and numbers go over the wire as they are written and null is left out;
    /// empty when there is a parameter of another kind, or no `q`, for which the wire has no single form.
    static Optional<FindRequest> search(ToolCall call) {
        if (!call.name().equals(ToolCall.FIND_PRODUCT) || !(call.parameters() instanceof Json.Obj(var fields))) {
            return Optional.empty();
        }
        SequencedMap<String, String> wire = new LinkedHashMap<>();
        for (Map.Entry<String, Json> field : fields.entrySet()) {
            switch (field.getValue()) {
                case Json.Str(String text) -> wire.put(field.getKey(), text);
                case Json.Num(String text) -> wire.put(field.getKey(), text);
                case Json.Null _ -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (!wire.containsKey("q")) {
            return Optional.empty();
        }
        return Optional.of(new FindRequest(
                wire.get("q"), wire.get("page"), wire.get("shop_id"), wire.get("price"), wire.get("sort"), wire.get("service")));
    }
}
