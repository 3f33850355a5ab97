package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// Finds the entry of `obs` that answers each call of a step. Files say it in several ways: by `tool_call_id`, where
/// identical calls share an id and are answered in order; by position, where there are no ids; by name and parameters
/// repeated inside the entry, as the human-annotation tool writes them into a string. A tool that does not exist leaves
/// no entry.
final class CallPairing {
    private static final Set<String> TOOLS = Set.of(
            ToolCall.FIND_PRODUCT,
            ToolCall.VIEW_PRODUCT_INFORMATION,
            ToolCall.RECOMMEND_PRODUCT,
            ToolCall.TERMINATE,
            ToolCall.WEB_SEARCH,
            ToolCall.PYTHON_EXECUTE);

    private final List<Json> calls;
    private final List<Json.Obj> entries;
    private final Json.@Nullable Obj[] answers;

    private CallPairing(List<Json> calls, List<Json.Obj> entries) {
        this.calls = calls;
        this.entries = new ArrayList<>(entries);
        this.answers = new Json.Obj[calls.size()];
    }

    /// The entry of `obs` for each of `calls`, empty for a call without one.
    static List<Optional<Json.Obj>> pair(List<Json> calls, Json obs) {
        CallPairing pairing = new CallPairing(calls, entries(obs));
        pairing.pairById();
        pairing.pairByRepeatedCall();
        pairing.pairInOrder();
        return Arrays.stream(pairing.answers).map(Optional::ofNullable).toList();
    }

    static String name(Json call) {
        return call instanceof Json.Obj object ? object.text("name").orElse("") : "";
    }

    static Optional<String> id(Json call) {
        return call instanceof Json.Obj object ? object.text("tool_call_id") : Optional.empty();
    }

    private static List<Json.Obj> entries(Json obs) {
        return switch (obs) {
            case Json.Arr(List<Json> items) ->
                items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
            case Json.Obj entry -> List.of(entry);
            case Json.Str(String text) -> {
                try {
                    Json inner = JsonReader.read(text);
                    yield inner instanceof Json.Str ? List.of() : entries(inner);
                } catch (JsonSyntaxException e) {
                    // A text that is no JSON answers no call; the step's source still shows it.
                    yield List.of();
                }
            }
            default -> List.of();
        };
    }

    private void pairById() {
        entries.removeIf(entry -> id(entry)
                .map(id -> assign(entry, call -> id(call).equals(Optional.of(id))))
                .orElse(false));
    }

    private void pairByRepeatedCall() {
        entries.removeIf(entry -> entry.get("name").isPresent()
                && entry.get("parameters").isPresent()
                && assign(entry, call -> call instanceof Json.Obj object
                        && mayAnswer(entry, call)
                        && object.get("name").equals(entry.get("name"))
                        && object.get("parameters").equals(entry.get("parameters"))));
    }

    /// What is left is paired by position. When there are too few entries for the calls, but just enough for the calls of
    /// tools that exist, the others are the ones that went unanswered.
    private void pairInOrder() {
        int[] open = IntStream.range(0, answers.length).filter(i -> answers[i] == null).toArray();
        int[] known = Arrays.stream(open).filter(i -> TOOLS.contains(name(calls.get(i)))).toArray();
        int[] takers = entries.size() < open.length && entries.size() == known.length ? known : open;
        for (int i = 0; i < Math.min(takers.length, entries.size()); i++) {
            Json.Obj entry = entries.get(i);
            if (mayAnswer(entry, calls.get(takers[i]))) {
                answers[takers[i]] = entry;
            }
        }
    }

    /// Two different ids never belong together.
    private static boolean mayAnswer(Json.Obj entry, Json call) {
        return id(entry).isEmpty() || id(call).isEmpty() || id(entry).equals(id(call));
    }

    private interface CallTest {
        boolean matches(Json call);
    }

    private boolean assign(Json.Obj entry, CallTest test) {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null && test.matches(calls.get(i))) {
                answers[i] = entry;
                return true;
            }
        }
        return false;
    }
}
