package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// What a tool answered, recognised by its shape and, where shapes are alike, by the tool's name.
/// An answer of no known shape is kept as it is.
public final class ObservationCodec {

    private ObservationCodec() {}

    /// The answer in the shape that it has.
    ///
    /// @param tool    the called tool's name
    /// @param results the recorded answer
    public static Observation decode(String tool, Json results) {
        return switch (results) {
            case Json.Null _ -> new Observation.Failed();
            case Json.Str(String text) -> new Observation.Said(text, results);
            case Json.Arr(List<Json> items) when tool.equals(ToolCall.FIND_PRODUCT) ->
                all(items, ObservationCodec::hit)
                        .<Observation>map(hits -> new Observation.Found(hits, results))
                        .orElseGet(() -> new Observation.Other(results));
            case Json.Arr(List<Json> items) when tool.equals(ToolCall.VIEW_PRODUCT_INFORMATION) ->
                all(items, ObservationCodec::detail)
                        .<Observation>map(details -> new Observation.Viewed(details, results))
                        .orElseGet(() -> new Observation.Other(results));
            case Json.Obj object when object.get("observation").isPresent()
                    && object.get("success").orElse(Json.NULL) instanceof Json.Bool(boolean success) ->
                new Observation.Outcome(object.get("observation").orElseThrow(), success, results);
            default -> new Observation.Other(results);
        };
    }

    private interface Item<T> {
        /// @throws IllegalArgumentException when `json` is no such item
        T decode(Json.Obj json);
    }

    /// All items decoded; empty when one of them has another shape, since half an answer would mislead.
    private static <T> Optional<List<T>> all(List<Json> items, Item<T> item) {
        List<T> decoded = new ArrayList<>();
        for (Json json : items) {
            if (!(json instanceof Json.Obj object)) {
                return Optional.empty();
            }
            try {
                decoded.add(item.decode(object));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(decoded);
    }

    private static Observation.Hit hit(Json.Obj json) {
        return new Observation.Hit(
                id(json),
                text(json, "shop_id"),
                text(json, "title"),
                number(json, "price"),
                json.items("service").stream().flatMap(service -> service.asText().stream()).toList(),
                number(json, "sold_count"));
    }

    private static Observation.Detail detail(Json.Obj json) {
        return new Observation.Detail(
                id(json),
                text(json, "short_description"),
                text(json, "description"),
                ProductCodec.variants(json),
                ProductCodec.attributes(json));
    }

    private static String id(Json.Obj json) {
        return switch (json.get("product_id").orElse(Json.NULL)) {
            case Json.Str(String text) -> text;
            case Json.Num number -> JsonWriter.compact(number);
            default -> throw new IllegalArgumentException("product_id is missing");
        };
    }

    private static String text(Json.Obj json, String key) {
        return json.text(key).orElse("");
    }

    private static Optional<Json.Num> number(Json.Obj json, String key) {
        return json.get(key).orElse(Json.NULL) instanceof Json.Num number ? Optional.of(number) : Optional.empty();
    }
}
