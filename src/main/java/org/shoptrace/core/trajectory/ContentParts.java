package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;

/// The parts of a message's or an answer's content, in the spellings of the interfaces that have them: texts, images, and others.
final class ContentParts {
    /// What stands in a text where an image stood.
    static final String IMAGE = "[image]";
    private static final Set<String> TEXTS = Set.of("text", "output_text", "input_text", "summary_text", "reasoning_text", "refusal");
    /// Parts that are no words of the message: they are read as thoughts, calls and answers.
    private static final Set<String> ELSEWHERE = Set.of(
            "thinking", "reasoning", "redacted_thinking", "tool_use", "tool_call", "tool_result", "server_tool_use", "mcp_tool_use",
            "function_call", "function_call_output", "tool-call", "tool-result");
    private static final List<String> ADDRESSES = List.of(
            "url", "uri", "path", "fileUri", "file_uri", "image_url", "image", "file_id", "fileId", "value", "file");
    private static final List<String> DATA = List.of("data", "base64", "b64_json", "bytes");
    private static final List<String> MEDIA = List.of("media_type", "mediaType", "mime_type", "mimeType", "format");

    private ContentParts() {}

    /// The text of all parts, a line each: an image as [#IMAGE], what is no text by its type.
    static String text(List<Json> parts) {
        return parts.stream().flatMap(part -> text(part).stream()).collect(Collectors.joining("\n"));
    }

    private static Optional<String> text(Json part) {
        return switch (part) {
            case Json.Str(String text) -> Optional.of(text);
            case Json.Obj object when isImage(object) -> Optional.of(IMAGE);
            case Json.Obj object when TEXTS.contains(type(object)) ->
                object.text("text").or(() -> object.text("value")).or(() -> object.text("refusal"));
            case Json.Obj object when ELSEWHERE.contains(type(object)) || type(object).endsWith("_tool_result") -> Optional.empty();
            case Json.Obj object when type(object).isEmpty() -> object.text("text").or(() -> object.text("value"));
            case Json.Obj object -> Optional.of(object.text("text").orElse("[" + type(object) + "]"));
            default -> part.asText();
        };
    }

    /// Whether a content is parts of types that nobody knows, and of no other.
    static boolean isUnknown(Json content) {
        return content instanceof Json.Arr(List<Json> parts) && !parts.isEmpty()
                && parts.stream().allMatch(part -> part instanceof Json.Obj object && !type(object).isEmpty() && !isImage(object)
                        && !TEXTS.contains(type(object)) && object.text("text").isEmpty() && text(object).isPresent());
    }

    /// Whether anything but empty texts stands in a value.
    static boolean says(Json content) {
        return switch (content) {
            case Json.Str(String text) -> !text.isBlank();
            case Json.Arr(List<Json> parts) -> parts.stream().anyMatch(ContentParts::says);
            case Json.Obj part -> part.fields().entrySet().stream()
                    .anyMatch(field -> !field.getKey().equals("type") && !field.getKey().equals("id") && says(field.getValue()));
            case Json.Num _ -> true;
            case Json.Bool _,Json.Null _ -> false;
        };
    }

    /// Where the images of a content lie, in its order: a `data:` URL, an address, or empty text for one of which the file says neither.
    static List<String> images(Json content) {
        List<String> images = new ArrayList<>();
        if (content instanceof Json.Arr(List<Json> parts)) {
            for (Json part : parts) {
                if (part instanceof Json.Obj object && isImage(object)) {
                    images.add(address(object));
                }
            }
        }
        return images;
    }

    private static boolean isImage(Json.Obj part) {
        String type = type(part);
        return type.contains("image") && !type.endsWith("_call")
                || Set.of("file", "media", "binary", "blob").contains(type)
                        && media(part).filter(name -> name.startsWith("image")).isPresent();
    }

    private static String type(Json.Obj part) {
        return part.text("type").or(() -> part.text("kind")).orElse("").toLowerCase(Locale.ROOT);
    }

    /// The image may stand in the part, or in an object of it that says what it is.
    private static String address(Json.Obj part) {
        List<Json.Obj> places = Stream.concat(
                Stream.of("source", "image_url", "inline_data", "inlineData", "file_data", "fileData", "image", "file", "data")
                        .flatMap(key -> part.object(key).stream()),
                Stream.of(part)).toList();
        for (Json.Obj place : places) {
            Optional<String> data = text(place, DATA);
            if (data.isPresent()) {
                String media = media(place).or(() -> media(part)).orElse("image/png");
                return data.get().startsWith("data:") || isAddress(data.get())
                        ? data.get()
                        : "data:" + (media.contains("/") ? media : "image/" + media) + ";base64," + data.get();
            }
            Optional<String> address = text(place, ADDRESSES);
            if (address.isPresent()) {
                return address.get();
            }
        }
        return "";
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("file:");
    }

    private static Optional<String> media(Json.Obj part) {
        return text(part, MEDIA);
    }

    private static Optional<String> text(Json.Obj object, List<String> keys) {
        return keys.stream().flatMap(key -> object.text(key).stream()).filter(text -> !text.isEmpty()).findFirst();
    }
}
