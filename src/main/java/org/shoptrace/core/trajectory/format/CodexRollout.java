package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// A rollout of Codex, an entry a line: `{timestamp, type, payload}`; the payloads of `response_item` are items of the responses interface.
final class CodexRollout implements ConversationFormat {
    private static final Set<String> TYPES = Set.of("session_meta", "turn_context", "response_item", "event_msg", "compacted");

    @Override
    public String name() {
        return "Codex rollout";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("type") && keys.contains("payload");
    }

    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj entry && entry.text("type").filter(TYPES::contains).isPresent()
                && entry.object("payload").isPresent();
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json> entries = value instanceof Json.Arr(List<Json> items) ? items : List.of();
        if (entries.isEmpty() || !isEntry(entries.getFirst())) {
            return Optional.empty();
        }
        Optional<String> model = Fields.objects(entries).stream()
                .filter(entry -> entry.text("type").equals(Optional.of("turn_context")))
                .flatMap(entry -> entry.object("payload").stream())
                .flatMap(payload -> payload.text("model").stream())
                .findFirst();
        return Optional.of(new Conversation(entries.stream().map(CodexRollout::item).toList(), model, Optional.empty()));
    }

    private static Item item(Json json) {
        Optional<Json.Obj> said = json instanceof Json.Obj entry && entry.text("type").equals(Optional.of("response_item"))
                ? entry.object("payload").map(item -> entry.get("timestamp").map(time -> item.with("timestamp", time)).orElse(item))
                : Optional.empty();
        return said.map(message -> new Item(message, List.of(json))).orElseGet(() -> Item.unsaid(json));
    }
}
