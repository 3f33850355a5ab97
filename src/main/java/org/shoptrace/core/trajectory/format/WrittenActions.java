package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// Agents that write their action as text, `Thought: … Action: search[words]`, and read its answer from the user's next turn: WebShop's,
/// and those of AgentGym, AgentBench and their kin. And agents that write a block of shell and list it in `extra.actions`
/// (mini-SWE-agent), or that are answered with what the shell returned. Their actions become calls, the turn after each its answer.
final class WrittenActions {
    private static final Pattern ACTION = Pattern.compile("(?s)^(.*?)\\bAction:\\s*([A-Za-z_]+)\\[(.*)\\]\\s*$");
    /// A tool's name and what it is given on a line of its own.
    private static final Pattern WITH_INPUT = Pattern.compile("(?s)^(.*?)\\bAction:\\s*([\\w.-]+)\\s*\\R\\s*Action Input:\\s*(.*?)\\s*$");
    /// Words of a game, such as `go to shelf 1`, after a thought.
    private static final Pattern WORDS = Pattern.compile("(?s)^(.*?)\\b(?:Action|ACTION):\\s*([^\\n]+?)\\s*$");
    private static final Pattern SHELL = Pattern.compile("(?s)^(.*?)```(?:bash|sh|mswea_bash_command)\\s*\\n(.*?)\\n?```.*$");
    private static final String RETURNED = "<returncode>";
    private static final Pattern THOUGHT = Pattern.compile("(?is)^\\s*Thought:\\s*");
    private static final Pattern INSTRUCTION = Pattern
            .compile("(?s)Instruction:\\s*(?:\\[SEP\\]\\s*)?(.+?)\\s*(?:\\[SEP\\].*|\\[Search\\].*)?$");
    private static final Pattern OBSERVATION = Pattern.compile("^\\s*Observation:\\s*");

    private WrittenActions() {}

    /// The conversation with its actions as calls; the conversation itself where it has none, and where it has other calls.
    static Conversation asCalls(Conversation written) {
        List<Item> items = written.items();
        boolean others = items.stream().anyMatch(item -> item.message().get("tool_calls").isPresent());
        Spelling spelling = Spelling.of(items);
        if (others || items.stream().noneMatch(item -> action(item.message(), spelling).isPresent())) {
            return written;
        }
        List<Item> read = new ArrayList<>();
        Optional<String> instruction = Optional.empty();
        Optional<Action> open = Optional.empty();
        for (Item item : items) {
            Optional<Action> action = action(item.message(), spelling);
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

    /// How a conversation writes what might be something else in another.
    ///
    /// @param words whether its agent gives a thought and an action in words in most of its turns
    /// @param shell whether blocks of shell are answered with what they returned
    private record Spelling(boolean words, boolean shell) {
        static Spelling of(List<Item> items) {
            List<Json.Obj> said = items.stream().map(Item::message).filter(WrittenActions::isAgent).toList();
            long acting = said.stream().filter(message -> isThoughtAndAction(text(message))).count();
            boolean returned = items.stream().anyMatch(item -> isUser(item.message()) && text(item.message()).startsWith(RETURNED));
            // Who lists actions beside its text lists all of them.
            boolean listed = said.stream().anyMatch(message -> message.object("extra").filter(extra -> extra.get("actions").isPresent())
                    .isPresent());
            return new Spelling(acting > 0 && acting * 2 >= said.size(), returned && !listed);
        }

        private static boolean isThoughtAndAction(String text) {
            return THOUGHT.matcher(text).find() && WORDS.matcher(text).matches();
        }
    }

    private static boolean isAgent(Json.Obj message) {
        return List.of("assistant", "gpt", "ai", "model").contains(message.text("role").or(() -> message.text("from")).orElse(""));
    }

    private static Optional<Action> action(Json.Obj message, Spelling spelling) {
        if (!isAgent(message)) {
            return Optional.empty();
        }
        String text = text(message);
        Optional<Json.Obj> command = message.object("extra").flatMap(extra -> Fields.objects(extra.items("actions")).stream().findFirst());
        if (command.isPresent()) {
            return Optional.of(new Action(text, "shell", command.get(), message));
        }
        Matcher action = ACTION.matcher(text);
        if (action.matches()) {
            return Optional.of(new Action(
                    thought(action), action.group(2), Json.Obj.EMPTY.with("value", Json.of(action.group(3).strip())), message));
        }
        Matcher input = WITH_INPUT.matcher(text);
        if (input.matches()) {
            return Optional.of(new Action(thought(input), input.group(2), input(input.group(3)), message));
        }
        Matcher shell = SHELL.matcher(text);
        if (spelling.shell() && shell.matches()) {
            return Optional.of(new Action(text, "shell", Json.Obj.EMPTY.with("command", Json.of(shell.group(2))), message));
        }
        Matcher words = WORDS.matcher(text);
        return spelling.words() && words.matches()
                ? Optional.of(new Action(thought(words), "action", Json.Obj.EMPTY.with("value", Json.of(words.group(2))), message))
                : Optional.empty();
    }

    private static String thought(Matcher action) {
        return THOUGHT.matcher(action.group(1)).replaceFirst("").strip();
    }

    /// What a tool is given: an object, or a text as its only value.
    private static Json input(String text) {
        try {
            return JsonReader.read(text) instanceof Json.Obj object ? object : Json.Obj.EMPTY.with("value", Json.of(text));
        } catch (JsonSyntaxException e) {
            // Words, then.
            return Json.Obj.EMPTY.with("value", Json.of(text));
        }
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
