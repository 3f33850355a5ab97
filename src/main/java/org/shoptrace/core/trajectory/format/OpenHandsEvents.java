package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// OpenHands' events: `[{id, source, action|observation, args, cause}]`, bare or as the `history` of an evaluation's line. An agent's
/// action is a call of that name; the observation that names it as its cause is the answer.
final class OpenHandsEvents implements ConversationFormat {
    /// What an action says that is no argument of it.
    private static final String THOUGHT = "thought";

    @Override
    public String name() {
        return "OpenHands events";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("source") && (keys.contains("action") || keys.contains("observation"))
                || keys.contains("history") && keys.contains("instance_id");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> events = Fields.onlyObjects(value instanceof Json.Obj line ? line.get("history").orElse(Json.NULL) : value);
        if (events.isEmpty() || !isEvent(events.getFirst())) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (Json.Obj event : events) {
            items.add(item(event)
                    .map(message -> new Item(
                            event.get("timestamp").map(time -> message.with("timestamp", time)).orElse(message), List.of(event)))
                    .orElseGet(() -> Item.unsaid(event)));
        }
        Optional<String> model = value instanceof Json.Obj line
                ? line.object("metadata").flatMap(metadata -> metadata.object("llm_config")).flatMap(config -> config.text("model"))
                : Optional.empty();
        return Optional.of(new Conversation(items, model, Optional.empty()));
    }

    private static boolean isEvent(Json.Obj event) {
        return event.text("source").isPresent() && (event.text("action").isPresent() || event.text("observation").isPresent());
    }

    private static Optional<Json.Obj> item(Json.Obj event) {
        Json.Obj args = event.object("args").orElse(Json.Obj.EMPTY);
        Optional<String> action = event.text("action");
        boolean agent = event.text("source").equals(Optional.of("agent"));
        if (action.isEmpty()) {
            Optional<String> cause = event.get("cause").map(Fields::text).filter(id -> !id.isEmpty());
            Json content = event.get("content").or(() -> event.get("message")).orElse(Json.NULL);
            return event.text("observation").map(tool -> Fields.answer(cause, tool, content));
        }
        Json said = args.get("content").or(() -> event.get("message")).orElse(Json.NULL);
        return switch (action.get()) {
            case "message" -> Optional.of(Fields.message(agent ? "assistant" : "user", said));
            case "system" -> Optional.of(Fields.message("system", said));
            case "finish" -> Optional.of(Fields.message(
                    "assistant", args.get("final_thought").filter(text -> !Fields.text(text).isEmpty()).or(() -> event.get("message"))
                            .orElse(Json.NULL)));
            case String tool when agent -> Optional.of(act(event, tool, args));
            // A person's or the environment's own acts, such as a recall: nothing that an agent did.
            default -> Optional.empty();
        };
    }

    private static Json.Obj act(Json.Obj event, String tool, Json.Obj args) {
        Json.Obj arguments = Json.Obj.EMPTY;
        for (var field : args.fields().entrySet()) {
            arguments = field.getKey().equals(THOUGHT) ? arguments : arguments.with(field.getKey(), field.getValue());
        }
        Json call = Fields.call(event.get("id").map(Fields::text), tool, arguments);
        return Fields.message("assistant", Json.NULL)
                .with("reasoning_content", Json.of(args.text(THOUGHT).orElse("")))
                .with("tool_calls", new Json.Arr(List.of(call)));
    }
}
