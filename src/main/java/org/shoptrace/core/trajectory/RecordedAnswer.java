package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.python.PythonLiteral;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// What a tool answered, found inside the text that a conversation carries it in. Harnesses write the same answer as JSON, as JSON
/// inside a text, as a list of content parts, with an object around it; what holds the benchmark's shapes is given in them.
final class RecordedAnswer {
    private static final int MAX_NESTING = 4;
    private static final List<String> WRAPPERS = List.of("result", "results", "products", "items", "data", "output", "content",
            "observation");

    private RecordedAnswer() {}

    /// The answer as the benchmark would have recorded it; a text that is no JSON stays a text.
    ///
    /// @param tool    the tool's name, the benchmark's where it has one
    /// @param content as recorded
    static Json of(String tool, Json content) {
        boolean products = tool.equals(ToolCall.FIND_PRODUCT) || tool.equals(ToolCall.VIEW_PRODUCT_INFORMATION);
        return of(content, products, 0);
    }

    /// The tool of the benchmark whose answers have the shape of these results, where another agent's tool is called otherwise.
    static String likeTool(String tool, Json results) {
        if (ToolName.isKnown(tool) || !(results instanceof Json.Arr(List<Json> items)) || items.isEmpty()) {
            return tool;
        }
        if (items.stream().allMatch(item -> has(item, "title") && has(item, "price"))) {
            return ToolCall.FIND_PRODUCT;
        }
        return items.stream().allMatch(item -> has(item, "sku_options") || has(item, "attributes"))
                ? ToolCall.VIEW_PRODUCT_INFORMATION
                : tool;
    }

    private static boolean has(Json item, String key) {
        return item instanceof Json.Obj object && object.get("product_id").isPresent() && object.get(key).isPresent();
    }

    private static Json of(Json content, boolean products, int depth) {
        return switch (content) {
            case Json.Str(String text) when depth < MAX_NESTING -> value(text).map(inner -> of(inner, products, depth + 1)).orElse(content);
            case Json.Arr parts when isTextParts(parts) -> of(Json.of(text(parts)), products, depth + 1);
            case Json.Obj object when products && depth < MAX_NESTING -> products(object, depth).orElse(object);
            default -> content;
        };
    }

    /// The list of products in an object around it; a product alone is a list of one.
    private static Optional<Json> products(Json.Obj object, int depth) {
        if (isProduct(object)) {
            return Optional.of(new Json.Arr(List.of(object)));
        }
        for (String key : WRAPPERS) {
            Json inner = of(object.get(key).orElse(Json.NULL), true, depth + 1);
            if (inner instanceof Json.Arr(List<Json> items) && items.stream().allMatch(RecordedAnswer::isProduct)) {
                return items.isEmpty() && object.fields().size() > 1 ? Optional.empty() : Optional.of(inner);
            }
        }
        return Optional.empty();
    }

    private static boolean isProduct(Json json) {
        return json instanceof Json.Obj object && object.get("product_id").isPresent();
    }

    /// The JSON array or object, or the null, that a text is; empty for any other text.
    private static Optional<Json> value(String text) {
        String stripped = text.strip();
        if (stripped.equals("null")) {
            return Optional.of(Json.NULL);
        }
        if (!stripped.startsWith("[") && !stripped.startsWith("{") && !stripped.startsWith("\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.readAsUjson(stripped));
        } catch (JsonSyntaxException e) {
            // A text that only looks like JSON is what the tool said; Python agents often record the list's own text.
            return PythonLiteral.read(stripped);
        }
    }

    /// Whether an array is the content parts of a message, of which the text counts.
    static boolean isTextParts(Json.Arr parts) {
        return !parts.items().isEmpty()
                && parts.items().stream().allMatch(part -> part instanceof Json.Obj object
                        && object.text("type").isPresent()
                        && object.get("product_id").isEmpty());
    }

    /// What an answer says, as a text; empty text for none.
    static String words(Json content) {
        return switch (content) {
            case Json.Str(String text) -> text;
            case Json.Arr parts when isTextParts(parts) -> text(parts);
            case Json.Null _ -> "";
            default -> JsonWriter.compact(content);
        };
    }

    /// The text of content parts; a part that is no text is named.
    static String text(Json.Arr parts) {
        return ContentParts.text(parts.items());
    }
}
