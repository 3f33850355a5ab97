package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;

/// A benchmark's record of one run, whose `messages` are a chat completion's: told apart from a plain list by what stands beside them.
///
/// @param name   what a run is called, for people
/// @param beside one of these stands beside the messages
/// @param usage  the field whose keys are the names of the models, first that of the agent; empty text for none
/// @param own    reads what the record says of its run
/// @param made   reads how its messages were made, by their ids, where that does not stand in them
record BenchmarkRecords(
        String name,
        Set<String> beside,
        String usage,
        Function<Json.Obj, OwnRecord> own,
        Function<Json.Obj, Map<String, Generation>> made)
        implements
            ConversationFormat {
    private static final String MESSAGES = "messages";

    /// `{task_id, messages, reward_info, termination_reason}`, an element of a result's `simulations`.
    static final ConversationFormat TAU2 = new BenchmarkRecords("tau2-bench simulation", Set.of("reward_info", "termination_reason"), "",
            Tau2Verdict::of, _ -> Map.of());

    /// `{id, epoch, input, messages, scores}`, an element of a log's `samples`.
    static final ConversationFormat INSPECT = new BenchmarkRecords("Inspect sample", Set.of("scores", "epoch", "model_usage"),
            "model_usage", InspectVerdict::of, InspectVerdict::generations);

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
        Map<String, Generation> generations = made.apply(record);
        Attachments attachments = Attachments.of(record);
        List<Item> items = messages.stream()
                .map(message -> new Item(attachments.in(message), List.of(message)))
                .map(item -> item.message().text("id").map(generations::get).map(item::made).orElse(item))
                .toList();
        return Optional.of(new Conversation(items, model, Optional.empty(), own.apply(record)));
    }
}
