package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// A request to a model and what came back, as proxies and wrappers log them: `{request, response}`, a request's `messages` beside its
/// `response`, or an object of the responses interface with its `input`.
///
/// @param value        as the log has it
/// @param asked        where what was asked stands in it
/// @param messages     what was asked; a text alone is the user's message
/// @param alternatives the answers, of which the first counts; each is one or more messages, and there are none where the request failed
/// @param id           the answer's name, where it has one
/// @param follows      the name of the answer that the request follows, whose conversation it does not repeat
public record Exchange(
        Json.Obj value, List<String> asked, List<Json> messages, List<List<Json.Obj>> alternatives, Optional<String> id,
        Optional<String> follows) {
    /// What a log's exchanges are kept under that are one conversation; each has only what it added.
    public static final String EXCHANGES = "exchanges";

    private static final String MESSAGES = "messages";
    private static final String INPUT = "input";
    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

    private static final Pattern THOUGHT = Pattern.compile("(?s)<think>.*?</think>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Exchange {
        asked = List.copyOf(asked);
        messages = List.copyOf(messages);
        alternatives = List.copyOf(alternatives);
    }

    /// The exchange that a value is; empty when it is none.
    public static Optional<Exchange> of(Json value) {
        if (!(value instanceof Json.Obj object)) {
            return Optional.empty();
        }
        if (object.text("object").equals(Optional.of(RESPONSE))) {
            return isAsked(object.get(INPUT)) ? Optional.of(of(object, List.of(INPUT), object, object)) : Optional.empty();
        }
        Optional<Json> answer = object.get(RESPONSE);
        Optional<Json.Obj> request = object.object(REQUEST);
        if (request.isPresent()) {
            return answer.isEmpty()
                    ? Optional.empty()
                    : Stream.of(MESSAGES, INPUT).filter(key -> isAsked(request.get().get(key))).findFirst()
                            .map(key -> of(object, List.of(REQUEST, key), request.get(), answer.get()));
        }
        // Data for training have messages and a response too, but no object of an interface.
        boolean answered = answer.orElse(Json.NULL) instanceof Json.Obj response
                && (response.get("choices").isPresent() || response.get("output").isPresent() || response.get("error").isPresent()
                        || response.text("role").isPresent());
        return answered && object.get(MESSAGES).orElse(Json.NULL) instanceof Json.Arr list && isAsked(Optional.of(list))
                ? Optional.of(of(object, List.of(MESSAGES), object, answer.get()))
                : Optional.empty();
    }

    private static Exchange of(Json.Obj value, List<String> asked, Json.Obj request, Json answer) {
        Json said = request.get(asked.getLast()).orElse(Json.NULL);
        List<Json> messages = said instanceof Json.Arr(List<Json> items) ? items : List.of(Fields.message("user", said));
        Optional<Json.Obj> response = answer instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        return new Exchange(
                value, asked, messages, alternatives(answer), response.flatMap(object -> object.text("id")),
                request.text("previous_response_id").or(() -> response.flatMap(object -> object.text("previous_response_id"))));
    }

    private static boolean isAsked(Optional<Json> said) {
        return said.filter(value -> value instanceof Json.Str || isMessages(value)).isPresent();
    }

    private static boolean isMessages(Json value) {
        return value instanceof Json.Arr(List<Json> items) && !items.isEmpty() && items.stream().allMatch(Exchange::isMessage);
    }

    private static boolean isMessage(Json value) {
        return value instanceof Json.Obj message && (message.text("role").isPresent() || message.text("type").isPresent());
    }

    private static List<List<Json.Obj>> alternatives(Json answer) {
        if (answer instanceof Json.Str text) {
            return text.text().isBlank() ? List.of() : List.of(List.of(Fields.message("assistant", text)));
        }
        if (!(answer instanceof Json.Obj response)) {
            return List.of();
        }
        if (response.get("choices").isPresent()) {
            return Fields.objects(response.items("choices")).stream()
                    .flatMap(choice -> choice.object("message").stream())
                    .map(List::of)
                    .toList();
        }
        List<Json.Obj> output = Fields.objects(response.items("output"));
        if (!output.isEmpty()) {
            return List.of(output);
        }
        return response.get("content").isPresent() ? List.of(List.of(response.with("role", Json.of("assistant")))) : List.of();
    }

    /// What came back: the first of several answers.
    public List<Json.Obj> answer() {
        return alternatives.isEmpty() ? List.of() : alternatives.getFirst();
    }

    /// What the request says before all messages: the prompt of interfaces that keep it apart.
    public Optional<Json> prompt() {
        Json.Obj request = asked.size() == 1 ? value : value.object(REQUEST).orElse(value);
        return request.get("system").or(() -> request.get("instructions")).filter(said -> !Fields.text(said).isBlank());
    }

    /// This exchange without its first messages.
    public Json.Obj without(int known) {
        if (known == 0) {
            return value;
        }
        Json rest = new Json.Arr(messages.subList(known, messages.size()));
        return asked.size() == 1
                ? value.with(asked.getFirst(), rest)
                : value.object(REQUEST).map(request -> value.with(REQUEST, request.with(asked.getLast(), rest))).orElse(value);
    }

    /// What a message says, in one spelling: an answer is sent back by those who got it without its thoughts and names, with other white
    /// space, and with the fields of another version. Empty when it says nothing.
    public static String said(Json message) {
        if (!(message instanceof Json.Obj object)) {
            return Fields.text(message);
        }
        String type = object.text("type").orElse("");
        List<String> parts = new ArrayList<>();
        switch (type) {
            case "reasoning" -> {}
            case "function_call" -> parts.add(call(object));
            case "function_call_output" -> parts.add(answered(object.text("call_id"), object.get("output")));
            default -> {
                content(object.get("content").orElse(Json.NULL), parts);
                Fields.objects(object.items("tool_calls")).forEach(call -> parts.add(call(call.object("function").orElse(call))));
                object.object("function_call").ifPresent(call -> parts.add(call(call)));
                String role = object.text("role").orElse("").toLowerCase(Locale.ROOT);
                if (role.equals("tool") || role.equals("function")) {
                    String words = String.join("\n", parts);
                    parts.clear();
                    parts.add(answered(object.text("tool_call_id"), Optional.of(Json.of(words))));
                } else if (!parts.isEmpty() && !role.equals("assistant")) {
                    parts.addFirst(role.equals("developer") ? "system" : role);
                }
            }
        }
        return String.join("\n", parts);
    }

    private static void content(Json content, List<String> parts) {
        List<Json> blocks = content instanceof Json.Arr(List<Json> items) ? items : List.of(content);
        for (Json block : blocks) {
            if (block instanceof Json.Obj object) {
                switch (object.text("type").orElse("")) {
                    case "thinking", "redacted_thinking" -> {}
                    case "tool_use" -> parts.add(call(object));
                    case "tool_result" -> parts.add(answered(object.text("tool_use_id"), object.get("content")));
                    default -> words(object.text("text").orElseGet(() -> JsonWriter.compact(object)), parts);
                }
            } else {
                words(Fields.text(block), parts);
            }
        }
    }

    private static void words(String text, List<String> parts) {
        String words = SPACE.matcher(THOUGHT.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
        if (!words.isEmpty()) {
            parts.add(words);
        }
    }

    private static String call(Json.Obj call) {
        Json arguments = call.get("arguments").or(() -> call.get("input")).orElse(Json.NULL);
        return "calls " + call.text("name").orElse("") + " " + arguments(arguments);
    }

    private static String arguments(Json arguments) {
        if (arguments instanceof Json.Str(String text)) {
            try {
                return JsonWriter.compact(JsonReader.read(text));
            } catch (JsonSyntaxException e) {
                // A model's arguments may be no JSON; then they are compared as they are.
                return text;
            }
        }
        return JsonWriter.compact(arguments);
    }

    private static String answered(Optional<String> id, Optional<Json> content) {
        List<String> parts = new ArrayList<>();
        content(content.orElse(Json.NULL), parts);
        return "answer " + id.orElse("") + " " + String.join("\n", parts);
    }
}
