package org.shoptrace.core.trajectory.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Usage;

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
        BigDecimal spent = BigDecimal.ZERO;
        for (Json.Obj event : events) {
            Generation made = Metrics.of(event.object("tool_call_metadata").orElse(Json.Obj.EMPTY));
            Optional<BigDecimal> now = Metrics.usage(event.object("llm_metrics").orElse(Json.Obj.EMPTY)).cost();
            if (now.isPresent()) {
                made = made.plus(costing(now.get().subtract(spent).max(BigDecimal.ZERO)));
                spent = now.get();
            }
            Generation generation = made;
            items.add(item(event)
                    .map(message -> new Item(
                            event.get("timestamp").map(time -> message.with("timestamp", time)).orElse(message), List.of(event),
                            generation))
                    .orElseGet(() -> Item.unsaid(event)));
        }
        return Optional.of(new Conversation(items, model(value), Optional.empty(), own(value, events)));
    }

    /// The model that an evaluation's line names.
    static Optional<String> model(Json value) {
        return value instanceof Json.Obj line
                ? line.object("metadata").flatMap(metadata -> metadata.object("llm_config").or(() -> metadata.object("llm")))
                        .flatMap(config -> config.text("model"))
                : Optional.empty();
    }

    /// The events count the cost up; a turn took the difference.
    private static Generation costing(BigDecimal cost) {
        Usage usage = new Usage(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(cost), Optional.empty());
        return new Generation(usage, Optional.empty(), Optional.empty());
    }

    /// What an evaluation's line says of its run beside the events.
    static OwnRecord own(Json value, List<Json.Obj> events) {
        OwnReading own = new OwnReading("the evaluation's test");
        if (value instanceof Json.Obj line) {
            own.verdict(line).task(line).took(Metrics.usage(line));
            line.object("test_result").ifPresent(test -> {
                own.verdict(test).parts(test);
                test.object("report").ifPresent(own::parts);
            });
            line.object("metadata").ifPresent(metadata -> metadata.text("agent_class").ifPresent(
                    agent -> own.metadata("agent_class", Json.of(agent))));
        }
        events.getLast().object("extras").flatMap(extras -> extras.text("agent_state")).ifPresent(own::ending);
        return own.record();
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
