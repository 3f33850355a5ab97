package org.shoptrace.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// One thing that an answer told an agent. Facts are equal when they tell the same, whichever call brought them and however often.
public sealed interface Fact {

    /// A product as a search shows it.
    record Listed(Observation.Hit hit) implements Fact {}

    /// A product as a view shows it.
    record Viewed(Observation.Detail detail) implements Fact {}

    /// A page of the web.
    record Page(String url, String title, String content) implements Fact {}

    /// That a call brought nothing, which is worth knowing too.
    ///
    /// @param call the call as [Decision] reads it
    record Nothing(Decision.Call call) implements Fact {}

    /// Any other answer, which is known together with its question only.
    record Answer(Decision.Call call, Json results) implements Fact {}

    /// What an answer tells; nothing for a recommendation and an end, which are only confirmed.
    static List<Fact> of(ToolCall call) {
        if (call.name().equals(ToolCall.RECOMMEND_PRODUCT) || call.name().equals(ToolCall.TERMINATE)) {
            return List.of();
        }
        Decision.Call asked = Decision.Call.of(call);
        List<Fact> facts = switch (call.observation().orElseGet(Observation.Failed::new)) {
            case Observation.Found(var hits, _) -> hits.stream().<Fact>map(Listed::new).toList();
            case Observation.Viewed(var details, _) -> details.stream().<Fact>map(Viewed::new).toList();
            case Observation.Outcome(Json.Arr(var items), _, _) when call.name().equals(ToolCall.WEB_SEARCH) -> pages(items, asked);
            case Observation.Failed _ -> List.of();
            case Observation known -> List.of(new Answer(asked, known.results()));
        };
        return facts.isEmpty() ? List.of(new Nothing(asked)) : facts;
    }

    private static List<Fact> pages(List<Json> items, Decision.Call asked) {
        List<Fact> pages = new ArrayList<>();
        for (Json item : items) {
            pages.add(item instanceof Json.Obj page && page.text("content").isPresent()
                    ? new Page(page.text("url").orElse(""), page.text("title").orElse(""), page.text("content").orElseThrow())
                    : new Answer(asked, item));
        }
        return pages;
    }

    /// The product that the fact is about.
    default Optional<String> productId() {
        return switch (this) {
            case Listed(var hit) -> Optional.of(hit.productId());
            case Viewed(var detail) -> Optional.of(detail.productId());
            case Page _,Nothing _,Answer _ -> Optional.empty();
        };
    }

    /// The fact in a few words.
    default String label() {
        return switch (this) {
            case Listed(var hit) -> "listed " + hit.productId() + " " + hit.title();
            case Viewed(var detail) -> "viewed " + Stream.of(detail.productId(), detail.shortDescription())
                    .filter(text -> !text.isBlank())
                    .reduce((id, text) -> id + " " + text)
                    .orElse("a product");
            case Page(var url, var title, _) -> "read " + (title.isBlank() ? url : title);
            case Nothing(var call) -> "nothing for " + call.label();
            case Answer(var call, var results) -> call.label() + " answered " + JsonWriter.compact(results);
        };
    }
}
