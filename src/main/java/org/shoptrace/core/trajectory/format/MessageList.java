package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;

/// Conversations as the chat interfaces of language models have them: a list of messages with roles, calls beside or inside an
/// assistant's text, answers by the call's id. Read are OpenAI's chat completions and responses, Anthropic's content blocks, and
/// what open models write in tags; the list stands bare, or in an object under one of several keys.
final class MessageList implements ConversationFormat {
    private static final List<String> LISTS = List.of("messages", "conversation", "conversations", "trajectory", "traj", "history");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "human", "assistant", "gpt", "model", "ai", "tool",
            "function", "observation");
    private static final Set<String> ITEMS = Set.of("function_call", "function_call_output", "reasoning", "human", "ai");

    @Override
    public String name() {
        return Envelope.Messages.PLAIN;
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return LISTS.stream().anyMatch(keys::contains) || (keys.contains("request") && keys.contains("response"))
                || keys.contains("role") && (keys.contains("content") || keys.contains("tool_calls"))
                || keys.contains("from") && keys.contains("value");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return switch (value) {
            case Json.Arr(List<Json> items) when isList(items) ->
                Optional.of(new Conversation(items(items), Optional.empty(), Optional.empty()));
            // A session of the Gemini CLI, which calls the speaker `gemini`.
            case Json.Obj object when object.get("projectHash").isPresent() -> Optional.empty();
            case Json.Obj object -> LISTS.stream()
                    .filter(key -> object.get(key).orElse(Json.NULL) instanceof Json.Arr list
                            && (isList(list.items()) || (key.equals("messages") && list.items().isEmpty())))
                    .findFirst()
                    .map(key -> found(object, object.items(key)))
                    .or(() -> logged(object));
            default -> Optional.empty();
        };
    }

    /// Whether a value is one message of a conversation, as a file of one message a line has it.
    @Override
    public boolean isEntry(Json json) {
        return isMessage(json);
    }

    /// Whether a value is one message of a conversation.
    static boolean isMessage(Json json) {
        if (!(json instanceof Json.Obj object)) {
            return false;
        }
        String role = role(object);
        boolean speaks = object.get("content").isPresent() || object.get("value").isPresent() || object.get("tool_calls").isPresent()
                || object.get("function_call").isPresent() || object.get("reasoning_content").isPresent();
        return (ROLES.contains(role) && speaks) || ITEMS.contains(object.text("type").orElse(""));
    }

    /// The role of a message in lower case: what chat completions call `role`, older dialogues `from`, some frameworks `type`.
    static String role(Json.Obj message) {
        return message.text("role").or(() -> message.text("from")).or(() -> message.text("type")).orElse("").toLowerCase(Locale.ROOT);
    }

    /// What is no message stays in the source of the step that it stands in.
    private static List<Item> items(List<Json> messages) {
        return messages.stream()
                .map(message -> new Item(message instanceof Json.Obj object ? object : Json.Obj.EMPTY, List.of(message)))
                .toList();
    }

    /// A request to a model and its response, as proxies log them: the response is the last message.
    private static Optional<Conversation> logged(Json.Obj object) {
        return object.object("request").flatMap(request -> {
            List<Json> messages = new ArrayList<>(request.items("messages"));
            if (!isList(messages)) {
                return Optional.empty();
            }
            object.object("response").stream()
                    .flatMap(response -> response.items("choices").stream())
                    .limit(1)
                    .flatMap(choice -> choice instanceof Json.Obj first ? first.object("message").stream() : Stream.empty())
                    .forEach(messages::add);
            Conversation exchange = found(object, messages);
            // What the exchange took is what its answer took.
            List<Item> items = new ArrayList<>(exchange.items());
            Item last = items.removeLast();
            items.add(last.made(last.generation().plus(Metrics.of(object))));
            return Optional.of(new Conversation(items, exchange.model(), exchange.query(), exchange.own()));
        });
    }

    private static Conversation found(Json.Obj object, List<Json> messages) {
        List<Json.Obj> places = new ArrayList<>(List.of(object));
        for (String key : List.of("metadata", "extra_info", "extra", "info", "request", "response")) {
            object.object(key).ifPresent(places::add);
        }
        // mini-SWE-agent names its model among its settings.
        object.object("info").flatMap(info -> info.object("config")).flatMap(config -> config.object("model")).ifPresent(places::add);
        return new Conversation(items(Illustrations.in(object, messages)), text(places, "model").or(() -> text(places, "model_name")),
                text(places, "query"),
                OwnReading.beside(object));
    }

    private static Optional<String> text(List<Json.Obj> places, String key) {
        return places.stream().flatMap(place -> place.text(key).stream()).filter(text -> !text.isBlank()).findFirst();
    }

    /// Whether these are messages, by the first of them that is an object, or by most of them, where a header stands first.
    static boolean isList(List<Json> items) {
        return items.stream().filter(Json.Obj.class::isInstance).findFirst().filter(MessageList::isMessage).isPresent()
                || items.size() > 2 && items.stream().filter(MessageList::isMessage).count() * 2 > items.size();
    }
}
