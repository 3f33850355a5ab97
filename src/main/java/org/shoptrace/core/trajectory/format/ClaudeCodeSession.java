package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A session of Claude Code, an entry a line: `{type: user|assistant, uuid, timestamp, message: {role, content}}` among entries that
/// nobody says, and the stream of its headless mode; or the entries of a session on the web, `{loglines: […]}`. Entries of one message's id
/// are one turn. A side chain is the run of a sub-agent, inside the session's.
final class ClaudeCodeSession implements ConversationFormat {
    /// What a session begins with that names no session.
    private static final Optional<String> SNAPSHOT = Optional.of("file-history-snapshot");
    private static final Optional<Json> TRUE = Optional.of(new Json.Bool(true));
    private static final String LOG_LINES = "loglines";
    private static final Set<String> KEYS = Set.of("uuid", "sessionId", "session_id", "leafUuid");

    @Override
    public String name() {
        return "Claude Code session";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("type") && KEYS.stream().anyMatch(keys::contains) || keys.contains(LOG_LINES);
    }

    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj entry && (entry.text("type").isPresent()
                && KEYS.stream().anyMatch(key -> entry.get(key).isPresent()) || entry.text("type").equals(SNAPSHOT));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json> entries = entries(value);
        if (Fields.objects(entries).stream().noneMatch(ClaudeCodeSession::isSaid)
                || value instanceof Json.Arr && entries.stream().filter(this::isEntry).count() * 2 < entries.size()) {
            return Optional.empty();
        }
        // A file of a side chain alone is its run.
        boolean main = hasMain(entries);
        List<Json> own = main ? entries.stream().filter(entry -> !isAside(entry)).toList() : entries;
        List<Item> items = new ArrayList<>();
        Optional<String> open = Optional.empty();
        int at = 0;
        for (Json json : own) {
            if (!(json instanceof Json.Obj entry) || !isSaid(entry)) {
                items.add(Item.unsaid(json));
                continue;
            }
            Json.Obj message = entry.object("message").orElseThrow();
            Optional<String> id = message.text("id");
            if (id.isPresent() && id.equals(open)) {
                // Entries that nobody says, and answers to its first calls, may stand between those of one message.
                items.set(at, joined(items.get(at), message, entry));
            } else {
                if (!message.text("role").equals(Optional.of("user"))) {
                    open = id;
                    at = items.size();
                }
                items.add(new Item(
                        entry.get("timestamp").map(time -> message.with("timestamp", time)).orElse(message), List.of(entry)));
            }
        }
        Optional<String> model = Fields.objects(own).stream()
                .filter(ClaudeCodeSession::isSaid)
                .flatMap(entry -> entry.object("message").stream())
                .flatMap(message -> message.text("model").stream())
                .filter(name -> !name.startsWith("<"))
                .findFirst();
        OwnRecord record = own(Fields.objects(entries));
        // The session of a side chain that has a file of its own is another file, which is called by its id.
        Optional<String> calledBy = main ? Optional.empty() : text(entries, "sessionId").map(session -> session + ".jsonl");
        return Optional.of(new Conversation(
                items, model, Optional.empty(), calledBy.map(file -> record.with(Conversation.SUB_AGENT_OF, file)).orElse(record)));
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

    /// The side chains, an array of entries each: what the sub-agents did that the session's agent called.
    @Override
    public List<Json> inside(Json value) {
        List<Json> entries = entries(value);
        if (!hasMain(entries) || value instanceof Json.Arr && entries.stream().noneMatch(this::isEntry)) {
            return List.of();
        }
        Map<String, String> chains = new HashMap<>();
        SequencedMap<String, List<Json>> byChain = new LinkedHashMap<>();
        for (Json json : entries) {
            if (json instanceof Json.Obj entry && isAside(entry)) {
                String chain = chain(entry, chains);
                entry.text("uuid").ifPresent(id -> chains.put(id, chain));
                byChain.computeIfAbsent(chain, _ -> new ArrayList<>()).add(entry);
            }
        }
        return byChain.values().stream()
                .filter(chain -> Fields.objects(chain).stream().anyMatch(ClaudeCodeSession::isSaid))
                .map(chain -> (Json) new Json.Arr(chain))
                .toList();
    }

    private static List<Json> entries(Json value) {
        return switch (value) {
            case Json.Arr(List<Json> items) -> items;
            case Json.Obj session -> session.items(LOG_LINES);
            default -> List.of();
        };
    }

    /// By its agent or the call that began it, else by the entry that it follows.
    private static String chain(Json.Obj entry, Map<String, String> chains) {
        return entry.text("agentId")
                .or(() -> entry.text("parent_tool_use_id"))
                .or(() -> entry.text("parentUuid").map(chains::get))
                .or(() -> entry.text("uuid"))
                .orElse("");
    }

    private static Optional<String> text(List<Json> entries, String key) {
        return Fields.objects(entries).stream().flatMap(entry -> entry.text(key).stream()).findFirst();
    }

    private static boolean hasMain(List<Json> entries) {
        return Fields.objects(entries).stream().anyMatch(entry -> isSaid(entry) && !isAside(entry));
    }

    private static boolean isAside(Json json) {
        return json instanceof Json.Obj entry
                && (entry.get("isSidechain").equals(TRUE) || entry.text("parent_tool_use_id").isPresent());
    }

    private static boolean isSaid(Json.Obj entry) {
        return !entry.get("isMeta").equals(TRUE)
                && entry.object("message").filter(message -> message.text("role").isPresent()).isPresent();
    }

    private static Item joined(Item before, Json.Obj message, Json.Obj entry) {
        List<Json> content = new ArrayList<>(before.message().items("content"));
        content.addAll(message.items("content"));
        List<Json> recorded = new ArrayList<>(before.recorded());
        recorded.add(entry);
        return new Item(before.message().with("content", new Json.Arr(content)), recorded);
    }
}
