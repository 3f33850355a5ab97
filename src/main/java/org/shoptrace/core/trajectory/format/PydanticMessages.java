package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// Pydantic AI's history of messages: `[{kind: request|response, parts: [{part_kind, content}]}]`.
final class PydanticMessages implements ConversationFormat {
    @Override
    public String name() {
        return "Pydantic AI messages";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("parts") && keys.contains("kind");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> messages = Fields.onlyObjects(value);
        if (messages.isEmpty() || !messages.stream().allMatch(PydanticMessages::isMessage)) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        messages.forEach(message -> items
                .addAll(message.text("kind").equals(Optional.of("response")) ? List.of(response(message)) : asked(message)));
        Optional<String> model = messages.stream().flatMap(message -> message.text("model_name").stream()).findFirst();
        return Optional.of(new Conversation(items, model, Optional.empty()));
    }

    private static boolean isMessage(Json.Obj message) {
        return message.text("kind").filter(kind -> kind.equals("request") || kind.equals("response")).isPresent()
                && Fields.objects(message.items("parts")).stream().allMatch(part -> part.text("part_kind").isPresent());
    }

    private static List<Item> asked(Json.Obj message) {
        List<Item> items = new ArrayList<>();
        for (Json.Obj part : Fields.objects(message.items("parts"))) {
            Json content = part.get("content").orElse(Json.NULL);
            Json.Obj said = switch (part.text("part_kind").orElse("")) {
                case "system-prompt" -> Fields.message("system", content);
                case "tool-return", "retry-prompt" ->
                    Fields.answer(part.text("tool_call_id"), part.text("tool_name").orElse(""), content);
                default -> Fields.message("user", content);
            };
            items.add(new Item(said, List.of(message)));
        }
        return items;
    }

    private static Item response(Json.Obj message) {
        List<Json> blocks = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        for (Json.Obj part : Fields.objects(message.items("parts"))) {
            switch (part.text("part_kind").orElse("")) {
                case "tool-call" -> calls.add(Fields.call(
                        part.text("tool_call_id"), part.text("tool_name").orElse(""), part.get("args").orElse(Json.NULL)));
                case "thinking" -> blocks.add(block("thinking", part));
                default -> blocks.add(block("text", part));
            }
        }
        Json.Obj said = Fields.message("assistant", new Json.Arr(blocks)).with("tool_calls", new Json.Arr(calls));
        return new Item(message.get("timestamp").map(time -> said.with("timestamp", time)).orElse(said), List.of(message));
    }

    private static Json.Obj block(String type, Json.Obj part) {
        return Json.Obj.EMPTY.with("type", Json.of(type)).with("text", Json.of(Fields.text(part.get("content").orElse(Json.NULL))));
    }
}
