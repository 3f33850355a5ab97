package org.shoptrace.core.diagnose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What a run recommends at last, read as it was meant: ids trimmed, and taken out of a list where a text was due.
///
/// @param place where it is; empty when nothing is recommended
/// @param ids   trimmed, in order; none when nothing is recommended
record Recommendation(Optional<Place> place, List<String> ids) {
    Recommendation {
        ids = List.copyOf(ids);
    }

    static Recommendation of(Run run) {
        for (Step step : run.steps().reversed()) {
            for (ToolCall call : step.calls().reversed()) {
                if (call.name().equals(ToolCall.RECOMMEND_PRODUCT)) {
                    return new Recommendation(Optional.of(Place.of(step, call)), ids(call));
                }
            }
        }
        return new Recommendation(Optional.empty(), List.of());
    }

    /// The ids that a call is meant to name in `product_ids`.
    static List<String> ids(ToolCall call) {
        Json named = call.parameter("product_ids").or(() -> call.parameter("product_id")).orElse(Json.NULL);
        return switch (named) {
            case Json.Str(String text) -> split(text);
            case Json.Num number -> List.of(number.text());
            case Json.Arr(List<Json> items) -> items.stream()
                    .flatMap(item -> split(item instanceof Json.Num number ? number.text() : item.asText().orElse("")).stream())
                    .toList();
            default -> List.of();
        };
    }

    boolean isEmpty() {
        return ids.stream().allMatch(String::isEmpty);
    }

    /// The ids by place, freed of repeats: where there are more than rewards, or one twice, empty places count no more than the repeats.
    List<String> meant(int rewards) {
        List<String> named = ids.stream().filter(id -> !id.isEmpty()).toList();
        List<String> once = named.stream().distinct().toList();
        return ids.size() > rewards || once.size() < named.size() ? once : ids;
    }

    /// The ids in a text, which may be that of a list.
    static List<String> split(String text) {
        String trimmed = PythonText.strip(text);
        boolean list = trimmed.startsWith("[") && trimmed.endsWith("]") && trimmed.length() > 1;
        String inner = list ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
        return Arrays.stream(inner.split(",", -1)).flatMap(part -> ids(part).stream()).map(id -> clean(id, list)).toList();
    }

    /// The ids between two commas: one, or several that only spaces or semicolons part.
    static List<String> ids(String part) {
        List<String> words = Arrays.stream(PythonText.strip(part).split("[\\s;]+")).filter(word -> !word.isEmpty()).toList();
        boolean ids = words.size() > 1 && words.stream().allMatch(word -> word.chars().anyMatch(Character::isDigit));
        return ids ? words : List.of(part);
    }

    private static String clean(String id, boolean quoted) {
        String trimmed = PythonText.strip(id);
        boolean quotes = quoted && trimmed.length() > 1 && (trimmed.charAt(0) == '"' || trimmed.charAt(0) == '\'');
        return quotes ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }
}
