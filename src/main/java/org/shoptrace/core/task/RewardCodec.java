package org.shoptrace.core.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;

/// The requirements of a task's targets. For web tasks the reward is the whole product record.
final class RewardCodec {

    private RewardCodec() {}

    /// The rewards in the order of the file: an object is a list of one.
    ///
    /// @throws IllegalArgumentException when a part has another shape; the message names it
    static List<Reward> decode(Json reward, Intent intent) {
        return switch (reward) {
            case Json.Obj single -> List.of(reward(single, intent));
            case Json.Arr(List<Json> items) -> {
                List<Reward> rewards = new ArrayList<>();
                for (Json item : items) {
                    rewards.add(reward(object(item, "reward"), intent));
                }
                if (rewards.isEmpty()) {
                    throw new IllegalArgumentException("reward is empty");
                }
                yield rewards;
            }
            case Json.Null _ -> throw new IllegalArgumentException("reward is missing");
            default -> throw new IllegalArgumentException("reward is neither an object nor an array");
        };
    }

    private static Reward reward(Json.Obj json, Intent intent) {
        if (intent == Intent.WEB) {
            Product record = ProductCodec.decode(json);
            return new Reward(
                    record.productId(), List.of(record.title()), List.of(), List.of(), List.of(), List.of(), Optional.of(record));
        }
        String productId = json.text("product_id")
                .orElseThrow(() -> new IllegalArgumentException("reward.product_id is missing or no string"));
        List<SequencedMap<String, String>> skuOptions = new ArrayList<>();
        for (Json.Obj pairs : objects(json, "sku_options")) {
            SequencedMap<String, String> options = new LinkedHashMap<>();
            pairs.fields().forEach((key, value) -> options.put(key, text(value, "sku_options." + key)));
            skuOptions.add(options);
        }
        List<SequencedMap<String, List<String>>> attributes = new ArrayList<>();
        for (Json.Obj pairs : objects(json, "attributes")) {
            SequencedMap<String, List<String>> values = new LinkedHashMap<>();
            pairs.fields().forEach((key, value) -> values.put(key, texts(value, "attributes." + key)));
            attributes.add(values);
        }
        return new Reward(
                productId,
                texts(json.get("title").orElse(Json.NULL), "title"),
                skuOptions,
                attributes,
                texts(json.get("service").orElse(Json.NULL), "service"),
                prices(json),
                Optional.empty());
    }

    private static List<PriceRange> prices(Json.Obj json) {
        List<PriceRange> prices = new ArrayList<>();
        for (Json.Obj modes : objects(json, "price")) {
            for (Map.Entry<String, Json> mode : modes.fields().entrySet()) {
                if (!(mode.getValue() instanceof Json.Arr(List<Json> bounds)) || bounds.size() != 2) {
                    throw new IllegalArgumentException("reward.price." + mode.getKey() + " is no array of two bounds");
                }
                prices.add(new PriceRange(mode.getKey(), bound(bounds.get(0)), bound(bounds.get(1))));
            }
        }
        return prices;
    }

    private static Optional<Json.Num> bound(Json json) {
        return switch (json) {
            case Json.Num number -> Optional.of(number);
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalArgumentException("a bound of reward.price is no number");
        };
    }

    /// The objects of an array; a single object is an array of one.
    private static List<Json.Obj> objects(Json.Obj json, String key) {
        return switch (json.get(key).orElse(Json.NULL)) {
            case Json.Arr(List<Json> items) ->
                items.stream().map(item -> object(item, "an item of reward." + key)).toList();
            case Json.Obj single -> List.of(single);
            case Json.Null _ -> List.of();
            default -> throw new IllegalArgumentException("reward." + key + " is no array");
        };
    }

    private static Json.Obj object(Json json, String name) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is no object");
    }

    private static String text(Json json, String name) {
        return json.asText().orElseThrow(() -> new IllegalArgumentException("reward." + name + " is no string"));
    }

    /// The strings of an array; a single string is an array of one.
    private static List<String> texts(Json json, String name) {
        return switch (json) {
            case Json.Arr(List<Json> items) -> items.stream().map(item -> text(item, name)).toList();
            case Json.Str(String single) -> List.of(single);
            case Json.Null _ -> List.of();
            default -> throw new IllegalArgumentException("reward." + name + " is no array");
        };
    }
}
