package org.shoptrace.core.transcript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A step in a few words, as an outline says it: what it called and with what, else what it said or thought.
public final class StepHeadline {
    private static final int LONGEST = 160;

    private StepHeadline() {}

    /// One line, of at most 160 characters; never empty.
    public static String of(Step step) {
        String line = calls(step.calls())
                .or(step::response)
                .or(step::think)
                .or(() -> RunTexts.reasoning(step))
                .or(() -> RunTexts.output(step))
                .or(() -> StepEvents.noReply(step))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .orElse("nothing");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1) + "…";
    }

    private static Optional<String> calls(List<ToolCall> calls) {
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(call(calls.getFirst()) + (calls.size() > 1 ? " +" + (calls.size() - 1) : ""));
    }

    private static String call(ToolCall call) {
        Json.Obj parameters = call.parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return switch (call.name()) {
            case ToolCall.FIND_PRODUCT -> text(parameters, "q").map(q -> q + page(parameters)).orElseGet(() -> whole(call));
            case ToolCall.WEB_SEARCH ->
                Stream.of("query", "q").flatMap(key -> text(parameters, key).stream()).findFirst().orElseGet(() -> whole(call));
            case ToolCall.VIEW_PRODUCT_INFORMATION ->
                text(parameters, "product_ids").map(ids -> "views " + ids).orElseGet(() -> whole(call));
            case ToolCall.RECOMMEND_PRODUCT -> text(parameters, "product_ids").map(ids -> "recommends " + ids).orElseGet(() -> whole(call));
            case ToolCall.TERMINATE -> "ends" + text(parameters, "status").map(status -> ": " + status).orElse("");
            default -> whole(call);
        };
    }

    private static String page(Json.Obj parameters) {
        return parameters.get("page").filter(page -> page instanceof Json.Num number && number.asDouble() > 1)
                .map(page -> " · page " + ((Json.Num) page).text())
                .orElse("");
    }

    private static Optional<String> text(Json.Obj parameters, String key) {
        return parameters.text(key).filter(text -> !text.isBlank());
    }

    private static String whole(ToolCall call) {
        return (call.name().isEmpty() ? "no tool named" : call.name()) + " " + RunTexts.arguments(call);
    }
}
