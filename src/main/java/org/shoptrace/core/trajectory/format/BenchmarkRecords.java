package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// A benchmark's record of one run, whose `messages` are a chat completion's: told apart from a plain list by what stands beside them.
///
/// @param name   what a run is called, for people
/// @param beside one of these stands beside the messages
/// @param usage  the field whose keys are the names of the models, first that of the agent; empty text for none
record BenchmarkRecords(String name, Set<String> beside, String usage) implements ConversationFormat {
    private static final String MESSAGES = "messages";

    /// `{task_id, messages, reward_info, termination_reason}`, an element of a result's `simulations`.
    static final ConversationFormat TAU2 = new BenchmarkRecords("tau2-bench simulation", Set.of("reward_info", "termination_reason"), "");

    /// `{id, epoch, input, messages, scores}`, an element of a log's `samples`.
    static final ConversationFormat INSPECT = new BenchmarkRecords("Inspect sample", Set.of("scores", "epoch", "model_usage"),
            "model_usage");

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains(MESSAGES) && beside.stream().anyMatch(keys::contains)
                || keys.contains("simulations")
                || keys.contains("eval") && keys.contains("samples");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj record) || beside.stream().noneMatch(key -> record.get(key).isPresent())) {
            return Optional.empty();
        }
        List<Json.Obj> messages = Fields.onlyObjects(record.get(MESSAGES).orElse(Json.NULL));
        if (messages.isEmpty() || messages.stream().noneMatch(message -> message.text("role").isPresent())) {
            return Optional.empty();
        }
        Optional<String> model = record.object(usage).flatMap(by -> by.fields().keySet().stream().findFirst());
        return Optional.of(new Conversation(messages.stream().map(Item::asRecorded).toList(), model, Optional.empty()));
    }
}
