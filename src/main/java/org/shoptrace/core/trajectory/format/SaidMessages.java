package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// What was sent to a model, or what came back, as traces keep it: in the spelling of whichever framework was watched, often as a text that
/// holds JSON. Made into messages as chat completions have them.
final class SaidMessages {
    private static final int MAX_NESTING = 6;
    private static final Set<String> ITEMS = Set.of("function_call", "function_call_output", "reasoning", "message", "human", "ai");
    /// LangChain's classes of messages.
    private static final Map<String, String> CLASSES = Map.of(
            "HumanMessage", "user", "HumanMessageChunk", "user", "AIMessage", "assistant", "AIMessageChunk", "assistant", "ToolMessage",
            "tool", "SystemMessage", "system", "human", "user", "ai", "assistant", "tool", "tool", "system", "system");
    /// What a program writes in the place of a text that is not there.
    private static final Set<String> NOTHING = Set.of("None", "null", "undefined");
    /// What Python's `repr` makes of a message, of which the beginning says who speaks and what.
    private static final Pattern REPR = Pattern.compile("(?s)^role='(\\w+)' content=(['\"])(.*?)\\2 (?:name|tool_call_id)=.*");
    /// The frameworks whose lists of messages are none of a chat completion's.
    private static final List<ConversationFormat> LISTS = List.of(
            new LangChainMessages(), new GeminiContents(), new PydanticMessages(), new UiMessages());
    /// Where an object keeps its messages, in the order in which they are looked for.
    private static final List<String> INSIDE = List.of(
            "messages", "contents", "choices", "generations", "candidates", "message", "content", "new_message", "output", "input",
            "response", "result", "text", "prompt", "completion", "value");

    private SaidMessages() {}

    /// @param role who speaks where a text or a block stands alone: `user` or `assistant`
    static List<Json.Obj> of(Json value, String role) {
        return of(value, role, 0);
    }

    private static List<Json.Obj> of(Json value, String role, int depth) {
        if (depth > MAX_NESTING) {
            return List.of();
        }
        return switch (value) {
            case Json.Str(String text) -> parsed(text).map(inner -> of(inner, role, depth + 1))
                    .filter(messages -> !messages.isEmpty())
                    .orElseGet(() -> text.isBlank() || NOTHING.contains(text.strip()) ? List.of() : List.of(words(text, role)));
            case Json.Arr(List<Json> items) -> list(items, role, depth);
            case Json.Obj object -> object(object, role, depth);
            default -> List.of();
        };
    }

    private static Json.Obj words(String text, String role) {
        Matcher repr = REPR.matcher(text);
        return repr.matches()
                ? Fields.message(repr.group(1), Json.of(repr.group(3).replace("\\n", "\n").replace("\\'", "'")))
                : Fields.message(role, Json.of(text));
    }

    private static Optional<Json> parsed(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[") && !stripped.startsWith("\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.read(stripped));
        } catch (JsonSyntaxException e) {
            // Words that start as JSON does.
            return Optional.empty();
        }
    }

    private static List<Json.Obj> list(List<Json> items, String role, int depth) {
        List<Json.Obj> objects = Fields.onlyObjects(new Json.Arr(items));
        if (objects.isEmpty()) {
            return items.stream().flatMap(item -> of(item, role, depth + 1).stream()).toList();
        }
        if (objects.stream().allMatch(SaidMessages::hasTypedParts)) {
            return objects.stream().flatMap(message -> ofParts(message, role).stream()).toList();
        }
        Optional<Conversation> known = LISTS.stream().flatMap(format -> format.read(new Json.Arr(items)).stream()).findFirst();
        if (known.isPresent()) {
            return known.get().items().stream().map(Item::message).filter(message -> !message.equals(Json.Obj.EMPTY)).toList();
        }
        if (objects.stream().allMatch(object -> object.get("toolName").isPresent() && object.get("toolCallId").isPresent())) {
            return List.of(calling(role, objects.stream().map(SaidMessages::call).toList()));
        }
        if (objects.stream().noneMatch(SaidMessages::isMessage) && objects.stream().allMatch(object -> object.text("type").isPresent())) {
            return List.of(Fields.message(role, new Json.Arr(items)));
        }
        return objects.stream().flatMap(object -> object(object, role, depth).stream()).toList();
    }

    /// What says a role, any word: some write a tool's name there.
    private static boolean isMessage(Json.Obj object) {
        return role(object).isPresent() && object.get("content").or(() -> object.get("tool_calls")).isPresent()
                || object.text("type").filter(ITEMS::contains).isPresent();
    }

    private static Optional<String> role(Json.Obj object) {
        return object.text("role").map(role -> role.toLowerCase(Locale.ROOT)).or(() -> object.text("type").map(CLASSES::get));
    }

    private static List<Json.Obj> object(Json.Obj object, String role, int depth) {
        if (hasTypedParts(object)) {
            return ofParts(object, role);
        }
        if (object.get("parts").isPresent() && object.text("role").isPresent()) {
            return list(List.of(object), role, depth + 1);
        }
        if (object.text("type").filter("constructor"::equals).isPresent() || object.object("kwargs").isPresent()) {
            return new LangChainMessages().read(new Json.Arr(List.of(object)))
                    .map(read -> read.items().stream().map(Item::message).map(SaidMessages::lifted).toList())
                    .orElse(List.of());
        }
        if (isToolDefinition(object)) {
            return List.of();
        }
        if (isMessage(object)) {
            Json.Obj message = written(lifted(blocks(object)));
            return List.of(message.text("role").isPresent() || role(message).isEmpty()
                    ? message
                    : message.with("role", Json.of(role(message).get())));
        }
        List<Json> calls = object.items("tool_calls");
        if (!calls.isEmpty() && object.get("messages").isEmpty() && object.get("message").isEmpty()) {
            return List.of(object.with("role", Json.of(role)));
        }
        for (String key : INSIDE) {
            // A text beside the message that it is the text of says nothing more.
            List<Json.Obj> inside = object.get(key).map(value -> of(first(key, value), role, depth + 1)).orElse(List.of());
            if (!inside.isEmpty()) {
                return withSystem(object, inside, depth);
            }
        }
        return List.of();
    }

    /// Of several answers the model gave one, and that counts.
    private static Json first(String key, Json value) {
        boolean alternatives = key.equals("choices") || key.equals("generations") || key.equals("candidates");
        return alternatives && value instanceof Json.Arr(List<Json> items) && !items.isEmpty() ? items.getFirst() : value;
    }

    /// A system's prompt that stands beside the messages.
    private static List<Json.Obj> withSystem(Json.Obj object, List<Json.Obj> messages, int depth) {
        Optional<Json> system = Stream.of("system", "system_instruction", "systemInstruction", "instructions")
                .flatMap(key -> object.get(key).or(() -> object.object("config").flatMap(config -> config.get(key))).stream())
                .findFirst();
        if (system.isEmpty() || messages.stream().noneMatch(message -> role(message).filter("user"::equals).isPresent())) {
            return messages;
        }
        List<Json.Obj> all = new ArrayList<>(of(system.get(), "system", depth + 1));
        all.addAll(messages);
        return all;
    }

    /// Which tools the model could call is written among the messages by some; nobody said it.
    private static boolean isToolDefinition(Json.Obj message) {
        return role(message).filter("tool"::equals).isPresent()
                && message.object("content").flatMap(content -> content.object("function"))
                        .filter(function -> function.get("parameters").isPresent()).isPresent();
    }

    /// Calls that a text is in JSON, where the message has no others.
    private static Json.Obj written(Json.Obj message) {
        boolean may = role(message).filter("assistant"::equals).isPresent() && message.items("tool_calls").isEmpty();
        List<Json.Obj> calls = may ? Fields.onlyObjects(Fields.parsed(message.get("content").orElse(Json.NULL))) : List.of();
        return !calls.isEmpty() && calls.stream().allMatch(call -> call.object("function").flatMap(f -> f.text("name")).isPresent())
                ? message.with("content", Json.NULL).with("tool_calls", Json.array(calls))
                : message;
    }

    /// LangChain keeps the calls of other makers beside what is common.
    private static Json.Obj lifted(Json.Obj message) {
        Optional<Json> calls = message.object("additional_kwargs").flatMap(more -> more.get("tool_calls"));
        return calls.isPresent() && message.items("tool_calls").isEmpty() ? message.with("tool_calls", calls.get()) : message;
    }

    /// The AI SDK's blocks of calls and answers, which are spelled otherwise than all others.
    private static Json.Obj blocks(Json.Obj message) {
        List<Json.Obj> blocks = Fields.objects(message.items("content"));
        List<Json.Obj> answers = blocks.stream().filter(block -> block.text("type").filter("tool-result"::equals).isPresent()).toList();
        if (!answers.isEmpty()) {
            Json.Obj answer = answers.getFirst();
            Json said = answer.get("output").or(() -> answer.get("result")).orElse(Json.NULL);
            Json value = said instanceof Json.Obj typed && typed.get("value").isPresent() ? typed.get("value").get() : said;
            return Fields.answer(answer.text("toolCallId"), answer.text("toolName").orElse(""), value);
        }
        List<Json> calls = blocks.stream().filter(block -> block.text("type").filter("tool-call"::equals).isPresent())
                .map(block -> (Json) call(block)).toList();
        return calls.isEmpty() ? message : message.with("tool_calls", new Json.Arr(calls));
    }

    private static Json.Obj call(Json.Obj block) {
        return Fields.call(
                block.text("toolCallId"), block.text("toolName").orElse(""),
                block.get("input").or(() -> block.get("args")).orElse(Json.NULL));
    }

    private static Json.Obj calling(String role, List<Json.Obj> calls) {
        return Fields.message(role, Json.NULL).with("tool_calls", Json.array(calls));
    }

    // OpenTelemetry's parts

    private static boolean hasTypedParts(Json.Obj message) {
        List<Json.Obj> parts = Fields.objects(message.items("parts"));
        return !parts.isEmpty() && message.text("role").isPresent()
                && parts.stream().allMatch(part -> part.text("type").isPresent())
                && parts.stream().anyMatch(part -> part.get("content").isPresent() || part.text("type").get().startsWith("tool_call"));
    }

    /// A message is one of its speaker, and one of a tool for each answer in it.
    private static List<Json.Obj> ofParts(Json.Obj message, String role) {
        List<Json.Obj> messages = new ArrayList<>();
        List<Json> blocks = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        for (Json.Obj part : Fields.objects(message.items("parts"))) {
            switch (part.text("type").orElse("")) {
                case "tool_call" -> calls.add(Fields.call(
                        id(part), part.text("name").orElse(""), part.get("arguments").orElse(Json.NULL)));
                case "tool_call_response" -> messages.add(Fields.answer(
                        id(part), part.text("name").orElse(""),
                        part.get("response").or(() -> part.get("result")).or(() -> part.get("content")).orElse(Json.NULL)));
                case "reasoning", "thinking" -> blocks.add(block("thinking", part));
                case "text" -> blocks.add(block("text", part));
                default -> blocks.add(part);
            }
        }
        if (!blocks.isEmpty() || !calls.isEmpty()) {
            Json.Obj said = Fields.message(role(message).orElse(role), new Json.Arr(blocks));
            said = calls.isEmpty() ? said : said.with("tool_calls", new Json.Arr(calls));
            messages.add(message.text("finish_reason").isPresent()
                    ? said.with("finish_reason", Json.of(message.text("finish_reason").get()))
                    : said);
        }
        return messages;
    }

    /// Some name the run beside the call: the last of them is the call's.
    private static Optional<String> id(Json.Obj part) {
        return part.get("id").map(id -> id instanceof Json.Arr(List<Json> ids) && !ids.isEmpty() ? ids.getLast() : id)
                .flatMap(Json::asText);
    }

    private static Json.Obj block(String type, Json.Obj part) {
        return Json.Obj.EMPTY.with("type", Json.of(type)).with("text", Json.of(Fields.text(part.get("content").orElse(Json.NULL))));
    }
}
