package org.shoptrace.ui.sandbox;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// A request as an agent would send it: as the JSON of a tool call, and as a command for a terminal.
final class CallText {
    private static final String SERVER = "http://127.0.0.1:5631";

    private CallText() {}

    /// The arguments as JSON on one line, such as `{"q":"kettle","page":1}`.
    static String arguments(FindRequest request) {
        return JsonWriter.compact(parameters(request));
    }

    /// The call as it stands in a message: `{"name":"find_product","parameters":{…}}`.
    static String call(FindRequest request) {
        return call(ToolCall.FIND_PRODUCT, parameters(request));
    }

    /// The call that views one product.
    static String viewCall(String productId) {
        SequencedMap<String, Json> parameters = new LinkedHashMap<>();
        parameters.put("product_ids", Json.of(productId));
        return call(ToolCall.VIEW_PRODUCT_INFORMATION, new Json.Obj(parameters));
    }

    /// A command that sends the request to `serve` on its usual port.
    static String curl(FindRequest request) {
        StringBuilder command = new StringBuilder("curl -G '" + SERVER + "/find_product'");
        texts(request).forEach((name, value) ->
                command.append(" --data-urlencode '").append(name).append('=').append(value.replace("'", "'\\''")).append('\''));
        return command.toString();
    }

    private static String call(String name, Json.Obj parameters) {
        SequencedMap<String, Json> call = new LinkedHashMap<>();
        call.put("name", Json.of(name));
        call.put("parameters", parameters);
        return JsonWriter.compact(new Json.Obj(call));
    }

    /// The page is a number where it can be one, as agents write it.
    private static Json.Obj parameters(FindRequest request) {
        SequencedMap<String, Json> parameters = new LinkedHashMap<>();
        texts(request).forEach((name, value) ->
                parameters.put(name, name.equals("page") && value.matches("[1-9][0-9]*") ? new Json.Num(value) : Json.of(value)));
        return new Json.Obj(parameters);
    }

    private static SequencedMap<String, String> texts(FindRequest request) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        put(texts, "q", request.q());
        put(texts, "page", request.page());
        put(texts, "shop_id", request.shopId());
        put(texts, "price", request.price());
        put(texts, "sort", request.sort());
        put(texts, "service", request.service());
        return texts;
    }

    private static void put(SequencedMap<String, String> texts, String name, @Nullable String value) {
        if (value != null) {
            texts.put(name, value);
        }
    }
}
