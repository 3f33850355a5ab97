package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// Agents that write their action as text, `Thought: … Action: search[words]`, and read its answer from the user's next turn: WebShop's,
/// and those of AgentGym, AgentBench and their kin. And agents that write a block of shell and list it in `extra.actions`
/// (mini-SWE-agent). Their actions become calls, the turn after each its answer.
final class WrittenActions {
    private static final Pattern ACTION = Pattern.compile("(?s)^(.*?)\\bAction:\\s*([A-Za-z_]+)\\[(.*)\\]\\s*$");
    private static final Pattern THOUGHT = Pattern.compile("(?s)^\\s*Thought:\\s*");
    private static final Pattern INSTRUCTION = Pattern
            .compile("(?s)Instruction:\\s*(?:\\[SEP\\]\\s*)?(.+?)\\s*(?:\\[SEP\\].*|\\[Search\\].*)?$");
    private static final Pattern OBSERVATION = Pattern.compile("^\\s*Observation:\\s*");

    private WrittenActions() {}

    /// The conversation with its actions as calls; the conversation itself where it has none, and where it has other calls.
    static Conversation asCalls(Conversation written) {
        List<Item> items = written.items();
        boolean others = items.stream().anyMatch(item -> item.message().get("tool_calls").isPresent());
        if (others || items.stream().noneMatch(item -> action(item.message()).isPresent())) {
            return written;
        }
        List<Item> read = new ArrayList<>();
        Optional<String> instruction = Optional.empty();
        Optional<Action> open = Optional.empty();
        for (Item item : items) {
            Optional<Action> action = action(item.message());
            boolean user = isUser(item.message());
            if (user && instruction.isEmpty() && open.isEmpty()) {
                instruction = instruction(text(item.message()));
            }
            if (action.isPresent()) {
                read.add(new Item(action.get().asCall("action-" + read.size()), item.recorded()));
            } else if (user && open.isPresent()) {
                String answer = OBSERVATION.matcher(text(item.message())).replaceFirst("");
                read.add(new Item(
                        Fields.answer(Optional.of("action-" + (read.size() - 1)), open.get().tool(), Json.of(answer)), item.recorded()));
            } else {
                read.add(item);
            }
            open = action;
        }
        return new Conversation(read, written.model(), written.query().isPresent() ? written.query() : instruction, written.own());
    }

    private record Action(String thought, String tool, Json arguments, Json.Obj message) {
        Json.Obj asCall(String id) {
            Json.Obj said = Fields.message("assistant", Json.NULL)
                    .with("reasoning_content", Json.of(thought))
                    .with("tool_calls", new Json.Arr(List.of(Fields.call(Optional.of(id), tool, arguments))));
            return message.get("timestamp").or(() -> message.object("extra").flatMap(extra -> extra.get("timestamp")))
                    .map(time -> said.with("timestamp", time)).orElse(said);
        }
    }

    private static Optional<Action> action(Json.Obj message) {
        String role = message.text("role").or(() -> message.text("from")).orElse("");
        if (!List.of("assistant", "gpt", "ai", "model").contains(role)) {
            return Optional.empty();
        }
        String text = text(message);
        Optional<Json.Obj> command = message.object("extra").flatMap(extra -> Fields.objects(extra.items("actions")).stream().findFirst());
        if (command.isPresent()) {
            return Optional.of(new Action(text, "shell", command.get(), message));
        }
        Matcher action = ACTION.matcher(text);
        return action.matches()
                ? Optional.of(new Action(
                        THOUGHT.matcher(action.group(1)).replaceFirst("").strip(), action.group(2),
                        Json.Obj.EMPTY.with("value", Json.of(action.group(3).strip())), message))
                : Optional.empty();
    }

    private static boolean isUser(Json.Obj message) {
        return List.of("user", "human").contains(message.text("role").or(() -> message.text("from")).orElse(""));
    }

    private static Optional<String> instruction(String text) {
        Matcher matcher = INSTRUCTION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static String text(Json.Obj message) {
        return message.text("content").or(() -> message.text("value")).orElse("");
    }
}
