package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.Conversation;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.core.trajectory.format.ConversationFormats;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Step;

/// Conversations as the chat interfaces of language models have them: a list of messages with roles, calls beside or inside an
/// assistant's text, answers by the call's id. Read are OpenAI's chat completions and responses, Anthropic's content blocks, and
/// what open models write in tags; the list stands bare, or in an object under one of several keys.
///
/// Nothing is refused for its shape: a message that says nothing known stays in the source of the step that it stands in.
/// Source: `src/site/markdown/formats.md`, *Neighbouring formats*.
final class MessageListCodec {
    /// What a plain list of messages is called, for people.
    private static final String PLAIN = Envelope.Messages.PLAIN;
    private static final List<String> LISTS = List.of("messages", "conversation", "conversations", "trajectory", "traj", "history");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "human", "assistant", "gpt", "model", "ai", "tool",
            "function", "observation");
    private static final Set<String> ITEMS = Set.of("function_call", "function_call_output", "reasoning", "human", "ai");

    private MessageListCodec() {}

    /// A conversation, taken out of what stands around it.
    ///
    /// @param format what it is written in, for people
    private record Found(String format, Conversation conversation) {}

    /// Whether a value is a conversation.
    static boolean isConversation(Json json) {
        return find(json).isPresent();
    }

    /// Whether a value is one message of a conversation, as a file of one message a line has it.
    static boolean isMessage(Json json) {
        if (!(json instanceof Json.Obj object)) {
            return false;
        }
        String role = role(object);
        boolean speaks = object.get("content").isPresent() || object.get("value").isPresent() || object.get("tool_calls").isPresent()
                || object.get("function_call").isPresent() || object.get("reasoning_content").isPresent();
        return (ROLES.contains(role) && speaks) || ITEMS.contains(object.text("type").orElse(""));
    }

    /// Whether a value is a line of a file that is one conversation as a whole: a message, or an entry of an agent's log.
    static boolean isEntry(Json json) {
        return isMessage(json) || ConversationFormats.isEntry(json);
    }

    /// Whether a value with these first keys may be a conversation.
    static boolean mayHave(Set<String> keys) {
        return LISTS.stream().anyMatch(keys::contains) || (keys.contains("request") && keys.contains("response"))
                || ConversationFormats.mayHave(keys);
    }

    /// What a conversation is read as.
    ///
    /// @param model the model's name where the conversation says it
    /// @param steps the turns of the assistant, one a step; a conversation without any makes one empty step, so that it is seen
    /// @param own   what the record says of the run as a whole
    record Read(Optional<String> model, Envelope envelope, List<Step> steps, OwnRecord own) {}

    /// The conversation that a value is; empty when it is none.
    static Optional<Read> read(Json json) {
        return find(json).map(found -> new Read(
                found.conversation().model(), new Envelope.Messages(found.format(), json), steps(found.conversation()),
                found.conversation().own()));
    }

    private static List<Step> steps(Conversation found) {
        MessageReader reader = new MessageReader();
        found.items().forEach(item -> reader.read(item.message(), item.recorded()));
        List<ConversationTurn> turns = reader.turns();
        Optional<String> query = found.query().or(reader::query);
        List<Step> steps = new ArrayList<>();
        for (ConversationTurn turn : turns) {
            steps.add(turn.step(steps.size() + 1, query));
        }
        return steps;
    }

    /// The role of a message in lower case: what chat completions call `role`, older dialogues `from`, some frameworks `type`.
    static String role(Json.Obj message) {
        return message.text("role").or(() -> message.text("from")).or(() -> message.text("type")).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Found> find(Json json) {
        return ConversationFormats.read(json)
                .map(read -> new Found(read.format().name(), read.conversation()))
                .or(() -> findPlain(json));
    }

    private static Found plain(Conversation conversation) {
        return new Found(PLAIN, ConversationFormats.unfolded(conversation));
    }

    /// What is no message stays in the source of the step that it stands in.
    private static List<Item> items(List<Json> messages) {
        return messages.stream()
                .map(message -> new Item(message instanceof Json.Obj object ? object : Json.Obj.EMPTY, List.of(message)))
                .toList();
    }

    private static Optional<Found> findPlain(Json json) {
        return switch (json) {
            case Json.Arr(List<Json> items) when isList(items) ->
                Optional.of(plain(new Conversation(items(items), Optional.empty(), Optional.empty())));
            case Json.Obj object -> LISTS.stream()
                    .filter(key -> object.get(key).orElse(Json.NULL) instanceof Json.Arr list
                            && (isList(list.items()) || (key.equals("messages") && list.items().isEmpty())))
                    .findFirst()
                    .map(key -> found(object, object.items(key)))
                    .or(() -> logged(object));
            default -> Optional.empty();
        };
    }

    /// A request to a model and its response, as proxies log them: the response is the last message.
    private static Optional<Found> logged(Json.Obj object) {
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
            return Optional.of(found(object, messages));
        });
    }

    private static Found found(Json.Obj object, List<Json> messages) {
        List<Json.Obj> places = new ArrayList<>(List.of(object));
        for (String key : List.of("metadata", "extra_info", "extra", "info", "request", "response")) {
            object.object(key).ifPresent(places::add);
        }
        return plain(new Conversation(
                items(messages), text(places, "model").or(() -> text(places, "model_name")), text(places, "query")));
    }

    private static Optional<String> text(List<Json.Obj> places, String key) {
        return places.stream().flatMap(place -> place.text(key).stream()).filter(text -> !text.isBlank()).findFirst();
    }

    private static boolean isList(List<Json> items) {
        return items.stream().filter(Json.Obj.class::isInstance).findFirst().filter(MessageListCodec::isMessage).isPresent();
    }
}
