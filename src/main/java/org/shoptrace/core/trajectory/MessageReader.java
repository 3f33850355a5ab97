package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.trajectory.ConversationTurn.Call;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Picture;

/// Makes turns of the messages of one conversation, in their order. Not for use by several threads.
final class MessageReader {
    private final List<ConversationTurn> turns = new ArrayList<>();
    /// What was said since the last turn, and belongs to the next.
    private final List<Json> pending = new ArrayList<>();
    private final List<Interjection> pendingWords = new ArrayList<>();
    private final List<Picture> pendingPictures = new ArrayList<>();
    /// What the message that is being read was made of.
    private List<Json> source = List.of();
    private Generation generation = Generation.UNSAID;
    private @Nullable String query;
    private @Nullable ConversationTurn current;
    /// Whether the current turn is made of items that each are a part of it, as responses are, and not of one message.
    private boolean ofItems;

    /// What the user said first.
    Optional<String> query() {
        return Optional.ofNullable(query);
    }

    /// The turns, once all messages are read; what follows the last is part of it.
    List<ConversationTurn> turns() {
        if (turns.isEmpty() && !pending.isEmpty()) {
            begin(false);
        }
        if (current != null) {
            pending.forEach(current::record);
            pending.clear();
            pendingWords.forEach(words -> current.othersSay(words.speaker(), false, words.text()));
            pendingWords.clear();
            pendingPictures.forEach(current::shows);
            pendingPictures.clear();
        }
        return turns;
    }

    void read(Item item) {
        Json.Obj message = item.message();
        source = item.recorded();
        generation = item.generation();
        switch (MessageParts.role(message)) {
            case "user", "human" -> user(message);
            case "assistant", "gpt", "model", "ai" -> assistant(message);
            case "function_call", "custom_tool_call", "mcp_call", "local_shell_call", "web_search_call" ->
                item(message, turn -> call(turn, message));
            case "reasoning" -> item(message, turn -> turn.reasons(MessageParts.reasoning(message)));
            case "tool", "function", "observation", "function_call_output", "custom_tool_call_output", "local_shell_call_output" -> {
                // Several answers of a turn may come as one message.
                List<Json.Obj> several = MessageParts.objects(message.items("tool_messages"));
                List<Json.Obj> parts = several.isEmpty()
                        ? MessageParts.severalAnswers(
                                message, current == null ? 0 : current.calls().stream().filter(Call::isOpen).count())
                        : several;
                (parts.isEmpty() ? List.of(message) : parts).forEach(this::answer);
            }
            case "system", "developer" -> system(message);
            default -> {
                pending.addAll(source);
                if (current != null) {
                    // Nobody says it: a count of what the last turn took.
                    current.made(generation);
                }
            }
        }
    }

    /// The prompt before all turns is no event of the run; what a system says later is one.
    private void system(Json.Obj message) {
        pending.addAll(source);
        if (current != null) {
            say(Speaker.SYSTEM, MessageParts.text(message));
            show(Speaker.SYSTEM, MessageParts.content(message));
        }
    }

    private void show(Speaker speaker, Json content) {
        ContentParts.images(content)
                .forEach(image -> pendingPictures.add(new Picture(Optional.empty(), Optional.of(speaker), image)));
    }

    private void say(Speaker speaker, String text) {
        if (!text.isBlank()) {
            pendingWords.add(new Interjection(speaker, true, text));
        }
    }

    private void user(Json.Obj message) {
        List<Json.Obj> answers = MessageParts.answers(message);
        answers.forEach(block -> answer(MessageParts.answeredCall(block), block));
        String text = MessageParts.text(message);
        if (answers.isEmpty() && TaggedText.answersCallsOf(current, text)) {
            ConversationTurn turn = turn();
            TaggedText.answer(turn, text);
            source.forEach(turn::record);
            return;
        }
        if (answers.isEmpty()) {
            pending.addAll(source);
        }
        show(Speaker.USER, MessageParts.content(message));
        MessageParts.calls(message).forEach(call -> say(Speaker.USER, "The user calls " + call));
        if (text.isBlank()) {
            return;
        }
        if (query == null) {
            query = TaggedText.query(text);
        } else {
            say(Speaker.USER, text);
        }
    }

    private void assistant(Json.Obj message) {
        boolean isItem = message.text("type").filter("message"::equals).isPresent() && message.get("tool_calls").isEmpty();
        ConversationTurn turn = isItem && ofItems && pending.isEmpty() ? turn() : begin(isItem);
        source.forEach(turn::record);
        turn.happenedAt(MessageParts.timestamp(message));
        turn.made(generation);
        MessageParts.fill(turn, message);
    }

    private void item(Json.Obj message, Consumer<ConversationTurn> part) {
        boolean goesOn = current != null && ofItems && pending.isEmpty() && current.calls().stream().allMatch(Call::isOpen);
        ConversationTurn turn = goesOn ? turn() : begin(true);
        if (!goesOn) {
            turn.happenedAt(MessageParts.timestamp(message));
        }
        source.forEach(turn::record);
        turn.made(generation);
        part.accept(turn);
    }

    /// A call that is an item of its own; that of a server's tool holds its answer.
    private static void call(ConversationTurn turn, Json.Obj item) {
        Json.Obj asked = item.get("action").map(action -> item.with("name", item.get("type").orElse(Json.NULL)).with("arguments", action))
                .orElse(item);
        Call call = MessageParts.call(MessageParts.inner(asked));
        turn.calls(call);
        if (item.text("type").equals(Optional.of("mcp_call")) && item.get("output").isPresent()) {
            call.answer(MessageParts.answer(item));
        }
    }

    /// What the user's own tool answers is no answer to the agent.
    private void answer(Json.Obj message) {
        if (message.text("requestor").equals(Optional.of("user"))) {
            pending.addAll(source);
            say(Speaker.USER, "The user's tool answers: " + RecordedAnswer.words(MessageParts.answer(message)));
        } else {
            answer(MessageParts.answeredCall(message), message);
        }
    }

    private void answer(Answered to, Json.Obj message) {
        Json content = MessageParts.answer(message);
        List<String> images = ContentParts.images(MessageParts.content(message));
        Optional<ConversationTurn> turn = turns.reversed().stream().filter(t -> call(t, to).isPresent()).findFirst();
        turn.ifPresent(t -> call(t, to).ifPresent(call -> {
            call.answer(content);
            images.forEach(image -> t.shows(new Picture(Optional.of(t.calls().indexOf(call) + 1), Optional.empty(), image)));
        }));
        ConversationTurn place = turn.orElse(current);
        if (turn.isEmpty()) {
            // No call asked for it: the environment speaks by itself.
            say(Speaker.ENVIRONMENT, RecordedAnswer.words(content));
            images.forEach(image -> pendingPictures.add(new Picture(Optional.empty(), Optional.of(Speaker.ENVIRONMENT), image)));
        }
        if (place == null) {
            pending.addAll(source);
        } else {
            source.forEach(place::record);
            // An item after an answer is a new turn's.
            ofItems = ofItems && place.open().isPresent();
        }
    }

    /// What an answer says of the call that it belongs to.
    ///
    /// @param tool the tool's name as recorded
    record Answered(Optional<String> id, Optional<String> tool) {}

    /// By id; an answer without one goes to the first open call of its tool, or of any. Two different ids never belong together.
    private static Optional<Call> call(ConversationTurn turn, Answered to) {
        Optional<Call> byId = to.id().flatMap(turn::open);
        if (byId.isPresent()) {
            return byId;
        }
        Optional<String> tool = to.tool().map(ToolName::of);
        return turn.calls().stream()
                .filter(call -> call.isOpen() && (to.id().isEmpty() || call.id().isEmpty()))
                .filter(call -> tool.isEmpty() || call.name().equals(tool.get()))
                .findFirst();
    }

    private ConversationTurn turn() {
        return Objects.requireNonNull(current, "a turn has begun");
    }

    private ConversationTurn begin(boolean items) {
        ConversationTurn turn = new ConversationTurn();
        pending.forEach(turn::record);
        pending.clear();
        pendingWords.forEach(words -> turn.othersSay(words.speaker(), true, words.text()));
        pendingWords.clear();
        pendingPictures.forEach(turn::shows);
        pendingPictures.clear();
        turns.add(turn);
        current = turn;
        ofItems = items;
        return turn;
    }
}
