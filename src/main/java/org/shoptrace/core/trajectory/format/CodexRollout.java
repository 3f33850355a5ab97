package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;

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
        List<Item> items = new ArrayList<>();
        Optional<Json> counted = Optional.empty();
        for (Json entry : entries) {
            Optional<Json> total = tokens(entry).flatMap(info -> info.get("total_token_usage"));
            // The same count is told again whenever anything else about it changes.
            Optional<Json> before = counted;
            boolean again = total.isPresent() && total.equals(counted);
            counted = total.or(() -> before);
            items.add(again ? Item.unsaid(entry) : item(entry));
        }
        return Optional.of(new Conversation(items, model, Optional.empty()));
    }

    private static Item item(Json json) {
        Optional<Json.Obj> said = json instanceof Json.Obj entry && entry.text("type").equals(Optional.of("response_item"))
                ? entry.object("payload").map(item -> entry.get("timestamp").map(time -> item.with("timestamp", time)).orElse(item))
                : Optional.empty();
        return said.map(message -> new Item(message, List.of(json)))
                .orElseGet(() -> Item.unsaid(json).made(tokens(json).map(Metrics::of).orElse(Generation.UNSAID)));
    }

    /// What an event says that the last turn took.
    private static Optional<Json.Obj> tokens(Json json) {
        return json instanceof Json.Obj entry
                ? entry.object("payload").filter(event -> event.text("type").equals(Optional.of("token_count")))
                        .flatMap(event -> event.object("info"))
                : Optional.empty();
    }
}
