package org.shoptrace.core.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// What the benchmark's Python tools send to the sandbox for a recorded call. Everything that happens to a value on its way through
/// Python's `str` and an unencoded URL happens here. Source: `src/site/markdown/sandbox.md`, *From a tool call to a request*; the released
/// `find_product.py` and `view_product_information.py`.
public final class ToolRequest {
    private static final String DEFAULT = "default";

    private ToolRequest() {}

    /// The search that a recorded `find_product` call stands for; empty for another tool, and where the tool would fail before it sends
    /// anything.
    public static Optional<FindRequest> find(ToolCall call) {
        return call.name().equals(ToolCall.FIND_PRODUCT) && call.parameters() instanceof Json.Obj parameters
                ? find(parameters)
                : Optional.empty();
    }

    /// The request of a `find_product` call; empty when the tool fails before it sends anything, and so answers null.
    public static Optional<FindRequest> find(Json.Obj parameters) {
        Optional<Json> page = parameters.get("page");
        if (!(parameters.get("q").orElse(Json.NULL) instanceof Json.Str(String q)) || page.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, String> sent = new LinkedHashMap<>();
        sent.put("page", PythonText.str(page.get()));
        for (String key : List.of("shop_id", "price", "sort", "service")) {
            Json value = parameters.get(key).orElse(Json.NULL);
            if (!isFalse(value)) {
                sent.put(key, PythonText.str(value));
            }
        }
        sent.remove("sort", DEFAULT);
        sent.remove("service", DEFAULT);
        if (sent.containsKey("service")) {
            Optional<String> service = service(parameters.get("service").orElse(Json.NULL));
            if (service.isEmpty()) {
                return Optional.empty();
            }
            sent.put("service", service.get());
        }
        Map<String, String> arrived = arrived(sent);
        return Optional.of(new FindRequest(
                q,
                arrived.get("page"),
                arrived.get("shop_id"),
                arrived.get("price"),
                arrived.get("sort"),
                arrived.get("service")));
    }

    /// The ids that a `view_product_information` call asks for, joined by commas; empty without `product_ids`, when the tool answers null.
    public static Optional<String> view(Json.Obj parameters) {
        return parameters.get("product_ids").map(ids -> {
            SequencedMap<String, String> sent = new LinkedHashMap<>();
            sent.put("product_ids", PythonText.str(ids));
            return arrived(sent).getOrDefault("product_ids", "");
        });
    }

    /// `default` asks for no service, alone or as a part of a comma list. The tool looks for it with Python's `in`,
    /// which fails for a number and for true, and then splits what it found it in, which fails for a list and an object.
    private static Optional<String> service(Json service) {
        return switch (service) {
            case Json.Str(String names) -> Optional.of(
                    Stream.of(names.split(",", -1)).filter(name -> !name.equals(DEFAULT)).collect(Collectors.joining(",")));
            case Json.Arr(List<Json> names) when names.contains(Json.of(DEFAULT)) -> Optional.empty();
            case Json.Obj names when names.get(DEFAULT).isPresent() -> Optional.empty();
            case Json.Arr _,Json.Obj _ -> Optional.of(PythonText.str(service));
            default -> Optional.empty();
        };
    }

    /// Whether Python takes the value for false: null, false, zero, nothing in it.
    private static boolean isFalse(Json value) {
        return switch (value) {
            case Json.Null _ -> true;
            case Json.Bool(boolean truth) -> !truth;
            case Json.Num number -> number.asDouble() == 0;
            case Json.Str(String text) -> text.isEmpty();
            case Json.Arr(List<Json> items) -> items.isEmpty();
            case Json.Obj object -> object.fields().isEmpty();
        };
    }

    /// What the server makes of values that were put into a URL as they are: `#` ends the URL, `&` begins a parameter, the first of
    /// repeated parameters counts.
    private static Map<String, String> arrived(SequencedMap<String, String> sent) {
        String query = sent.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        int fragment = query.indexOf('#');
        Map<String, String> arrived = new LinkedHashMap<>();
        for (String parameter : (fragment < 0 ? query : query.substring(0, fragment)).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            arrived.putIfAbsent(unescaped(name), equals < 0 ? "" : unescaped(parameter.substring(equals + 1)));
        }
        return arrived;
    }

    /// `+` is a space, `%XX` a byte of UTF-8; a `%` that begins no such pair stays.
    private static String unescaped(String text) {
        byte[] utf8 = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[utf8.length];
        int length = 0;
        for (int i = 0; i < utf8.length; i++) {
            boolean escape = utf8[i] == '%' && i + 2 < utf8.length && hex(utf8[i + 1]) >= 0 && hex(utf8[i + 2]) >= 0;
            bytes[length++] = escape ? (byte) (hex(utf8[i + 1]) * 16 + hex(utf8[i + 2])) : utf8[i];
            i += escape ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte c) {
        return Character.digit(c, 16);
    }
}
