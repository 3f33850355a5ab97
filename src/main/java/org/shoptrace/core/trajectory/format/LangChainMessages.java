package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// LangChain's messages: `messages_to_dict`, `[{type: human|ai|tool, data: {content, tool_calls}}]`, and its dump of constructors,
/// `{lc, type: constructor, id, kwargs}`; bare or under `messages`.
final class LangChainMessages implements ConversationFormat {
    @Override
    public String name() {
        return "LangChain messages";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("type") && (keys.contains("data") || keys.contains("kwargs"));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> messages = Fields.onlyObjects(value instanceof Json.Obj object ? object.get("messages").orElse(Json.NULL) : value);
        return messages.isEmpty() || !messages.stream().allMatch(message -> inner(message).isPresent())
                ? Optional.empty()
                : Optional.of(new Conversation(messages.stream().map(LangChainMessages::item).toList(), model(messages), Optional.empty()));
    }

    private static Optional<Json.Obj> inner(Json.Obj message) {
        Optional<Json.Obj> said = message.text("type").filter("constructor"::equals).isPresent()
                ? message.object("kwargs")
                : message.text("type").flatMap(_ -> message.object("data"));
        return said.filter(object -> object.get("content").isPresent());
    }

    /// The type names who speaks; a dump without one names the class.
    private static Item item(Json.Obj message) {
        Json.Obj said = inner(message).orElseThrow();
        String type = said.text("type")
                .or(() -> message.text("type").filter(name -> !name.equals("constructor")))
                .orElseGet(() -> message.items("id").isEmpty() ? "" : Fields.text(message.items("id").getLast()));
        String role = switch (type) {
            case "human", "HumanMessage" -> "user";
            case "ai", "AIMessage", "AIMessageChunk" -> "assistant";
            case "tool", "function", "ToolMessage", "FunctionMessage" -> "tool";
            case "system", "SystemMessage" -> "system";
            default -> type;
        };
        return new Item(said.with("role", Json.of(role)), List.of(message));
    }

    private static Optional<String> model(List<Json.Obj> messages) {
        return messages.stream()
                .flatMap(message -> inner(message).stream())
                .flatMap(said -> said.object("response_metadata").stream())
                .flatMap(metadata -> metadata.text("model_name").stream())
                .findFirst();
    }
}
