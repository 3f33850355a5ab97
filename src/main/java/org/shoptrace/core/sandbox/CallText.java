package org.shoptrace.core.sandbox;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// A request as an agent would send it: as the JSON of a tool call, and as a command for a terminal.
public final class CallText {
    private static final String SERVER = "http://127.0.0.1:5631";

    private CallText() {}

    /// The arguments as JSON on one line, such as `{"q":"kettle","page":1}`.
    public static String arguments(FindRequest request) {
        return JsonWriter.compact(parameters(request));
    }

    /// The call as it stands in a message: `{"name":"find_product","parameters":{…}}`.
    public static String call(FindRequest request) {
        return call(ToolCall.FIND_PRODUCT, parameters(request));
    }

    /// The call that views one product.
    public static String viewCall(String productId) {
        SequencedMap<String, Json> parameters = new LinkedHashMap<>();
        parameters.put("product_ids", Json.of(productId));
        return call(ToolCall.VIEW_PRODUCT_INFORMATION, new Json.Obj(parameters));
    }

    /// A command that sends the request to `serve` on its usual port.
    public static String curl(FindRequest request) {
        return curl(ToolCall.FIND_PRODUCT, texts(request));
    }

    /// A command that sends what a recorded call sends; empty for a call that sends nothing to the sandbox.
    public static Optional<String> curl(String name, Json.Obj parameters) {
        return switch (name) {
            case ToolCall.FIND_PRODUCT -> ToolRequest.find(parameters).map(CallText::curl);
            case ToolCall.VIEW_PRODUCT_INFORMATION -> ToolRequest.view(parameters).map(ids -> {
                SequencedMap<String, String> texts = new LinkedHashMap<>();
                texts.put("product_ids", ids);
                return curl(name, texts);
            });
            default -> Optional.empty();
        };
    }

    private static String curl(String path, SequencedMap<String, String> texts) {
        StringBuilder command = new StringBuilder("curl -G '" + SERVER + "/" + path + "'");
        texts.forEach((name, value) -> command.append(" --data-urlencode '").append(name).append('=').append(value.replace("'", "'\\''"))
                .append('\''));
        return command.toString();
    }

    /// A recorded call as the model wrote it: `{"name":…,"parameters":…}`.
    public static String call(ToolCall recorded) {
        return call(recorded.name(), recorded.parameters());
    }

    /// Any call as it stands in a message.
    public static String call(String name, Json parameters) {
        SequencedMap<String, Json> call = new LinkedHashMap<>();
        call.put("name", Json.of(name));
        call.put("parameters", parameters);
        return JsonWriter.compact(new Json.Obj(call));
    }

    /// The page is a number where it can be one, as agents write it.
    private static Json.Obj parameters(FindRequest request) {
        SequencedMap<String, Json> parameters = new LinkedHashMap<>();
        texts(request).forEach((name, value) -> parameters.put(name,
                name.equals("page") && value.matches("[1-9][0-9]*") ? new Json.Num(value) : Json.of(value)));
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
