package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// The events of OpenHands' agent SDK: `[{kind, source, …}]`, bare or as the `history` of an evaluation's line. Actions of one answer of
/// the model (`llm_response_id`) are one turn; an observation names the call that it answers.
final class OpenHandsSdkEvents implements ConversationFormat {
    private static final Set<String> SAID = Set.of("SystemPromptEvent", "MessageEvent", "ActionEvent", "ObservationEvent");
    /// The agent's last words, which the SDK writes as a call.
    private static final Optional<String> FINISH = Optional.of("finish");

    @Override
    public String name() {
        return "OpenHands events";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("kind") && keys.contains("source") || keys.contains("history") && keys.contains("instance_id");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> events = Fields.onlyObjects(value instanceof Json.Obj line ? line.get("history").orElse(Json.NULL) : value);
        if (events.isEmpty() || events.getFirst().text("kind").isEmpty() || events.stream().noneMatch(OpenHandsSdkEvents::isSaid)) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        Map<String, Integer> answers = new HashMap<>();
        for (Json.Obj event : events) {
            Item item = item(event);
            Optional<String> answer = event.text("llm_response_id").filter(_ -> item.message().get("tool_calls").isPresent());
            Optional<Integer> open = answer.map(answers::get);
            if (open.isPresent()) {
                items.set(open.get(), joined(items.get(open.get()), item));
            } else {
                answer.ifPresent(id -> answers.put(id, items.size()));
                items.add(item);
            }
        }
        return Optional.of(new Conversation(items, OpenHandsEvents.model(value), Optional.empty(), OpenHandsEvents.own(value, events)));
    }

    private static boolean isSaid(Json.Obj event) {
        return event.text("kind").filter(SAID::contains).isPresent();
    }

    private static Item item(Json.Obj event) {
        Optional<Json.Obj> message = switch (event.text("kind").orElse("")) {
            case "SystemPromptEvent" -> event.get("system_prompt").map(prompt -> Fields.message("system", blocks(prompt)));
            case "MessageEvent" -> event.object("llm_message").map(said -> said.text("role").isPresent()
                    ? said
                    : said.with("role", Json.of(isAgent(event) ? "assistant" : "user")));
            case "ActionEvent" -> Optional.of(act(event));
            case "ObservationEvent" -> event.text("tool_name").equals(FINISH) ? Optional.empty() : Optional.of(observation(event));
            case "AgentErrorEvent" -> Optional.of(answer(event, event.get("error").orElse(Json.NULL))
                    .with("is_error", new Json.Bool(true)));
            case "UserRejectObservation" -> Optional.of(answer(event, event.get("rejection_reason").orElse(Json.NULL))
                    .with("is_error", new Json.Bool(true)));
            default -> Optional.empty();
        };
        return message.map(said -> new Item(event.get("timestamp").map(time -> said.with("timestamp", time)).orElse(said), List.of(event)))
                .orElseGet(() -> Item.unsaid(event));
    }

    private static boolean isAgent(Json.Obj event) {
        return event.text("source").equals(Optional.of("agent"));
    }

    private static Json.Obj act(Json.Obj event) {
        Optional<Json.Obj> action = event.object("action");
        Json words = blocks(event.get("thought").orElse(Json.NULL));
        String thought = event.text("reasoning_content").orElse("");
        if (event.text("tool_name").equals(FINISH) && action.flatMap(said -> said.text("message")).isPresent()) {
            return Fields.message("assistant", action.flatMap(said -> said.get("message")).orElse(Json.NULL))
                    .with("reasoning_content", Json.of(thought));
        }
        Json.Obj called = event.object("tool_call").orElse(Json.Obj.EMPTY);
        Json arguments = called.get("arguments").or(() -> called.object("function").flatMap(function -> function.get("arguments")))
                .orElseGet(() -> action.map(OpenHandsSdkEvents::arguments).orElse(Json.Obj.EMPTY));
        Json call = Fields.call(event.text("tool_call_id"), event.text("tool_name").orElse(""), arguments);
        return Fields.message("assistant", words).with("reasoning_content", Json.of(thought))
                .with("tool_calls", new Json.Arr(List.of(call)));
    }

    /// The fields of an action but its class.
    private static Json arguments(Json.Obj action) {
        Json.Obj arguments = Json.Obj.EMPTY;
        for (var field : action.fields().entrySet()) {
            arguments = field.getKey().equals("kind") ? arguments : arguments.with(field.getKey(), field.getValue());
        }
        return arguments;
    }

    private static Json.Obj observation(Json.Obj event) {
        Json.Obj seen = event.object("observation").orElse(Json.Obj.EMPTY);
        Json.Obj answer = answer(event, seen.get("content").or(() -> seen.get("output")).orElse(seen));
        return seen.get("is_error").equals(Optional.of(new Json.Bool(true))) ? answer.with("is_error", new Json.Bool(true)) : answer;
    }

    private static Json.Obj answer(Json.Obj event, Json content) {
        return Fields.answer(event.text("tool_call_id"), event.text("tool_name").orElse(""), content);
    }

    /// One block stands alone.
    private static Json blocks(Json content) {
        return content instanceof Json.Obj ? new Json.Arr(List.of(content)) : content;
    }

    private static Item joined(Item before, Item more) {
        List<Json> calls = new ArrayList<>(before.message().items("tool_calls"));
        calls.addAll(more.message().items("tool_calls"));
        List<Json> recorded = new ArrayList<>(before.recorded());
        recorded.addAll(more.recorded());
        return new Item(before.message().with("tool_calls", new Json.Arr(calls)), recorded);
    }
}
