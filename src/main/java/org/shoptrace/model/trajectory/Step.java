package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;

/// One turn of the agent: what it thought, the calls it made with their answers, what it said.
///
/// @param number    its place in the run, from 1
/// @param query     `extra_info.query`, the task's query
/// @param think     `message.think`, empty when there is none
/// @param calls     `message.tool_call` paired with `message.obs` (or, in ORO files, each call's own `result`)
/// @param response  `message.response`, what the user is told
/// @param others    what others than the agent say before and after it, in their order
/// @param pictures  images that were shown in it, in their order
/// @param generation how the model made it
/// @param content   `completion.content`, the model's text as it came
/// @param reasoning `completion.reasoning_content`
/// @param timestamp `extra_info.timestamp` in milliseconds since 1970, when it is a number
/// @param message   `completion.message`: an object, null, or something else; empty when it is missing. Of a step that another format
///                  recorded, what the benchmark would have written
/// @param source    the step as the file has it. Of a conversation or an ATIF document: the items that make up the step, an array
public record Step(
        int number,
        Optional<String> query,
        Optional<String> think,
        List<ToolCall> calls,
        Optional<String> response,
        List<Interjection> others,
        List<Picture> pictures,
        Generation generation,
        Optional<String> content,
        Optional<String> reasoning,
        Optional<Json.Num> timestamp,
        Optional<Json> message,
        Json source) {
    /// What a message of the benchmark may hold.
    private static final Set<String> ROLES = Set.of("user", "think", "tool_call", "obs", "response");

    public Step {
        calls = List.copyOf(calls);
        others = List.copyOf(others);
        pictures = List.copyOf(pictures);
    }

    /// A step without images, whose file does not say how it was made.
    public Step(
            int number,
            Optional<String> query,
            Optional<String> think,
            List<ToolCall> calls,
            Optional<String> response,
            List<Interjection> others,
            Optional<String> content,
            Optional<String> reasoning,
            Optional<Json.Num> timestamp,
            Optional<Json> message,
            Json source) {
        this(number, query, think, calls, response, others, List.of(), Generation.UNSAID, content, reasoning, timestamp, message, source);
    }

    /// Whether the agent said something in this step of which nothing was understood: its message is none that Shoptrace knows, and not
    /// empty either.
    public boolean isNotUnderstood() {
        return think.isEmpty() && response.isEmpty() && calls.isEmpty() && message.filter(Step::isOfUnknownShape).isPresent();
    }

    private static boolean isOfUnknownShape(Json message) {
        return !(message instanceof Json.Null)
                && !(message instanceof Json.Obj object && ROLES.containsAll(object.fields().keySet()));
    }

    Step asking(String newQuery) {
        return new Step(
                number, Optional.of(newQuery), think, calls, response, others, pictures, generation, content, reasoning, timestamp, message,
                source);
    }
}
