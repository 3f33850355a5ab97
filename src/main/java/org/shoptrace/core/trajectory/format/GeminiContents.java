package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// Google's contents of parts: a request of Gemini's interface, `{contents: [{role, parts}]}`, or the bare contents; and a session of the
/// Agent Development Kit, `{events: [{author, content, timestamp}]}`. Parts are texts, thoughts (`thought: true`), calls
/// (`functionCall`) and their answers (`functionResponse`), in either spelling of their keys.
final class GeminiContents implements ConversationFormat {
    private static final Set<String> ROLES = Set.of("user", "model", "function", "tool");

    @Override
    public String name() {
        return "Gemini contents";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("contents") && !keys.contains("product") && !keys.contains("id")
                || keys.contains("events")
                || keys.contains("role") && keys.contains("parts");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return switch (value) {
            case Json.Arr _ -> contents(Fields.onlyObjects(value), Optional.empty(), List.of());
            case Json.Obj object when object.get("contents").orElse(Json.NULL) instanceof Json.Arr contents ->
                contents(Fields.onlyObjects(contents), model(object), system(object));
            case Json.Obj object when object.get("events").orElse(Json.NULL) instanceof Json.Arr events -> session(object, events);
            default -> Optional.empty();
        };
    }

    private static Optional<String> model(Json.Obj object) {
        return Stream.of("model", "modelVersion", "model_version").flatMap(key -> object.text(key).stream()).findFirst();
    }

    private static List<Item> system(Json.Obj object) {
        return Stream.of("systemInstruction", "system_instruction")
                .flatMap(key -> object.object(key).stream())
                .map(said -> new Item(Fields.message("system", Json.of(texts(said))), List.of(said)))
                .toList();
    }

    private static Optional<Conversation> contents(List<Json.Obj> contents, Optional<String> model, List<Item> before) {
        if (contents.isEmpty() || !isContent(contents.getFirst())) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>(before);
        contents.forEach(content -> items.addAll(items(content, content, Optional.empty())));
        return Optional.of(new Conversation(items, model, Optional.empty()));
    }

    private static Optional<Conversation> session(Json.Obj session, Json events) {
        List<Json.Obj> all = Fields.onlyObjects(events);
        if (all.stream().noneMatch(event -> event.object("content").filter(GeminiContents::isContent).isPresent())) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (Json.Obj event : all) {
            items.addAll(event.object("content").map(content -> items(content, event, event.get("timestamp")))
                    .orElseGet(() -> List.of(Item.unsaid(event))));
        }
        return Optional.of(new Conversation(items, model(session), Optional.empty()));
    }

    private static boolean isContent(Json.Obj content) {
        List<Json.Obj> parts = Fields.objects(content.items("parts"));
        return content.text("role").filter(ROLES::contains).isPresent()
                && parts.stream().anyMatch(part -> part.text("text").isPresent() || part(part, "functionCall").isPresent()
                        || part(part, "functionResponse").isPresent() || part(part, "inlineData").isPresent()
                        || part(part, "fileData").isPresent())
                && parts.stream().allMatch(part -> part.text("type").isEmpty());
    }

    /// A content is a message of its speaker, and one of a tool for each answer in it.
    private static List<Item> items(Json.Obj content, Json recorded, Optional<Json> time) {
        boolean model = content.text("role").filter("model"::equals).isPresent();
        List<Item> items = new ArrayList<>();
        List<Json> blocks = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        for (Json.Obj part : Fields.objects(content.items("parts"))) {
            part(part, "functionResponse").ifPresent(answer -> items.add(new Item(
                    Fields.answer(answer.text("id"), answer.text("name").orElse(""), answer.get("response").orElse(Json.NULL)),
                    List.of(recorded))));
            part(part, "functionCall").ifPresent(call -> calls.add(
                    Fields.call(call.text("id"), call.text("name").orElse(""), call.get("args").orElse(Json.Obj.EMPTY))));
            part.text("text").ifPresent(text -> blocks.add(Json.Obj.EMPTY
                    .with("type", Json.of(part.get("thought").orElse(Json.NULL).equals(new Json.Bool(true)) ? "thinking" : "text"))
                    .with("text", Json.of(text))));
            part(part, "inlineData").or(() -> part(part, "fileData")).ifPresent(data -> blocks.add(data(data)));
        }
        if (!blocks.isEmpty() || !calls.isEmpty() || items.isEmpty()) {
            Json.Obj message = Fields.message(model ? "assistant" : "user", new Json.Arr(blocks));
            message = calls.isEmpty() ? message : message.with("tool_calls", new Json.Arr(calls));
            items.add(new Item(time.isPresent() ? message.with("timestamp", time.get()) : message, List.of(recorded)));
        }
        return items;
    }

    /// An image, or a file of another kind.
    private static Json data(Json.Obj data) {
        Optional<String> media = data.text("mimeType").or(() -> data.text("mime_type"));
        boolean image = media.filter(type -> !type.startsWith("image/")).isEmpty();
        return Json.Obj.EMPTY.with("type", Json.of(image ? "image" : "file")).with("source", data);
    }

    private static Optional<Json.Obj> part(Json.Obj part, String name) {
        return part.object(name).or(() -> part.object(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)));
    }

    private static String texts(Json.Obj content) {
        return String.join("\n", Fields.objects(content.items("parts")).stream().flatMap(part -> part.text("text").stream()).toList());
    }
}
