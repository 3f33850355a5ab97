package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.ConversationTurn.Call;
import org.shoptrace.model.json.Json;

/// What open models write into their text: thoughts, calls and answers in tags, as the benchmark's own models do and others in theirs.
final class TaggedText {
    private static final String THINK = "think";
    private static final String CALL = "tool_call";
    private static final String RESPONSE = "response";
    private static final List<String> ANSWERS = List.of("tool_response", "tool_result", "tool_results", "observation", "obs");

    private TaggedText() {}

    /// Puts an assistant's text into `turn`.
    ///
    /// @param reasoned whether the model's reasoning came beside the text
    static void fill(ConversationTurn turn, String text, boolean reasoned) {
        String rest = text;
        boolean thought = reasoned;
        int end = rest.indexOf("</think>");
        if (end >= 0) {
            // Templates that open the tag in the prompt leave only its end in the text.
            int start = rest.indexOf("<think>");
            String think = rest.substring(start >= 0 && start < end ? start + "<think>".length() : 0, end);
            turn.thinks(think.strip());
            rest = (start > 0 && start < end ? rest.substring(0, start) : "") + rest.substring(end + "</think>".length());
            thought = true;
        }
        if (rest.contains("<" + CALL + ">")) {
            for (String call : contents(rest, CALL)) {
                calls(call).forEach(turn::calls);
            }
            rest = without(rest, CALL);
        }
        List<String> responses = contents(rest, RESPONSE);
        if (!responses.isEmpty()) {
            responses.forEach(response -> turn.responds(response.strip()));
            rest = without(rest, RESPONSE);
        }
        if (!thought && responses.isEmpty() && !turn.calls().isEmpty()) {
            turn.thinks(rest.strip());
        } else {
            turn.responds(rest.strip());
        }
    }

    /// Whether a user's text is the harness answering calls that stood in the assistant's text.
    static boolean answersCallsOf(@Nullable ConversationTurn turn, String text) {
        if (turn == null || turn.open().isEmpty()) {
            return false;
        }
        String start = text.strip();
        return ANSWERS.stream().anyMatch(tag -> start.startsWith("<" + tag + ">"));
    }

    /// Gives the answers in a user's text to the open calls of `turn`: by id where the answers have ids, else in order.
    static void answer(ConversationTurn turn, String text) {
        for (String tag : ANSWERS) {
            for (String answer : contents(text, tag)) {
                answerOne(turn, answer.strip());
            }
        }
    }

    private static void answerOne(ConversationTurn turn, String answer) {
        List<Json.Obj> entries = entries(answer);
        if (entries.isEmpty()) {
            turn.open().ifPresent(call -> call.answer(Json.of(answer)));
        }
        for (Json.Obj entry : entries) {
            entry.text("tool_call_id").flatMap(turn::open).or(turn::open)
                    .ifPresent(call -> call.answer(entry.get("results").orElse(Json.NULL)));
        }
    }

    /// The entries of an `obs` as the benchmark writes it; none when the answer is something else.
    private static List<Json.Obj> entries(String answer) {
        try {
            return JsonReader.readAsUjson(answer) instanceof Json.Arr(List<Json> items)
                    && items.stream().allMatch(item -> item instanceof Json.Obj object && object.get("results").isPresent())
                            ? items.stream().map(Json.Obj.class::cast).toList()
                            : List.of();
        } catch (JsonSyntaxException e) {
            // A text, then, that answers one call.
            return List.of();
        }
    }

    /// The query in a user's first message: the benchmark's own prompt wraps the dialogue so far around it.
    static String query(String text) {
        return contents(text, "user").stream().findFirst().map(String::strip).filter(inner -> !inner.isEmpty()).orElse(text.strip());
    }

    /// The calls between two tags: an array of them or one.
    private static List<Call> calls(String text) {
        if (text.strip().startsWith("<function=")) {
            return XmlCall.FUNCTION.matcher(text).results().map(XmlCall::of).toList();
        }
        Json json;
        try {
            json = JsonReader.readAsUjson(text.strip());
        } catch (JsonSyntaxException e) {
            // Asked for and not readable: the text keeps it, and the run's health says so.
            return List.of();
        }
        List<Call> calls = new ArrayList<>();
        for (Json item : json instanceof Json.Arr(List<Json> items) ? items : List.of(json)) {
            if (!(item instanceof Json.Obj call)
                    || call.text("name").or(() -> call.object("function").flatMap(f -> f.text("name"))).isEmpty()) {
                break;
            }
            calls.add(MessageParts.call(call));
        }
        return calls;
    }

    private static List<String> contents(String text, String tag) {
        List<String> contents = new ArrayList<>();
        for (Optional<int[]> found = find(text, tag, 0); found.isPresent(); found = find(text, tag, found.get()[1])) {
            contents.add(text.substring(found.get()[0] + tag.length() + 2, found.get()[1] - tag.length() - 3));
        }
        return contents;
    }

    private static String without(String text, String tag) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Optional<int[]> found = find(text, tag, 0); found.isPresent(); found = find(text, tag, from)) {
            rest.append(text, from, found.get()[0]);
            from = found.get()[1];
        }
        return rest.append(text.substring(from)).toString();
    }

    /// Where the next pair of tags starts, and where it ends.
    private static Optional<int[]> find(String text, String tag, int from) {
        int start = text.indexOf("<" + tag + ">", from);
        int end = start < 0 ? -1 : text.indexOf("</" + tag + ">", start);
        return end < 0 ? Optional.empty() : Optional.of(new int[] {start, end + tag.length() + 3});
    }
}
