package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A session of Claude Code, an entry a line: `{type: user|assistant, uuid, timestamp, message: {role, content}}` among entries that
/// nobody says, and the stream of its headless mode. Entries of one message's id are one turn. What a side chain says is another's.
final class ClaudeCodeSession implements ConversationFormat {
    private static final Set<String> KEYS = Set.of("uuid", "sessionId", "session_id", "leafUuid");

    @Override
    public String name() {
        return "Claude Code session";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("type") && KEYS.stream().anyMatch(keys::contains);
    }

    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj entry && entry.text("type").isPresent()
                && KEYS.stream().anyMatch(key -> entry.get(key).isPresent());
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json> entries = value instanceof Json.Arr(List<Json> items) ? items : List.of();
        List<Json.Obj> said = Fields.objects(entries).stream().filter(ClaudeCodeSession::isSaid).toList();
        if (said.isEmpty() || entries.stream().filter(this::isEntry).count() * 2 < entries.size()) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (Json json : entries) {
            if (!(json instanceof Json.Obj entry) || !isSaid(entry)) {
                items.add(Item.unsaid(json));
                continue;
            }
            Json.Obj message = entry.object("message").orElseThrow();
            Optional<String> id = message.text("id");
            if (!items.isEmpty() && id.isPresent() && items.getLast().message().text("id").equals(id)) {
                items.addLast(joined(items.removeLast(), message, entry));
            } else {
                items.add(new Item(
                        entry.get("timestamp").map(time -> message.with("timestamp", time)).orElse(message), List.of(entry)));
            }
        }
        Optional<String> model = said.stream()
                .flatMap(entry -> entry.object("message").stream())
                .flatMap(message -> message.text("model").stream())
                .filter(name -> !name.startsWith("<"))
                .findFirst();
        return Optional.of(new Conversation(items, model, Optional.empty(), own(Fields.objects(entries))));
    }

    /// A stream ends with a line that says how the session went, which is no verdict on what came of it.
    private static OwnRecord own(List<Json.Obj> entries) {
        OwnReading own = new OwnReading("Claude Code");
        entries.reversed().stream().filter(entry -> entry.text("type").equals(Optional.of("result"))).findFirst().ifPresent(result -> {
            result.text("subtype").ifPresent(own::ending);
            result.get("is_error").filter(new Json.Bool(true)::equals)
                    .ifPresent(_ -> own.error(result.get("result").or(() -> result.get("subtype")).orElse(Json.NULL)));
            own.took(Metrics.usage(result));
        });
        return own.record();
    }

    private static boolean isSaid(Json.Obj entry) {
        boolean aside = Stream.of("isSidechain", "isMeta").anyMatch(key -> entry.get(key).orElse(Json.NULL).equals(new Json.Bool(true)));
        return !aside && entry.object("message").filter(message -> message.text("role").isPresent()).isPresent();
    }

    private static Item joined(Item before, Json.Obj message, Json.Obj entry) {
        List<Json> content = new ArrayList<>(before.message().items("content"));
        content.addAll(message.items("content"));
        List<Json> recorded = new ArrayList<>(before.recorded());
        recorded.add(entry);
        return new Item(before.message().with("content", new Json.Arr(content)), recorded);
    }
}
