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

/// Makes turns of the messages of one conversation, in their order. Not for use by several threads.
final class MessageReader {
    private final List<ConversationTurn> turns = new ArrayList<>();
    /// What was said since the last turn, and belongs to the next.
    private final List<Json> pending = new ArrayList<>();
    private final List<Interjection> pendingWords = new ArrayList<>();
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
            case "function_call" -> item(message, turn -> turn.calls(MessageParts.call(MessageParts.inner(message))));
            case "reasoning" -> item(message, turn -> turn.reasons(MessageParts.reasoning(message)));
            case "tool", "function", "observation", "function_call_output" -> {
                // Several answers of a turn may come as one message.
                List<Json.Obj> several = MessageParts.objects(message.items("tool_messages"));
                (several.isEmpty() ? List.of(message) : several).forEach(this::answer);
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
        }
    }

    private void say(Speaker speaker, String text) {
        if (!text.isBlank()) {
            pendingWords.add(new Interjection(speaker, true, text));
        }
    }

    private void user(Json.Obj message) {
        List<Json.Obj> answers = MessageParts.answers(message);
        answers.forEach(block -> answer(message, MessageParts.answeredCall(block), MessageParts.answer(block)));
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
        source.forEach(turn::record);
        turn.made(generation);
        part.accept(turn);
    }

    /// What the user's own tool answers is no answer to the agent.
    private void answer(Json.Obj message) {
        if (message.text("requestor").equals(Optional.of("user"))) {
            pending.addAll(source);
            say(Speaker.USER, "The user's tool answers: " + RecordedAnswer.words(MessageParts.answer(message)));
        } else {
            answer(message, MessageParts.answeredCall(message), MessageParts.answer(message));
        }
    }

    private void answer(Json.Obj message, Answered to, Json content) {
        Optional<ConversationTurn> turn = turns.reversed().stream().filter(t -> call(t, to).isPresent()).findFirst();
        turn.flatMap(t -> call(t, to)).ifPresent(call -> call.answer(content));
        ConversationTurn place = turn.orElse(current);
        if (turn.isEmpty()) {
            // No call asked for it: the environment speaks by itself.
            say(Speaker.ENVIRONMENT, RecordedAnswer.words(content));
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
        turns.add(turn);
        current = turn;
        ofItems = items;
        return turn;
    }
}
